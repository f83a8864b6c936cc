// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "agents/steps/steps.hpp"

#include "tests/agents/russia.hpp"
#include "tests/agents/steps/worker_abroad.hpp"
#include "tests/agents/world_of_tests.hpp"
#include "tests/corridors/kyrgyzstan.hpp"

namespace kochmon
{
namespace
{
using tests::at_russia;

constexpr std::size_t at_kazakhstan = index(jurisdictions::kazakhstan);
constexpr std::size_t of_osh = index(regions::osh);

/// Three grown brothers of Osh: at home, in Kazakhstan and in Moscow. None is barred from anywhere.
class ThreeBrothers : public testing::Test
{
  protected:
    void SetUp() override
    {
        Persons& persons = population.persons;
        persons.ban_end.resize(kyrgyz_corridor()->jurisdictions().size());
        persons.resize(3);
        population.households.resize(1);
        population.households.first_member = {0, 3};
        population.households.region = {regions::osh};
        for (std::size_t person = 0; person < 3; ++person)
        {
            persons.key[person] = person;
            persons.birth[person] = stamp(society.month - 12 * 30);
            persons[person].origin = regions::osh;
            persons.sex[person] = Sex::male;
            persons.last_found[person] = never;
            for (auto& end : persons.ban_end) end[person] = never;
        }
        persons.place[1] = destinations::kazakhstan;
        persons.place[2] = destinations::moscow;
        society.parameters = tests::baseline_parameters();
    }

    /// A ban whose last month comes so many months from now.
    void bar(std::size_t person, std::size_t where, int months)
    {
        population.persons.ban_end[where][person] = stamp(society.month + months);
    }

    Tally counted()
    {
        std::vector<Piece> pieces = cut(population, {}, *kyrgyz_corridor());
        pieces.front().begin_tile(0);
        steps::count_persons(society, pieces.front());
        return pieces.front().tally;
    }

    Society society = []
    {
        Society s = tests::society_of_tests();
        s.month = Month::of(2015, 6);
        return s;
    }();
    Population population;
};
}  // namespace

TEST_F(ThreeBrothers, count_under_the_bans_of_a_country_wherever_they_are)
{
    bar(0, at_russia, 12);
    bar(1, at_russia, 1);
    bar(1, at_kazakhstan, 1);
    Tally const tally = counted();
    EXPECT_EQ(tally.bans.listed[of_osh][at_russia], 2);
    EXPECT_EQ(tally.bans.listed[of_osh][at_kazakhstan], 1);
    EXPECT_EQ(tally.total(Count::banned), 2) << "once, whoever bars them";
    EXPECT_EQ(tally.total(Count::bans_listed), 3);
    for (auto const& expired : tally.bans.expired[of_osh]) EXPECT_EQ(expired, 0);
}

TEST_F(ThreeBrothers, are_barred_no_more_when_the_month_ends_in_which_a_ban_ends)
{
    bar(0, at_russia, 0);
    bar(2, at_russia, -1);
    Tally const tally = counted();
    EXPECT_EQ(tally.bans.listed[of_osh][at_russia], 0);
    EXPECT_EQ(tally.bans.expired[of_osh][at_russia], 1) << "that of last month ended then";
    EXPECT_EQ(tally.total(Count::bans_expired), 1);
}

TEST_F(ThreeBrothers, add_up_over_pieces)
{
    bar(1, at_russia, 5);
    Tally sum = counted();
    sum.add(counted());
    EXPECT_EQ(sum.bans.listed[of_osh][at_russia], 2);
    EXPECT_NE(sum, counted());
}

// With a firm, by a patent for households.
namespace
{
class HolderOfPatent : public tests::WorkerAbroad
{
  protected:
    HolderOfPatent()
    {
        persons[worker].work_right = WorkRight::permit;
        persons[worker].presence = Presence::registered;
        persons[worker].scheme = Scheme::patent;
        persons[worker].permit_for = Employers::households;
        persons[worker].permit_end = stamp(society.month + 6);
    }
    Tally counted() { return after(steps::count_persons); }
};
}  // namespace

TEST_F(HolderOfPatent, is_counted_among_those_who_hold_permits)
{
    EXPECT_EQ(counted().total(Count::permit_holders), 1);
    EXPECT_EQ(counted().total(Count::patent_holders), 1);
    persons[worker].scheme = Scheme::permit;
    EXPECT_EQ(counted().total(Count::permit_holders), 1);
    EXPECT_EQ(counted().total(Count::patent_holders), 0);
}

// The column keeps the scheme of the last permit.
TEST_F(HolderOfPatent, is_none_without_the_right)
{
    persons[worker].work_right = WorkRight::none;
    EXPECT_EQ(counted().total(Count::patent_holders), 0);
}

TEST_F(HolderOfPatent, is_irregular_with_those_whom_it_is_not_for)
{
    Tally const beyond = counted();
    EXPECT_EQ(beyond.total(Count::regular_workers), 0);
    EXPECT_EQ(beyond.total(Count::irregular_beyond_permit), 1);
    persons[worker].employer = Employer::household;
    Tally const within = counted();
    EXPECT_EQ(within.total(Count::regular_workers), 1);
    EXPECT_EQ(within.total(Count::irregular_beyond_permit), 0);
}
}  // namespace kochmon
