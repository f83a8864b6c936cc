// SPDX-License-Identifier: MIT
#include "analysis/measures/told_unit.hpp"

#include <gmock/gmock.h>

namespace kochmon
{
TEST(ToldUnit, of_a_share_is_per_cent_and_percentage_points)
{
    ToldUnit const unit = told_unit("share", 0.3);
    EXPECT_EQ(unit.level, "per cent");
    EXPECT_EQ(unit.change, "percentage points");
    EXPECT_EQ(unit.number(0.1234), "12.3");
    EXPECT_EQ(unit.signed_number(0.0123), "+1.23");
    EXPECT_EQ(unit.signed_number(-1.5), "-150");
}

TEST(ToldUnit, of_a_rate_says_its_time)
{
    EXPECT_EQ(told_unit("% a year", 3.0).change, "percentage points a year");
    EXPECT_EQ(told_unit("%/year", 3.0).level, "per cent a year");
    EXPECT_EQ(told_unit("persons/month", 3.0).level, "persons a month");
}

TEST(ToldUnit, of_much_is_thousands_or_millions)
{
    EXPECT_EQ(told_unit("persons", 20'000.0).number(123'456.0), "123");
    EXPECT_EQ(told_unit("persons", 20'000.0).change, "thousand persons");
    EXPECT_EQ(told_unit("persons", 500.0).number(45.6), "45.6");
    EXPECT_EQ(told_unit("RUB/month", 2e8).level, "million RUB a month");
    EXPECT_EQ(told_unit("XYZ", 2e7).level, "million XYZ");
    EXPECT_EQ(told_unit("XYZ in 6 months", 2e7).level, "million XYZ in 6 months");
    EXPECT_EQ(told_unit("XYZ/month", 2e6).level, "thousand XYZ a month");
    EXPECT_EQ(told_unit("persons/month", 2e8).level, "thousand persons a month");
}

TEST(ToldName, has_spaces_and_a_capital)
{
    EXPECT_EQ(told_name("legality_by_right"), "Legality by right");
}
}  // namespace kochmon
