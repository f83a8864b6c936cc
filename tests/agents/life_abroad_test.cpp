// SPDX-License-Identifier: MIT
#include "agents/life_abroad.hpp"

#include <gtest/gtest.h>

#include "tests/agents/world_of_tests.hpp"

// A worker from Osh in Moscow after two months: registered, with a passport, money and no fear.
// What the legal life and nothing are worth is read off the plans offered in the last month of a
// permit.
namespace kochmon
{
namespace
{
class WorkerInMoscow : public testing::Test
{
  protected:
    static constexpr std::size_t russia = index(Jurisdiction::russia);

    WorkerInMoscow()
        : scenario_(tests::TestWorld{.persons = "5000", .months = 2}.scenario()),
          simulation_(scenario_, synthesize(scenario_), 0, {workers_, {}}),
          society(simulation_.society()),
          persons(simulation_.population().persons)
    {
        simulation_.run();
        society = simulation_.society();
        now = stamp(society.month);
        society.parameters.status.norm_cost = 1'500.0;
        society.parameters.permit.fee[russia].fill(Kopecks::from_roubles(6'000));
        while (persons.place[worker] != Place::moscow || persons.origin[worker] != Region::osh ||
               persons.contract[worker] == Contract::none || !persons.status(worker).foreign())
            ++worker;
        persons.papers[worker] = Papers::genuine;
        persons.contract[worker] = Contract::informal;
        persons.cash[worker] = 10'000'000;
        persons.perceived_risk[worker] = 0.0F;
        persons.passport_end[worker] = stamp(society.month + 60);
        persons.queue_end[worker] = never;
        hold(WorkRight::none, Presence::registered, now);
    }

    void hold(WorkRight right, Presence presence, MonthStamp end)
    {
        persons.work_right[worker] = right;
        persons.presence[worker] = presence;
        persons.permit_begin[worker] = never;
        persons.permit_end[worker] = end;
    }
    LifeAbroad life() const { return {society, simulation_.population(), worker, Lists::open}; }
    double worth(StatusPlan plan) const
    {
        StatusOffers const offers = life().status_offers();
        EXPECT_TRUE(offers.open[static_cast<std::size_t>(plan)]);
        return offers.value[static_cast<std::size_t>(plan)];
    }
    double norm() const
    {
        return 1'500.0 * society.world.regular_share[index(Region::osh)][index(Place::moscow)];
    }

    Workers workers_{1};
    Scenario scenario_;
    Simulation simulation_;
    Society society;
    Persons& persons;
    MonthStamp now = never;
    std::size_t worker = 0;
};

class ValueOfLifeNow : public WorkerInMoscow
{
};
class BenefitOfConsulate : public WorkerInMoscow
{
  protected:
    void lose_passport()
    {
        persons.passport_end[worker] = stamp(society.month - 1);
        persons.at_consulate[worker] = 0;
    }
    double fees() const
    {
        ConsulateLaw const& law = society.parameters.consulate;
        return (law.registration_fee + law.passport_fee).roubles() /
               society.parameters.value.horizon(persons.aim[worker]);
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
    persons.permit_begin[worker] = stamp(society.month + 1);
    EXPECT_EQ(life().value_now(), legal);
    persons.work_right[worker] = WorkRight::none;
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
    double const norm_cost = norm();
    society.parameters.status.norm_cost = 0.0;
    EXPECT_NEAR(life().benefit_of_consulate(), with_norm - norm_cost, 1e-6);
}

TEST_F(BenefitOfConsulate, of_a_law_that_is_worth_less_than_nothing_is_the_fees_alone)
{
    hold(WorkRight::none, Presence::permitted, never);
    lose_passport();
    society.parameters.permit.fee[russia].fill(Kopecks::from_roubles(60'000));
    EXPECT_NEAR(life().benefit_of_consulate(), -fees(), 1e-9);
}
}  // namespace kochmon
