// SPDX-License-Identifier: MIT
#include "analysis/statistics/elementary_effects.hpp"

#include <gmock/gmock.h>

#include "analysis/design/unit_designs.hpp"

#include "tests/analysis/statistics/analytic_functions.hpp"

namespace kochmon
{
using analytic::values_at;

TEST(ElementaryEffects, of_a_linear_function_are_its_slopes)
{
    auto const design = morris(12, 3, 1);
    auto const effects = elementary_effects(
        design, values_at(design, [](UnitPoint const& x) { return 3.0 * x[0] - 2.0 * x[1]; }));
    double const slopes[] = {3.0, -2.0, 0.0};
    for (std::size_t k = 0; k < 3; ++k)
    {
        EXPECT_EQ(effects[k].effects, 12U);
        EXPECT_NEAR(effects[k].mean, slopes[k], 1e-12);
        EXPECT_NEAR(effects[k].mean_absolute, std::abs(slopes[k]), 1e-12);
        EXPECT_NEAR(effects[k].deviation, 0.0, 1e-12);
        EXPECT_NEAR(effects[k].mean_nine_in_ten.low, slopes[k], 1e-12);
        EXPECT_TRUE(std::isnan(effects[k].deviation_by_luck));
    }
}

// With x y the effect of x is y, one of the levels 0, 1/3, 2/3, 1: mean 1/2, variance 5/36. Of 400
// paths the mean has a standard deviation of 0.0186, of which four are 0.075.
TEST(ElementaryEffects, of_a_product_show_the_interaction)
{
    auto const design = morris(400, 2, 1);
    auto const effects = elementary_effects(
        design, values_at(design, [](UnitPoint const& x) { return x[0] * x[1]; }));
    for (ElementaryEffects const& one : effects)
    {
        EXPECT_NEAR(one.mean, 0.5, 0.075);
        EXPECT_NEAR(one.mean_absolute, 0.5, 0.075);
        EXPECT_NEAR(one.deviation, std::sqrt(5.0 / 36.0), 0.04);
        EXPECT_LT(one.mean_nine_in_ten.low, one.mean);
        EXPECT_LT(one.mean, one.mean_nine_in_ten.high);
        EXPECT_NEAR(one.mean_nine_in_ten.high - one.mean_nine_in_ten.low, 2 * 1.645 * 0.0186,
                    0.012);
    }
}

// (2 x - 1) (2 y - 1): effects of both signs, which cancel in the mean and not in that of their
// absolute values, 2 (1 + 1 + 1/3 + 1/3) / 4 = 4/3.
TEST(ElementaryEffects, that_cancel_matter_all_the_same)
{
    auto const design = morris(400, 2, 3);
    auto const effects =
        elementary_effects(design, values_at(design, [](UnitPoint const& x)
                                             { return (2.0 * x[0] - 1.0) * (2.0 * x[1] - 1.0); }));
    EXPECT_NEAR(effects[0].mean, 0.0, 0.3);
    EXPECT_NEAR(effects[0].mean_absolute, 4.0 / 3.0, 0.14);
}

// Luck of each run with a standard deviation of 1: a step has sqrt(2) / (2/3) of it, of four
// replicates half.
TEST(ElementaryEffects, say_what_luck_alone_would_make)
{
    auto const design = morris(200, 3, 1);
    auto const exact = values_at(design, [](UnitPoint const& x) { return x[0]; });
    auto const effects = elementary_effects(design, analytic::with_luck(exact, 4, 1.0, 1));
    double const by_luck = std::sqrt(2.0) / morris_step / 2.0;
    for (ElementaryEffects const& one : effects)
    {
        EXPECT_NEAR(one.deviation_by_luck, by_luck, 0.15 * by_luck);
        EXPECT_NEAR(one.deviation, by_luck, 0.25 * by_luck);
    }
}

TEST(ElementaryEffects, leave_out_the_steps_of_which_a_run_is_missing)
{
    auto const design = morris(3, 2, 1);
    auto values = values_at(design, [](UnitPoint const& x) { return x[0] + x[1]; });
    values.at(1, 0) = std::numeric_limits<double>::quiet_NaN();  // the middle of the first path
    auto const effects = elementary_effects(design, values);
    EXPECT_EQ(effects[0].effects, 2U);
    EXPECT_EQ(effects[1].effects, 2U);
    for (std::size_t point = 0; point < design.size(); ++point)
        values.at(point, 0) = std::numeric_limits<double>::quiet_NaN();
    EXPECT_TRUE(std::isnan(elementary_effects(design, values)[0].mean_absolute));
}
}  // namespace kochmon
