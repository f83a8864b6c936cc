// SPDX-License-Identifier: MIT
#include "agents/options/person_money.hpp"

#include "tests/agents/roubles.hpp"
#include "tests/agents/russia.hpp"
#include "tests/agents/steps/worker_abroad.hpp"
#include "tests/corridors/kyrgyzstan.hpp"

namespace kochmon
{
namespace
{
using tests::at_russia;
using tests::roubles;

/// Permits that count at once, whoever buys them.
class PapersBought : public tests::WorkerAbroad
{
  protected:
    PapersBought()
    {
        society.parameters.liquidity.purse_share = Share(0.8);
        society.parameters.liquidity.sent_abroad = Share(0.1);
        for (Scheme const which : all_schemes) scheme(which).red_tape[at_russia] = 0.0;
    }

    Intent paid(Act act, Kopecks amount) const
    {
        return {.household = 0,
                .person = worker,
                .act = act,
                .place = destinations::moscow,
                .amount = amount,
                .needed = amount};
    }
    Intent permit_of(Scheme which, Scarce list) const
    {
        Intent intent = paid(Act::buy_permit, roubles(1'000));
        intent.scheme = which;
        intent.list = list;
        return intent;
    }
    Tally carried_out(Intent const& intent) { return after(steps::carry_out, {intent}); }
    Tally bought(Scheme which, Scarce list)
    {
        persons[worker].cash = on_person(roubles(1'000));
        return carried_out(permit_of(which, list));
    }
};
}  // namespace

// 10,000 RUB at home: the purse gives 8,000 to a member there, and sends 800.
TEST_F(PapersBought, are_paid_with_what_the_household_sends_abroad)
{
    population.households.cash = {roubles(10'000).count()};
    persons[worker].cash = on_person(roubles(200));
    carried_out(paid(Act::register_stay, roubles(1'000)));
    EXPECT_EQ(persons[worker].presence, Presence::registered);
    EXPECT_EQ(persons[worker].cash, 0);
    EXPECT_EQ(population.households.cash[0], roubles(9'200).count());
}

TEST_F(PapersBought, are_not_paid_with_what_the_purse_gives_at_home_alone)
{
    population.households.cash = {roubles(10'000).count()};
    persons[worker].cash = on_person(roubles(200));
    carried_out(paid(Act::register_stay, roubles(1'000) + Kopecks(1)));
    EXPECT_EQ(persons[worker].presence, Presence::permitted);
    EXPECT_EQ(persons[worker].cash, roubles(200).count());
    EXPECT_EQ(population.households.cash[0], roubles(10'000).count());
    EXPECT_EQ(persons.must_decide[worker], 1) << "decides anew next month";
}

TEST_F(PapersBought, give_the_right_of_their_scheme_for_its_duration)
{
    scheme(Scheme::patent).duration[at_russia] = 7;
    bought(Scheme::patent, Scarce::nothing);
    EXPECT_EQ(persons[worker].work_right, WorkRight::permit);
    EXPECT_EQ(persons[worker].scheme, Scheme::patent);
    EXPECT_EQ(persons[worker].permit_for, Employers::households);
    EXPECT_EQ(persons[worker].permit_end, stamp(society.month + 7));
    EXPECT_EQ(persons[worker].permit_paid, stamp(society.month + 1)) << "paid by the month";
    EXPECT_FALSE(persons.status(worker).regular()) << "with a firm";
    persons[worker].employer = Employer::household;
    EXPECT_TRUE(persons.status(worker).regular());
}

// Nobody declares work that a permit does not let do.
TEST_F(PapersBought, end_a_contract_of_work_beyond_them)
{
    bought(Scheme::permit, Scarce::permit);
    persons[worker].contract = Contract::formal;
    bought(Scheme::permit, Scarce::permit);
    EXPECT_EQ(persons[worker].contract, Contract::formal);
    bought(Scheme::patent, Scarce::nothing);
    EXPECT_EQ(persons[worker].contract, Contract::informal) << "with a firm";
}

TEST_F(PapersBought, at_once_are_not_paid_on)
{
    bought(Scheme::highly_skilled, Scarce::nothing);
    EXPECT_EQ(persons[worker].permit_for, Employers::firms);
    EXPECT_EQ(persons[worker].permit_paid, never);
    EXPECT_EQ(persons[worker].permit_end,
              stamp(society.month + scheme(Scheme::highly_skilled).duration[at_russia]));
}

// Of another month's law the next permit has to tell.
TEST_F(PapersBought, let_work_with_those_whom_they_were_given_for)
{
    bought(Scheme::patent, Scarce::nothing);
    scheme(Scheme::patent).employers[at_russia] = Employers::all;
    EXPECT_EQ(persons[worker].permit_for, Employers::households);
    bought(Scheme::patent, Scarce::nothing);
    EXPECT_EQ(persons[worker].permit_for, Employers::all);
}

TEST_F(PapersBought, wait_for_the_office_of_their_scheme)
{
    scheme(Scheme::patent).red_tape[at_russia] = 2.0;
    bought(Scheme::patent, Scarce::nothing);
    EXPECT_EQ(persons[worker].work_right, WorkRight::none);
    EXPECT_EQ(persons[worker].presence, Presence::registered);
    EXPECT_EQ(persons[worker].permit_begin, stamp(society.month + 3));
    EXPECT_EQ(persons[worker].permit_end,
              stamp(society.month + 2 + scheme(Scheme::patent).duration[at_russia]));
    EXPECT_EQ(persons[worker].permit_paid, stamp(society.month + 3));
}

TEST_F(PapersBought, are_counted_by_scheme_and_by_quota)
{
    Tally const patent = bought(Scheme::patent, Scarce::nothing);
    EXPECT_EQ(patent.total(Count::permits_bought), 1);
    EXPECT_EQ(patent.total(Count::patents_bought), 1);
    EXPECT_EQ(patent.total(Count::permits_outside_quota), 1);
    EXPECT_EQ(patent.total(Flow::permit_fees), roubles(1'000).count());
    Tally const permit = bought(Scheme::permit, Scarce::permit);
    EXPECT_EQ(permit.total(Count::permits_bought), 1);
    EXPECT_EQ(permit.total(Count::patents_bought), 0);
    EXPECT_EQ(permit.total(Count::permits_outside_quota), 0);
    Tally const skilled = bought(Scheme::highly_skilled, Scarce::nothing);
    EXPECT_EQ(skilled.total(Count::patents_bought), 0);
    EXPECT_EQ(skilled.total(Count::permits_outside_quota), 1);
}

TEST_F(PapersBought, in_an_amnesty_are_told_apart_from_those_outside_a_quota)
{
    persons[worker].cash = on_person(roubles(1'000));
    Intent amnesty = permit_of(Scheme::patent, Scarce::nothing);
    amnesty.why = Why::by_amnesty;
    Tally const tally = carried_out(amnesty);
    EXPECT_EQ(tally.total(Count::permits_by_amnesty), 1);
    EXPECT_EQ(tally.total(Count::patents_bought), 1);
    EXPECT_EQ(tally.total(Count::permits_outside_quota), 0);
}

TEST_F(PapersBought, of_residence_are_temporary_or_permanent_in_a_quota_or_outside)
{
    Intent temporary = paid(Act::seek_residence, Kopecks{});
    temporary.list = Scarce::temporary_residence;
    Tally const in_quota = carried_out(temporary);
    EXPECT_EQ(persons[worker].work_right, WorkRight::temporary_resident);
    EXPECT_EQ(in_quota.total(Count::residences_obtained), 1);
    EXPECT_EQ(in_quota.total(Count::temporary_residences_obtained), 1);
    EXPECT_EQ(in_quota.total(Count::residences_outside_quota), 0);
    Intent permanent = paid(Act::seek_residence, Kopecks{});
    permanent.permanent = true;
    Tally const outside = carried_out(permanent);
    EXPECT_EQ(persons[worker].work_right, WorkRight::permanent_resident);
    EXPECT_EQ(outside.total(Count::residences_obtained), 1);
    EXPECT_EQ(outside.total(Count::temporary_residences_obtained), 0);
    EXPECT_EQ(outside.total(Count::residences_outside_quota), 1);
}

TEST_F(PapersBought, of_residence_are_given_up_by_those_who_cannot_pay_where_a_place_was_granted)
{
    Intent residence = paid(Act::seek_residence, roubles(1'000));
    EXPECT_EQ(carried_out(residence).total(Count::residence_without_purse), 0);
    residence.list = Scarce::temporary_residence;
    EXPECT_EQ(carried_out(residence).total(Count::residence_without_purse), 1);
    EXPECT_EQ(persons[worker].work_right, WorkRight::none);
}

TEST_F(PapersBought, of_citizenship_wait_in_the_queue_of_the_path)
{
    society.parameters.naturalization.dual[at_russia] = true;
    Intent citizenship = paid(Act::seek_citizenship, Kopecks{});
    citizenship.list = Scarce::citizenship;
    citizenship.queue = 7.0;
    carried_out(citizenship);
    EXPECT_EQ(persons[worker].queue_end, stamp(society.month + 7));
}
}  // namespace kochmon
