// SPDX-License-Identifier: MIT
#include "analysis/statistics/sobol_sequence.hpp"

#include <set>

#include <gtest/gtest.h>

namespace kochmon
{
namespace
{
// The first points of Joe and Kuo's sequence, as other programs have them, without the origin.
TEST(SobolSequence, begins_as_published)
{
    std::vector<UnitPoint> const known = {
        {0.5, 0.5, 0.5},       {0.75, 0.25, 0.25},    {0.25, 0.75, 0.75},   {0.375, 0.375, 0.625},
        {0.875, 0.875, 0.125}, {0.625, 0.125, 0.875}, {0.125, 0.625, 0.375}};
    EXPECT_EQ(SobolSequence(3).take(7), known);
}

TEST(SobolSequence, passes_over_what_is_to_be_skipped)
{
    for (std::uint64_t const skip : {1U, 2U, 5U, 64U})
    {
        SobolSequence whole(4), rest(4, skip);
        whole.take(skip);
        EXPECT_EQ(whole.take(9), rest.take(9)) << skip;
    }
}

// With the origin, 2^k points have one in each 2^k-th of every coordinate.
TEST(SobolSequence, fills_every_coordinate_evenly)
{
    std::vector<UnitPoint> points = SobolSequence(10).take(255);
    points.emplace_back(10, 0.0);
    for (std::size_t j = 0; j < 10; ++j)
    {
        std::set<int> cells;
        for (UnitPoint const& point : points) cells.insert(static_cast<int>(256.0 * point[j]));
        EXPECT_EQ(cells.size(), 256U) << j;
    }
}
}  // namespace
}  // namespace kochmon
