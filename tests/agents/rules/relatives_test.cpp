// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "agents/rules/naturalization_choice.hpp"

namespace kochmon
{
namespace
{
NaturalizationParameters with_relatives(double number)
{
    NaturalizationParameters parameters;
    parameters.relatives = number;
    return parameters;
}
}  // namespace

// 1 - (1 - 0.1)^4 = 0.3439
TEST(Relatives, are_citizens_each_as_often_as_an_adult_of_the_region)
{
    EXPECT_TRUE(with_relatives(4.0).knows_citizen(0.1, 0.3438));
    EXPECT_FALSE(with_relatives(4.0).knows_citizen(0.1, 0.3440));
}

TEST(Relatives, are_no_citizens_where_none_is_or_there_are_none)
{
    EXPECT_FALSE(with_relatives(4.0).knows_citizen(0.0, 0x1p-33));
    EXPECT_FALSE(with_relatives(0.0).knows_citizen(0.5, 0x1p-33));
    EXPECT_FALSE(with_relatives(0.0).knows_citizen(1.0, 0x1p-33));
    EXPECT_TRUE(with_relatives(0.5).knows_citizen(1.0, 1.0 - 0x1p-33));
}

// More citizens take no relative away.
TEST(Relatives, once_known_are_known_with_more_citizens)
{
    for (double const u : {0.05, 0.3, 0.7, 0.95})
    {
        bool known = false;
        for (int percent = 0; percent <= 100; ++percent)
        {
            bool const now = with_relatives(4.0).knows_citizen(percent / 100.0, u);
            EXPECT_LE(known, now) << u << " at " << percent << " %";
            known = now;
        }
        EXPECT_TRUE(known);
    }
}
}  // namespace kochmon
