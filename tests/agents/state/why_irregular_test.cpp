// SPDX-License-Identifier: MIT

#include "agents/state/why_irregular.hpp"

#include <gtest/gtest.h>

#include "agents/state/population.hpp"

#include "tests/corridors/kyrgyzstan.hpp"

// One irregular worker in Moscow, whose last decision was against a permit.
namespace kochmon
{
namespace
{
class WhyIrregular : public testing::Test
{
  protected:
    WhyIrregular()
    {
        persons.ban_end.resize(kyrgyz_corridor()->jurisdictions().size());
        persons.resize(1);
        persons.place[0] = destinations::moscow;
        persons[0].presence = Presence::permitted;
        persons[0].contract = Contract::informal;
        persons[0].permit_begin = never;
        for (auto& ban_end : persons.ban_end) ban_end[0] = never;
        persons[0].irregular_because = Irregularity::did_not_want;
    }
    Irregularity reason() const { return why_irregular(persons, 0, month); }

    Persons persons;
    Month const month = Month::of(2010, 6);
};
}  // namespace

TEST_F(WhyIrregular, is_what_decisions_left_if_nothing_else_holds)
{
    EXPECT_EQ(reason(), Irregularity::did_not_want);
    persons[0].irregular_because = Irregularity::refused_by_quota;
    EXPECT_EQ(reason(), Irregularity::refused_by_quota);
}

TEST_F(WhyIrregular, an_overstayer_to_whom_entry_is_closed_after_this_month_is_banned)
{
    persons[0].presence = Presence::overstayed;
    EXPECT_EQ(reason(), Irregularity::did_not_want);
    persons.ban_end[index(jurisdictions::kazakhstan)][0] = stamp(month + 60);
    EXPECT_EQ(reason(), Irregularity::did_not_want) << "banned elsewhere";
    persons.ban_end[index(jurisdictions::russia)][0] = stamp(month);
    EXPECT_EQ(reason(), Irregularity::did_not_want) << "the ban ends with this month";
    persons.ban_end[index(jurisdictions::russia)][0] = stamp(month + 1);
    EXPECT_EQ(reason(), Irregularity::banned);
}

TEST_F(WhyIrregular, who_is_barred_but_within_the_stay_is_not_irregular_by_the_ban)
{
    persons.ban_end[index(jurisdictions::russia)][0] = stamp(month + 60);
    EXPECT_EQ(reason(), Irregularity::did_not_want);
}

TEST_F(WhyIrregular, who_moves_freely_and_is_registered_lacks_a_contract)
{
    persons[0].work_right = WorkRight::free_movement;
    EXPECT_EQ(reason(), Irregularity::did_not_want) << "to register";
    persons[0].presence = Presence::registered;
    EXPECT_EQ(reason(), Irregularity::no_contract);
}

TEST_F(WhyIrregular, a_permit_that_is_awaited_comes_before_all_but_deceit)
{
    persons[0].permit_begin = stamp(month + 2);
    persons[0].presence = Presence::overstayed;
    persons.ban_end[index(jurisdictions::russia)][0] = stamp(month + 60);
    EXPECT_EQ(reason(), Irregularity::awaiting_permit);
    persons[0].papers = Papers::forged_unknowingly;
    EXPECT_EQ(reason(), Irregularity::deceived);
    persons[0].papers = Papers::forged_knowingly;
    EXPECT_EQ(reason(), Irregularity::awaiting_permit);
}

TEST_F(WhyIrregular, who_holds_a_permit_works_beyond_it)
{
    persons[0].work_right = WorkRight::permit;
    persons[0].presence = Presence::registered;
    persons[0].permit_for = Employers::households;
    ASSERT_FALSE(persons.status(0).regular());
    EXPECT_EQ(reason(), Irregularity::beyond_permit);
    persons[0].contract = Contract::none;
    persons[0].worked_without_right = 1;
    ASSERT_FALSE(persons.status(0).regular());
    EXPECT_EQ(reason(), Irregularity::beyond_permit) << "who has worked beyond it and searches";
}

TEST_F(WhyIrregular, beyond_a_permit_comes_after_another_that_is_awaited_and_deceit)
{
    persons[0].work_right = WorkRight::permit;
    persons[0].presence = Presence::registered;
    persons[0].permit_for = Employers::households;
    persons[0].permit_begin = stamp(month + 2);
    EXPECT_EQ(reason(), Irregularity::awaiting_permit);
    persons[0].permit_begin = never;
    persons[0].papers = Papers::forged_unknowingly;
    EXPECT_EQ(reason(), Irregularity::deceived);
}

TEST(Irregularity, has_a_name_for_each_reason)
{
    EXPECT_EQ(irregularity_names[index(Irregularity::beyond_permit)], "beyond_permit");
    EXPECT_EQ(irregularity_names.size(), index(Irregularity::beyond_permit) + 1);
}

TEST(Irregularity, a_blank_row_has_reconsidered_nothing)
{
    Persons persons;
    persons.ban_end.resize(kyrgyz_corridor()->jurisdictions().size());
    persons.resize(1);
    EXPECT_EQ(persons[0].irregular_because, Irregularity::never_reconsidered);
}
}  // namespace kochmon
