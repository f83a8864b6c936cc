// SPDX-License-Identifier: MIT
#include "agents/law/repeat_bans.hpp"

#include <gtest/gtest.h>

#include "tests/agents/russia.hpp"
#include "tests/corridors/kyrgyzstan.hpp"

namespace kochmon
{
namespace
{
using tests::russia;

constexpr Month january_of_2012 = Month::of(2012, 1);

RepeatBanLaw three_years()
{
    RepeatBanLaw law;
    law.within[index(russia)] = 36;
    law.length[index(russia)] = 24;
    return law;
}
}  // namespace

TEST(RepeatBanLaw, a_fine_repeats_an_offence_of_the_three_years_before)
{
    RepeatBanLaw const law = three_years();
    EXPECT_TRUE(law.repeats(russia, stamp(january_of_2012 - 1), january_of_2012));
    EXPECT_TRUE(law.repeats(russia, stamp(january_of_2012 - 36), january_of_2012));
    EXPECT_FALSE(law.repeats(russia, stamp(january_of_2012 - 37), january_of_2012));
    EXPECT_FALSE(law.repeats(russia, never, january_of_2012)) << "the first";
}

TEST(RepeatBanLaw, no_time_is_told_where_the_law_is_not_told_whole)
{
    EXPECT_FALSE(three_years().repeats(jurisdictions::kazakhstan, stamp(january_of_2012 - 1),
                                       january_of_2012));
}

TEST(RepeatBanLaw, the_ban_runs_from_the_fine_on)
{
    RepeatBanLaw const law = three_years();
    EXPECT_EQ(law.months_left(russia, stamp(january_of_2012), january_of_2012), 24);
    EXPECT_EQ(law.months_left(russia, stamp(january_of_2012 - 20), january_of_2012), 4);
    EXPECT_EQ(law.months_left(russia, stamp(january_of_2012 - 24), january_of_2012), 0);
    EXPECT_EQ(law.months_left(russia, stamp(january_of_2012 - 90), january_of_2012), 0);
    EXPECT_EQ(law.months_left(russia, never, january_of_2012), 0);
}
}  // namespace kochmon
