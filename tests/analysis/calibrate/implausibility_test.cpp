// SPDX-License-Identifier: MIT
#include "analysis/calibrate/implausibility.hpp"

#include <cmath>

#include <gtest/gtest.h>

#include "tests/analysis/calibrate/no_value.hpp"

namespace kochmon
{
namespace
{
using tests::nan;

std::vector<TargetAim> const two_aims = {{"a", 10.0, 3.0, 4.0}, {"b", 0.5, 0.1, 0.0}};

// By hand: 26 / sqrt(144 + 9 + 16) = 2.
TEST(Implausibility, is_the_miss_in_standard_deviations_of_all_that_is_uncertain)
{
    EXPECT_DOUBLE_EQ(implausibility(two_aims[0], 36.0, 144.0), 2.0);
    EXPECT_DOUBLE_EQ(implausibility(two_aims[0], -16.0, 144.0), 2.0);
    auto const measured = implausibilities(two_aims, {{36.0, 12.0}, {0.9, nan}});
    EXPECT_DOUBLE_EQ(measured[0], 2.0);
    EXPECT_DOUBLE_EQ(measured[1], 4.0);
}

TEST(Implausibility, is_infinite_without_a_value)
{
    EXPECT_TRUE(std::isinf(implausibilities(two_aims, {{nan, 1.0}, {0.5, 0.0}})[0]));
}

TEST(WorstTwo, are_the_largest_and_the_next)
{
    WorstTwo const worst = worst_two(std::vector{1.0, 5.0, 0.5, 4.0});
    EXPECT_EQ(worst.largest, 5.0);
    EXPECT_EQ(worst.second, 4.0);
    EXPECT_EQ(worst.target, 1U);
    EXPECT_EQ(worst_two(std::vector{4.0, 5.0}).second, 4.0);
    EXPECT_EQ(worst_two(std::vector{5.0, 5.0}).second, 5.0);
    EXPECT_EQ(worst_two(std::vector{2.0}).second, 0.0);
}

// By hand: (5/5)^2 + (0.2/0.1)^2 = 5; without the second value 1 + 30^2.
TEST(Misfit, sums_squared_misses_in_units_of_what_is_allowed)
{
    EXPECT_DOUBLE_EQ(misfit(two_aims, {{15.0, 9.0}, {0.3, 9.0}}), 5.0);
    EXPECT_DOUBLE_EQ(misfit(two_aims, {{15.0, 9.0}, {nan, 9.0}}), 901.0);
}
}  // namespace
}  // namespace kochmon
