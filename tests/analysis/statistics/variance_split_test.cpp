// SPDX-License-Identifier: MIT
#include "analysis/statistics/variance_split.hpp"

#include <gmock/gmock.h>

#include "tests/analysis/statistics/analytic_functions.hpp"

namespace kochmon
{
namespace
{
/// Standard deviations of what a value is the sum of.
struct Parts
{
    double point = 2.0;
    double population = 1.0;
    double luck = 0.7;
    double population_by_point = 0.5;
    double luck_by_point = 0.6;
};

DesignValues drawn_study(std::uint32_t trial, std::size_t points, std::size_t replicates,
                         Nesting const& nesting)
{
    using analytic::normal_draw;
    Parts const parts;
    DesignValues values(points, replicates);
    for (std::size_t point = 0; point < points; ++point)
        for (std::size_t r = 0; r < replicates; ++r)
        {
            std::size_t const population = nesting.population_of(static_cast<std::uint32_t>(r));
            values.at(point, r) =
                parts.point * normal_draw(trial, 1, point) +
                parts.population * normal_draw(trial, 2, population) +
                parts.luck * normal_draw(trial, 3, r) +
                parts.population_by_point * normal_draw(trial, 4, point * 1000 + population) +
                parts.luck_by_point * normal_draw(trial, 5, point * 1000 + r);
        }
    return values;
}

struct MeanSplit
{
    VarianceSplit sum = {.parameters = 0.0,
                         .population = 0.0,
                         .luck = 0.0,
                         .population_by_point = 0.0,
                         .luck_by_point = 0.0};
};

VarianceSplit mean_split(std::uint32_t trials, std::size_t replicates, Nesting const& nesting)
{
    MeanSplit mean;
    for (std::uint32_t trial = 0; trial < trials; ++trial)
    {
        auto const split = variance_split(drawn_study(trial, 30, replicates, nesting), nesting);
        mean.sum.parameters += split->parameters / trials;
        mean.sum.population += split->population / trials;
        mean.sum.luck += split->luck / trials;
        mean.sum.population_by_point += split->population_by_point / trials;
        mean.sum.luck_by_point += split->luck_by_point / trials;
    }
    return mean.sum;
}
}  // namespace

// Points 1, 3 and 5, 11: mean squares of points 36, of replicates 16, of the rest 4.
TEST(VarianceSplit, of_two_points_and_two_replicates_is_as_by_hand)
{
    DesignValues values(2, 2);
    values.at(0, 0) = 1.0;
    values.at(0, 1) = 3.0;
    values.at(1, 0) = 5.0;
    values.at(1, 1) = 11.0;
    auto const split = variance_split(values, {.populations = 1});
    ASSERT_TRUE(split);
    EXPECT_DOUBLE_EQ(split->parameters, 16.0);
    EXPECT_DOUBLE_EQ(split->luck, 6.0);
    EXPECT_DOUBLE_EQ(split->luck_by_point, 4.0);
    EXPECT_DOUBLE_EQ(split->all, 26.0);
    EXPECT_TRUE(std::isnan(split->population));
    EXPECT_FALSE(split->is_population_told_with_luck);
    EXPECT_TRUE(variance_split(values, {.populations = 2})->is_population_told_with_luck);
}

// 8 populations of two replicates, and 7 of two and one of three: the estimate of the population's
// variance has a standard deviation near 0.65 in a trial, 0.05 over 200, the others less.
TEST(VarianceSplit, finds_every_part_on_average)
{
    for (std::size_t const replicates : {std::size_t{16}, std::size_t{17}})
    {
        VarianceSplit const split = mean_split(200, replicates, {.populations = 8});
        EXPECT_NEAR(split.parameters, 4.0, 0.3);
        EXPECT_NEAR(split.population, 1.0, 0.2);
        EXPECT_NEAR(split.luck, 0.49, 0.08);
        EXPECT_NEAR(split.population_by_point, 0.25, 0.02);
        EXPECT_NEAR(split.luck_by_point, 0.36, 0.02);
    }
}

TEST(VarianceSplit, does_not_tell_population_from_luck_where_each_lives_once)
{
    Nesting const nesting{.populations = 12};
    auto const split = variance_split(drawn_study(1, 30, 12, nesting), nesting);
    ASSERT_TRUE(split);
    EXPECT_TRUE(split->is_population_told_with_luck);
    EXPECT_TRUE(std::isnan(split->population));
    EXPECT_TRUE(std::isnan(split->population_by_point));
    EXPECT_NEAR(split->luck_by_point, 0.25 + 0.36, 0.15);
}

TEST(VarianceSplit, of_one_replicate_is_none)
{
    auto const split = variance_split(drawn_study(1, 30, 1, {}), {});
    ASSERT_TRUE(split);
    EXPECT_GT(split->all, 0.0);
    EXPECT_TRUE(std::isnan(split->parameters));
    EXPECT_TRUE(std::isnan(split->luck));
}

TEST(VarianceSplit, takes_points_of_which_no_run_is_missing)
{
    DesignValues values = drawn_study(1, 3, 4, {});
    values.at(0, 2) = std::numeric_limits<double>::quiet_NaN();
    EXPECT_EQ(variance_split(values, {})->points, 2U);
    values.at(1, 0) = std::numeric_limits<double>::quiet_NaN();
    EXPECT_FALSE(variance_split(values, {}));
}
}  // namespace kochmon
