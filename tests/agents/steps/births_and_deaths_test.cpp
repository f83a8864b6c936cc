// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "agents/steps/steps.hpp"

#include "tests/agents/world_of_tests.hpp"
#include "tests/corridors/kyrgyz_tally.hpp"

namespace kochmon
{
namespace
{
/// A household in Osh: a mother at home with a wage job, a grown son in Moscow, a child not born.
class Household : public testing::Test
{
  protected:
    static constexpr std::size_t mother = 0;
    static constexpr std::size_t son = 1;
    static constexpr std::size_t child = 2;
    static constexpr MonthStamp far = 2'000;

    Household()
    {
        society.month = Month::of(2010, 3);
        society.parameters = tests::baseline_parameters();
        Persons& persons = population.persons;
        persons.ban_end.resize(kyrgyz_corridor()->jurisdictions().size());
        persons.resize(3);
        population.households.resize(1);
        population.households.first_member = {0, 3};
        population.households.region = {regions::osh};
        population.households.cash = {100'000};
        population.households.debt = {7'000};
        for (std::size_t person = 0; person < 3; ++person)
        {
            persons.key[person] = person;
            persons.birth[person] = stamp(society.month - 12 * 40);
            persons[person].origin = regions::osh;
            persons.wage_job[person] = 1;
            Person& row = persons[person];
            for (MonthStamp* const date : {&row.queue_end, &row.prison_end, &row.last_offence,
                                           &row.fined_again, &row.passport_end, &row.permit_end})
                *date = never;
            persons.last_found[person] = never;
            for (auto& ban_end : persons.ban_end) ban_end[person] = never;
        }
        persons.sex = {Sex::female, Sex::male, Sex::male};
        persons.place = {Place::home, destinations::moscow, Place::nowhere};
        persons[son].presence = Presence::overstayed;
        persons[son].cash = 30'000;
        persons[son].debt = 4'000;
        persons.birth[child] = stamp(society.month);
        count_earners(population, 0, society.month);
    }

    void live_the_month()
    {
        std::vector<Piece> pieces = cut(population, {}, *kyrgyz_corridor());
        Piece& piece = pieces.front();
        piece.begin_tile(0);
        steps::draw_luck(society, piece);
        steps::be_born_and_die(society, piece);
        abroad = piece.abroad;
        considering = piece.considering;
        tally = piece.tally;
    }

    std::int64_t counted(Count kind, Place place) const
    {
        return tally.at(kind, kyrgyz_cell(regions::osh, place, Sex::male));
    }

    Population population;
    Society society = tests::society_of_tests();
    Tally tally = kyrgyz_tally();
    std::vector<std::uint32_t> abroad;
    std::vector<std::uint32_t> considering;
};
}  // namespace

TEST_F(Household, has_a_newborn_at_home_in_the_month_of_birth_and_not_before)
{
    society.month = Month::of(2010, 2);
    live_the_month();
    EXPECT_TRUE(population.persons.nowhere(child));
    EXPECT_EQ(tally.total(Count::births), 0);
    society.month = Month::of(2010, 3);
    live_the_month();
    EXPECT_TRUE(population.persons.at_home(child));
    EXPECT_EQ(counted(Count::births, Place::home), 1);
    society.month = Month::of(2010, 4);
    live_the_month();
    EXPECT_EQ(tally.total(Count::births), 0) << "nobody is born twice";
}

TEST_F(Household, keeps_what_the_dead_owned_and_owed)
{
    population.persons.death[son] = stamp(society.month);
    live_the_month();
    EXPECT_TRUE(population.persons.nowhere(son));
    EXPECT_EQ(population.persons[son].cash, 0);
    EXPECT_EQ(population.persons[son].debt, 0);
    EXPECT_EQ(population.households.cash[0], 130'000);
    EXPECT_EQ(population.households.debt[0], 11'000);
    EXPECT_EQ(counted(Count::deaths, destinations::moscow), 1);
    EXPECT_EQ(tally.total(Count::deaths), 1);
    EXPECT_EQ(tally.total(Flow::credit), 0);
}

TEST_F(Household, counts_its_earners_anew_when_a_member_dies)
{
    ASSERT_EQ(population.households.wage_earners[0], 1);
    population.persons.death[mother] = stamp(society.month);
    live_the_month();
    EXPECT_EQ(population.households.wage_earners[0], 0);
    EXPECT_EQ(members_by_place(population, 0)[index(Place::home)], 1) << "the newborn";
    EXPECT_EQ(members_by_place(population, 0)[index(destinations::moscow)], 1);
}

TEST_F(Household, member_who_dies_leaves_every_list)
{
    Persons& persons = population.persons;
    MonthStamp const now = stamp(society.month);
    persons.death[son] = now;
    persons[son].queue_end = far;
    persons.last_found[son] = persons[son].last_offence = persons[son].fined_again = now;
    persons.ban_end[index(jurisdictions::russia)][son] = now;  // would expire this month
    persons.ban_end[index(jurisdictions::kazakhstan)][son] = far;
    persons.ban_end[index(jurisdictions::other)][son] = static_cast<MonthStamp>(now - 1);  // over
    persons[son].known_bans = 1;
    live_the_month();
    EXPECT_EQ(counted(Count::citizenship_abandoned, destinations::moscow), 1);
    EXPECT_EQ(counted(Count::bans_of_the_dead, destinations::moscow), 2);
    EXPECT_EQ(counted(Count::deaths_in_prison, destinations::moscow), 0);
    EXPECT_EQ(persons[son].queue_end, never);
    EXPECT_EQ(persons.last_found[son], never);
    EXPECT_EQ(persons[son].last_offence, never);
    EXPECT_EQ(persons[son].fined_again, never);
    EXPECT_EQ(persons[son].known_bans, 0);
    for (auto const& ban_end : persons.ban_end) EXPECT_EQ(ban_end[son], never);
}

TEST_F(Household, member_who_dies_in_prison_is_not_released)
{
    Persons& persons = population.persons;
    persons.death[son] = persons[son].prison_end = stamp(society.month);
    persons[son].presence = Presence::prison;
    live_the_month();
    EXPECT_EQ(counted(Count::deaths_in_prison, destinations::moscow), 1);
    EXPECT_EQ(tally.total(Count::released), 0);
    EXPECT_EQ(persons[son].prison_end, never);
}

TEST_F(Household, member_who_dies_intends_nothing)
{
    Persons& persons = population.persons;
    persons.must_decide = {1, 1, 0};
    society.month = Month::of(2010, 4);
    live_the_month();
    EXPECT_EQ(abroad, std::vector<std::uint32_t>{son});
    EXPECT_EQ(considering, std::vector<std::uint32_t>{mother});
    persons.death[son] = persons.death[mother] = stamp(society.month);
    live_the_month();
    EXPECT_EQ(abroad, std::vector<std::uint32_t>{});
    EXPECT_EQ(considering, std::vector<std::uint32_t>{});
}
}  // namespace kochmon
