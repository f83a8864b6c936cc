// SPDX-License-Identifier: MIT
#include "analysis/design/unit_designs.hpp"

#include <algorithm>
#include <cmath>
#include <set>

#include <gmock/gmock.h>

#include "analysis/statistics/normal_quantile.hpp"

namespace kochmon
{
namespace
{
constexpr std::uint32_t seed_of_design = 7;

TEST(LatinHypercube, has_one_point_in_each_slice_of_every_dimension)
{
    auto const points = latin_hypercube(50, 3, seed_of_design);
    for (std::size_t d = 0; d < 3; ++d)
    {
        std::set<int> slices;
        for (UnitPoint const& point : points) slices.insert(static_cast<int>(point[d] * 50.0));
        EXPECT_EQ(slices.size(), 50U);
    }
}

TEST(LatinHypercube, orders_the_slices_of_dimensions_in_different_ways)
{
    auto const points = latin_hypercube(50, 2, seed_of_design);
    EXPECT_TRUE(std::ranges::any_of(
        points, [](UnitPoint const& point) { return std::abs(point[0] - point[1]) > 0.1; }));
}

TEST(ScrambledSobol, fills_every_box_of_an_elementary_net_once)
{
    // 64 points in two dimensions: one in each of the boxes of 1/8 by 1/8, of 1/64 by 1, ...
    auto const points = scrambled_sobol(64, 2, seed_of_design);
    for (int wide = 0; wide <= 6; ++wide)
    {
        std::set<std::pair<int, int>> boxes;
        for (UnitPoint const& point : points)
            boxes.emplace(static_cast<int>(std::ldexp(point[0], wide)),
                          static_cast<int>(std::ldexp(point[1], 6 - wide)));
        EXPECT_EQ(boxes.size(), 64U) << wide;
    }
}

TEST(ScrambledSobol, differs_with_the_seed_and_goes_on_where_a_shorter_one_ends)
{
    auto const few = scrambled_sobol(10, 4, seed_of_design);
    auto const many = scrambled_sobol(30, 4, seed_of_design);
    EXPECT_TRUE(std::equal(few.begin(), few.end(), many.begin()));
    EXPECT_NE(few, scrambled_sobol(10, 4, seed_of_design + 1));
}

TEST(Morris, steps_in_each_dimension_once_along_a_path)
{
    constexpr std::size_t dimensions = 5, paths = 20;
    auto const points = morris(paths, dimensions, seed_of_design);
    ASSERT_EQ(points.size(), paths * (dimensions + 1));
    for (std::size_t path = 0; path < paths; ++path)
    {
        std::set<std::size_t> moved;
        for (std::size_t step = 1; step <= dimensions; ++step)
        {
            UnitPoint const& before = points[path * (dimensions + 1) + step - 1];
            UnitPoint const& after = points[path * (dimensions + 1) + step];
            for (std::size_t d = 0; d < dimensions; ++d)
            {
                EXPECT_GE(after[d], 0.0);
                EXPECT_LE(after[d], 1.0);
                if (before[d] == after[d]) continue;
                EXPECT_NEAR(std::abs(before[d] - after[d]), morris_step, 1e-12);
                EXPECT_TRUE(moved.insert(d).second);
            }
        }
        EXPECT_EQ(moved.size(), dimensions);
    }
}

TEST(Saltelli, exchanges_one_column_of_the_first_sample_for_that_of_the_second)
{
    constexpr std::size_t dimensions = 3, rows = 8;
    auto const points = saltelli(rows, dimensions, seed_of_design);
    ASSERT_EQ(points.size(), rows * (dimensions + 2));
    for (std::size_t row = 0; row < rows; ++row)
    {
        UnitPoint const* const first = &points[row * (dimensions + 2)];
        for (std::size_t d = 0; d < dimensions; ++d)
            for (std::size_t column = 0; column < dimensions; ++column)
                EXPECT_EQ(first[2 + d][column], first[column == d ? 1 : 0][column]);
    }
}

TEST(NormalQuantile, is_that_of_the_tables)
{
    EXPECT_NEAR(normal_quantile(0.975), 1.959963985, 1e-8);
    EXPECT_NEAR(normal_quantile(0.5), 0.0, 1e-12);
    EXPECT_NEAR(normal_quantile(0.01), -2.326347874, 1e-8);
    EXPECT_NEAR(normal_quantile(0.001), -normal_quantile(0.999), 1e-8);
}
}  // namespace
}  // namespace kochmon
