// SPDX-License-Identifier: MIT
#include "agents/law/bans.hpp"

#include <utility>

#include <gtest/gtest.h>

#include "tests/agents/russia.hpp"
#include "tests/corridors/kyrgyzstan.hpp"

namespace kochmon
{
namespace
{
using tests::russia;

constexpr Month january_of_2010 = Month::of(2010, 1);

ExitBanLaw exit_bans()
{
    ExitBanLaw law;
    law.chance[index(russia)] = Probability(0.25);
    law.months[index(russia)] = {6, 12, 18, 36};
    return law;
}

// One person whom no list knows.
Persons stranger()
{
    Persons persons;
    persons.ban_end.resize(kyrgyz_corridor()->jurisdictions().size());
    persons.resize(1);
    for (auto& end : persons.ban_end) end[0] = never;
    return persons;
}
}  // namespace

TEST(ExitBanLaw, the_ban_steps_up_in_months_one_five_seven_and_ten)
{
    ExitBanLaw const law = exit_bans();
    for (auto const& [overstayed, months] :
         {std::pair{0, 0}, {1, 6}, {4, 6}, {5, 12}, {6, 12}, {7, 18}, {9, 18}, {10, 36}, {99, 36}})
        EXPECT_EQ(law.ban_months(russia, overstayed), months) << overstayed;
}

TEST(BanFeared, ends_with_the_horizon)
{
    // 0.25 x 12; 0.25 x min(36, 18)
    EXPECT_DOUBLE_EQ(feared_months({0.25, 12}, {}, 18.0), 3.0);
    EXPECT_DOUBLE_EQ(feared_months({0.25, 36}, {}, 18.0), 4.5);
    EXPECT_DOUBLE_EQ(feared_months({}, {}, 18.0), 0.0);
}

TEST(BanFeared, of_two_the_later_end_holds)
{
    // 12 months with 0.5; else, with half of 0.25, 6 months: 6 + 0.5 x 0.25 x 6
    EXPECT_DOUBLE_EQ(feared_months({0.5, 12}, {0.25, 6}, 60.0), 6.75);
    EXPECT_DOUBLE_EQ(feared_months({0.25, 6}, {0.5, 12}, 60.0), 6.75) << "in either order";
    EXPECT_DOUBLE_EQ(feared_months({1.0, 12}, {1.0, 6}, 60.0), 12.0) << "they do not add up";
}

TEST(Bans, a_ban_of_month_t_holds_from_the_next_month_to_t_plus_length)
{
    Persons persons = stranger();
    EXPECT_EQ(ban(persons, 0, russia, january_of_2010, 12), BanChange::entered);
    EXPECT_TRUE(persons.banned(0, russia, january_of_2010 + 1));
    EXPECT_TRUE(persons.banned(0, russia, january_of_2010 + 12)) << "its last month";
    EXPECT_FALSE(persons.banned(0, russia, january_of_2010 + 13));
    EXPECT_FALSE(persons.banned(0, jurisdictions::kazakhstan, january_of_2010 + 1));
}

TEST(Bans, the_list_at_the_end_of_a_month_holds_who_is_barred_in_the_next)
{
    Persons persons = stranger();
    EXPECT_FALSE(on_ban_list(persons, 0, russia, january_of_2010));
    ban(persons, 0, russia, january_of_2010, 2);
    EXPECT_TRUE(on_ban_list(persons, 0, russia, january_of_2010));
    EXPECT_TRUE(on_ban_list(persons, 0, russia, january_of_2010 + 1));
    EXPECT_FALSE(on_ban_list(persons, 0, russia, january_of_2010 + 2));
}

TEST(Bans, do_not_add_up_but_the_later_end_holds)
{
    Persons persons = stranger();
    ban(persons, 0, russia, january_of_2010, 12);
    EXPECT_EQ(ban(persons, 0, russia, january_of_2010 + 3, 9), BanChange::none) << "the same end";
    EXPECT_EQ(ban(persons, 0, russia, january_of_2010 + 3, 6), BanChange::none);
    EXPECT_EQ(persons.ban_end[index(russia)][0], stamp(january_of_2010 + 12));
    EXPECT_EQ(ban(persons, 0, russia, january_of_2010 + 3, 60), BanChange::extended);
    EXPECT_EQ(persons.ban_end[index(russia)][0], stamp(january_of_2010 + 63));
}

TEST(Bans, one_in_its_last_month_is_extended_and_one_that_has_ended_is_entered_anew)
{
    Persons persons = stranger();
    ban(persons, 0, russia, january_of_2010, 12);
    Persons later = persons;
    EXPECT_EQ(ban(persons, 0, russia, january_of_2010 + 12, 6), BanChange::extended);
    EXPECT_EQ(ban(later, 0, russia, january_of_2010 + 13, 6), BanChange::entered);
}

TEST(Bans, of_no_month_is_none)
{
    Persons persons = stranger();
    EXPECT_EQ(ban(persons, 0, russia, january_of_2010, 0), BanChange::none);
    EXPECT_EQ(persons.ban_end[index(russia)][0], never);
}

TEST(Bans, a_purge_tells_whether_an_entry_would_have_held)
{
    Persons persons = stranger();
    EXPECT_FALSE(purge(persons, 0, russia, january_of_2010));
    ban(persons, 0, russia, january_of_2010, 12);
    Persons in_last_month = persons;
    Persons ended = persons;
    EXPECT_TRUE(purge(persons, 0, russia, january_of_2010 + 1));
    EXPECT_FALSE(persons.banned(0, russia, january_of_2010 + 1));
    EXPECT_FALSE(purge(persons, 0, russia, january_of_2010 + 1)) << "struck off already";
    EXPECT_TRUE(purge(in_last_month, 0, russia, january_of_2010 + 12));
    EXPECT_FALSE(purge(ended, 0, russia, january_of_2010 + 13));
}

TEST(Bans, are_known_jurisdiction_by_jurisdiction)
{
    Persons persons = stranger();
    ban(persons, 0, russia, january_of_2010, 12);
    EXPECT_FALSE(knows_ban(persons, 0, russia)) << "the border tells nobody";
    learn_ban(persons, 0, russia);
    EXPECT_TRUE(knows_ban(persons, 0, russia));
    for (Jurisdiction const where :
         {jurisdictions::kazakhstan, jurisdictions::south_korea, jurisdictions::other})
        EXPECT_FALSE(knows_ban(persons, 0, where));
}

TEST(Bans, a_new_one_makes_the_old_knowledge_void_and_a_longer_one_does_not)
{
    Persons persons = stranger();
    ban(persons, 0, russia, january_of_2010, 6);
    learn_ban(persons, 0, russia);
    learn_ban(persons, 0, jurisdictions::other);
    ban(persons, 0, russia, january_of_2010 + 3, 12);
    EXPECT_TRUE(knows_ban(persons, 0, russia)) << "extended";
    ban(persons, 0, russia, january_of_2010 + 30, 6);
    EXPECT_FALSE(knows_ban(persons, 0, russia)) << "entered anew";
    EXPECT_TRUE(knows_ban(persons, 0, jurisdictions::other));
}

TEST(Bans, who_is_banned_after_a_purge_does_not_know)
{
    Persons persons = stranger();
    ban(persons, 0, russia, january_of_2010, 60);
    learn_ban(persons, 0, russia);
    purge(persons, 0, russia, january_of_2010 + 1);
    EXPECT_EQ(ban(persons, 0, russia, january_of_2010 + 2, 6), BanChange::entered);
    EXPECT_FALSE(knows_ban(persons, 0, russia));
}
}  // namespace kochmon
