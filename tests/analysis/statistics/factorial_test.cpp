// SPDX-License-Identifier: MIT
#include "analysis/statistics/factorial.hpp"

#include <bit>

#include <gmock/gmock.h>

#include "tests/analysis/statistics/analytic_functions.hpp"

namespace kochmon
{
namespace
{
using testing::ElementsAre;

/// Two levels a (-1, 1), three levels b (-1, 0, 1): a + b + 2 a b.
DesignValues two_by_three()
{
    DesignValues values(6, 1);
    std::size_t point = 0;
    for (double const a : {-1.0, 1.0})
        for (double const b : {-1.0, 0.0, 1.0}) values.at(point++, 0) = a + b + 2.0 * a * b + 100.0;
    return values;
}
constexpr std::size_t levels_of_two[] = {2, 3};
}  // namespace

// Variances 1, 2/3 and 4 x 2/3 of a, b and their product.
TEST(FactorialEffects, split_a_grid_as_by_hand)
{
    auto const found = factorial_effects(levels_of_two, two_by_three());
    ASSERT_TRUE(found);
    ASSERT_EQ(found->terms.size(), 3U);
    EXPECT_THAT(found->terms[2].factors, ElementsAre(0U, 1U));
    EXPECT_NEAR(found->variance, 13.0 / 3.0, 1e-9);
    EXPECT_NEAR(found->terms[0].share, 3.0 / 13.0, 1e-9);
    EXPECT_NEAR(found->terms[1].share, 2.0 / 13.0, 1e-9);
    EXPECT_NEAR(found->terms[2].share, 8.0 / 13.0, 1e-9);
    EXPECT_FALSE(found->terms[0].share_nine_in_ten) << "one replicate";
    EXPECT_EQ(found->share_of_higher, 0.0);
}

TEST(FactorialEffects, tell_what_three_factors_do_together)
{
    DesignValues values(8, 1);
    for (std::size_t point = 0; point < 8; ++point)
        values.at(point, 0) = std::popcount(point) % 2 == 0 ? 1.0 : -1.0;
    std::size_t const levels[] = {2, 2, 2};
    auto const found = factorial_effects(levels, values);
    ASSERT_TRUE(found);
    EXPECT_EQ(found->terms.size(), 6U);
    EXPECT_NEAR(found->share_of_higher, 1.0, 1e-12);
}

// Luck of a point with a standard deviation of 2 in five replicates adds 0.8 to each square of a
// mean; over 200 trials the mean of the estimates has a standard deviation below 0.02.
TEST(FactorialEffects, leave_luck_out_on_average)
{
    double a = 0.0, both = 0.0, all = 0.0;
    for (std::uint32_t trial = 0; trial < 200; ++trial)
    {
        auto const found =
            factorial_effects(levels_of_two, analytic::with_luck(two_by_three(), 5, 2.0, trial));
        ASSERT_TRUE(found);
        a += found->terms[0].variance / 200.0;
        both += found->terms[2].variance / 200.0;
        all += found->variance / 200.0;
    }
    EXPECT_NEAR(a, 1.0, 0.25);
    EXPECT_NEAR(both, 8.0 / 3.0, 0.4);
    EXPECT_NEAR(all, 13.0 / 3.0, 0.5);
}

// 200 intervals of 90 % with a standard deviation of 0.021 of their share.
TEST(FactorialEffects, have_intervals_that_hold_the_truth_nine_times_in_ten)
{
    int held = 0;
    for (std::uint32_t trial = 0; trial < 200; ++trial)
    {
        auto const found =
            factorial_effects(levels_of_two, analytic::with_luck(two_by_three(), 8, 1.0, trial));
        ASSERT_TRUE(found);
        Interval const interval = found->terms[0].share_nine_in_ten.value();
        held += interval.low <= 3.0 / 13.0 && 3.0 / 13.0 <= interval.high;
    }
    EXPECT_NEAR(held / 200.0, 0.9, 0.085);
}

TEST(FactorialEffects, are_none_of_a_grid_with_a_hole_or_without_a_difference)
{
    DesignValues values = two_by_three();
    values.at(3, 0) = std::numeric_limits<double>::quiet_NaN();
    EXPECT_FALSE(factorial_effects(levels_of_two, values));
    DesignValues constant(6, 2);
    for (std::size_t point = 0; point < 6; ++point)
        for (std::size_t r = 0; r < 2; ++r) constant.at(point, r) = 0.1 * static_cast<double>(r);
    EXPECT_FALSE(factorial_effects(levels_of_two, constant)) << "luck alone";
}
}  // namespace kochmon
