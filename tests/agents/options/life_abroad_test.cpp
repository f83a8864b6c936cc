// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cmath>
#include <vector>

#include <gtest/gtest.h>

#include "tests/agents/worker_in_moscow.hpp"
#include "tests/corridors/kyrgyzstan.hpp"

namespace kochmon
{
namespace
{
using tests::WorkerInMoscow;

class ValueOfLifeNow : public WorkerInMoscow
{
};
// One who may have a permit of any scheme, having enough and with no least pay to reach.
class SchemesAbroad : public WorkerInMoscow
{
  protected:
    SchemesAbroad()
    {
        for (Scheme const which : all_schemes) scheme(which).least_pay[russia] = Kopecks{};
    }
    bool is_offered(Scheme which, Lists lists = Lists::open) const
    {
        return life(lists).status_offers().is_open(plan_of(which));
    }
    bool is_way(Scheme which, Lists lists = Lists::open) const
    {
        return life(lists).ways_into_law().is_open(plan_of(which));
    }
    void expect_offered(std::vector<Scheme> const& open, Lists lists = Lists::open) const
    {
        for (Scheme const which : all_schemes)
        {
            bool const is_open = std::ranges::find(open, which) != open.end();
            EXPECT_EQ(is_offered(which, lists), is_open) << scheme_names[index(which)];
            EXPECT_LE(is_way(which, lists), is_open) << scheme_names[index(which)];
        }
    }
    // What fear and the norm of those at home take off a plan.
    double norm_of(Scheme which)
    {
        StatusParameters const rule = society.parameters.status;
        double const with_norm = worth(plan_of(which));
        let_irregularity_cost_money_alone();
        double const without = worth(plan_of(which));
        society.parameters.status = rule;
        return without - with_norm;
    }
};

class BenefitOfConsulate : public WorkerInMoscow
{
  protected:
    void lose_passport()
    {
        persons[worker].passport_end = stamp(society.month - 1);
        persons[worker].at_consulate = 0;
    }
    double fees() const
    {
        ConsulateLaw const& law = society.parameters.consulate;
        return (law.registration_fee + law.passport_fee).roubles() /
               society.parameters.value.horizon(persons[worker].aim);
    }
};
}  // namespace

TEST_F(ValueOfLifeNow, is_the_legal_life_as_long_as_the_permit_holds)
{
    hold(WorkRight::permit, Presence::registered, now);
    double const legal = worth(StatusPlan::permit);
    ASSERT_GT(legal, worth(StatusPlan::nothing));
    hold(WorkRight::permit, Presence::registered, stamp(society.month + 1));
    EXPECT_EQ(life().value_now(), legal);
}

TEST_F(ValueOfLifeNow, is_that_of_the_scheme_of_the_permit_held)
{
    persons[worker].employer = Employer::household;
    double const patent = worth(StatusPlan::patent);
    double const permit = worth(StatusPlan::permit);
    ASSERT_NE(patent, permit);
    hold(WorkRight::permit, Presence::registered, stamp(society.month + 1));
    EXPECT_EQ(life().value_now(), permit);
    persons[worker].scheme = Scheme::patent;
    EXPECT_EQ(life().value_now(), patent);
}

TEST_F(ValueOfLifeNow, is_that_of_nothing_for_who_lets_a_right_end_with_the_month)
{
    for (WorkRight const right : {WorkRight::permit, WorkRight::temporary_resident})
    {
        hold(right, Presence::registered, now);
        EXPECT_EQ(life().value_now(), worth(StatusPlan::nothing));
    }
}

TEST_F(ValueOfLifeNow, is_the_legal_life_for_who_awaits_another_permit)
{
    hold(WorkRight::permit, Presence::registered, now);
    double const legal = worth(StatusPlan::permit);
    persons[worker].permit_begin = stamp(society.month + 1);
    EXPECT_EQ(life().value_now(), legal);
    persons[worker].work_right = WorkRight::none;
    EXPECT_EQ(life().value_now(), legal);
}

TEST_F(ValueOfLifeNow, of_who_moves_freely_is_legal_with_registration_alone)
{
    society.parameters.stay.regime[russia] = Regime::free_movement;
    hold(WorkRight::free_movement, Presence::permitted, never);
    double const legal = worth(StatusPlan::registered_only);
    EXPECT_EQ(life().value_now(), worth(StatusPlan::nothing));
    hold(WorkRight::free_movement, Presence::registered, never);
    EXPECT_EQ(life().value_now(), legal);
}

TEST_F(BenefitOfConsulate, without_a_passport_is_the_worth_of_the_law_over_nothing)
{
    hold(WorkRight::none, Presence::permitted, never);
    double const legal = worth(StatusPlan::permit);
    double const nothing = worth(StatusPlan::nothing);
    lose_passport();
    EXPECT_GT(norm(), 0.0);
    EXPECT_NEAR(life().benefit_of_consulate(), legal - nothing - fees(), 1e-6);
    // The norm is part of what nothing is worth.
    double const with_norm = life().benefit_of_consulate();
    double const cost = norm();
    let_irregularity_cost_money_alone();
    EXPECT_NEAR(life().benefit_of_consulate(), with_norm - cost, 1e-6);
}

TEST_F(BenefitOfConsulate, of_a_law_that_is_worth_less_than_nothing_is_the_fees_alone)
{
    hold(WorkRight::none, Presence::permitted, never);
    lose_passport();
    scheme(Scheme::permit).fee[russia].fill(Kopecks::from_roubles(60'000));
    EXPECT_NEAR(life().benefit_of_consulate(), -fees(), 1e-9);
}

TEST_F(SchemesAbroad, are_all_offered_where_each_is_given)
{
    expect_offered({Scheme::permit, Scheme::patent, Scheme::highly_skilled});
    scheme(Scheme::patent).open[russia] = false;
    expect_offered({Scheme::permit, Scheme::highly_skilled});
    scheme(Scheme::permit).open[russia] = false;
    expect_offered({Scheme::highly_skilled});
    EXPECT_FALSE(life().status_offers().is_open(StatusPlan::intermediary))
        << "sells what is given no more";
}

TEST_F(SchemesAbroad, are_for_those_who_are_paid_enough)
{
    double const pay = pay_abroad(society, persons, worker);
    scheme(Scheme::highly_skilled).least_pay[russia] = Kopecks::from_roubles(std::floor(pay));
    EXPECT_TRUE(is_offered(Scheme::highly_skilled));
    EXPECT_TRUE(is_way(Scheme::highly_skilled));
    scheme(Scheme::highly_skilled).least_pay[russia] = Kopecks::from_roubles(std::floor(pay) + 1.0);
    expect_offered({Scheme::permit, Scheme::patent});
}

TEST_F(SchemesAbroad, without_a_quota_are_open_when_the_lists_are_closed)
{
    expect_offered({Scheme::patent, Scheme::highly_skilled}, Lists::closed);
    EXPECT_FALSE(life(Lists::closed).status_offers().is_open(StatusPlan::intermediary));
    scheme(Scheme::patent).quota[russia] = true;
    scheme(Scheme::permit).quota[russia] = false;
    expect_offered({Scheme::permit, Scheme::highly_skilled}, Lists::closed);
}

TEST_F(SchemesAbroad, take_a_place_in_the_quota_each_as_its_law_says)
{
    EXPECT_TRUE(life().in_quota(Scheme::permit));
    EXPECT_FALSE(life().in_quota(Scheme::patent));
    scheme(Scheme::patent).quota[russia] = true;
    EXPECT_TRUE(life().in_quota(Scheme::patent));
}

TEST_F(SchemesAbroad, are_open_to_overstayers_in_an_amnesty_alone)
{
    persons[worker].presence = Presence::overstayed;
    expect_offered({});
    society.parameters.amnesty.open[russia] = true;
    expect_offered({Scheme::permit, Scheme::patent, Scheme::highly_skilled});
    expect_offered({Scheme::permit, Scheme::patent, Scheme::highly_skilled}, Lists::closed);
    scheme(Scheme::patent).open[russia] = false;
    expect_offered({Scheme::permit, Scheme::highly_skilled});
    EXPECT_FALSE(life().in_quota(Scheme::permit)) << "none is taken in an amnesty";
}

TEST_F(SchemesAbroad, cost_what_their_law_takes_at_once_and_the_amnesty_on_top)
{
    Region const osh = regions::osh;
    for (Scheme const which : all_schemes)
        EXPECT_EQ(life().permit_payment(which),
                  scheme(which).first_payment(destinations::moscow, osh));
    persons[worker].presence = Presence::overstayed;
    society.parameters.amnesty.open[russia] = true;
    society.parameters.amnesty.cost[russia] = Kopecks(123'400);
    for (Scheme const which : all_schemes)
        EXPECT_EQ(life().permit_payment(which),
                  scheme(which).first_payment(destinations::moscow, osh) + Kopecks(123'400));
}

// A household that sends nothing, and nobody lends.
TEST_F(SchemesAbroad, are_offered_to_those_who_can_pay_and_live_a_month_on)
{
    society.parameters.liquidity.credit = Kopecks{};
    society.parameters.liquidity.sent_abroad = Share(0.0);
    Kopecks const needed = life().permit_payment(Scheme::patent) + life().living();
    persons[worker].cash = on_person(needed);
    EXPECT_TRUE(is_offered(Scheme::patent));
    persons[worker].cash = on_person(needed - Kopecks(1));
    EXPECT_FALSE(is_offered(Scheme::patent));
    persons[worker].employer = Employer::household;
    EXPECT_TRUE(is_way(Scheme::patent)) << "open whatever it costs";
}

// Bought with a firm the patent of 2010 makes the work no more lawful.
TEST_F(SchemesAbroad, are_ways_into_the_law_where_they_reach_the_work)
{
    EXPECT_TRUE(is_offered(Scheme::patent));
    EXPECT_FALSE(is_way(Scheme::patent));
    EXPECT_TRUE(is_way(Scheme::highly_skilled));
    persons[worker].employer = Employer::household;
    EXPECT_TRUE(is_way(Scheme::patent));
    EXPECT_FALSE(is_way(Scheme::highly_skilled));
    persons[worker].contract = Contract::none;
    society.world.in_household.fill(0.3);
    EXPECT_TRUE(is_way(Scheme::patent));
    EXPECT_TRUE(is_way(Scheme::highly_skilled));
}

TEST_F(SchemesAbroad, cost_the_norm_of_the_irregular_by_the_part_of_work_beyond_them)
{
    ASSERT_GT(norm(), 0.0);
    EXPECT_NEAR(norm_of(Scheme::permit), 0.0, 1e-9);
    EXPECT_NEAR(norm_of(Scheme::patent), norm(), 1e-6);
    EXPECT_NEAR(norm_of(Scheme::highly_skilled), 0.0, 1e-9);
    persons[worker].employer = Employer::household;
    EXPECT_NEAR(norm_of(Scheme::patent), 0.0, 1e-9);
    persons[worker].contract = Contract::none;
    society.world.in_household.fill(0.3);
    EXPECT_NEAR(norm_of(Scheme::patent), 0.7 * norm(), 1e-6);
    EXPECT_NEAR(norm_of(Scheme::highly_skilled), 0.3 * norm(), 1e-6);
}
}  // namespace kochmon
