// SPDX-License-Identifier: MIT
#include "agents/law/repeat_bans.hpp"

#include <gtest/gtest.h>

namespace kochmon
{
namespace
{
constexpr Jurisdiction russia = Jurisdiction::russia;
constexpr Month now = Month::of(2012, 1);

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
    EXPECT_TRUE(law.repeats(russia, stamp(now - 1), now));
    EXPECT_TRUE(law.repeats(russia, stamp(now - 36), now));
    EXPECT_FALSE(law.repeats(russia, stamp(now - 37), now));
    EXPECT_FALSE(law.repeats(russia, never, now)) << "the first";
}

TEST(RepeatBanLaw, no_time_is_told_where_the_law_is_not_told_whole)
{
    EXPECT_FALSE(three_years().repeats(Jurisdiction::kazakhstan, stamp(now - 1), now));
}

TEST(RepeatBanLaw, the_ban_runs_from_the_fine_on)
{
    RepeatBanLaw const law = three_years();
    EXPECT_EQ(law.months_left(russia, stamp(now), now), 24);
    EXPECT_EQ(law.months_left(russia, stamp(now - 20), now), 4);
    EXPECT_EQ(law.months_left(russia, stamp(now - 24), now), 0);
    EXPECT_EQ(law.months_left(russia, stamp(now - 90), now), 0);
    EXPECT_EQ(law.months_left(russia, never, now), 0);
}
}  // namespace kochmon
