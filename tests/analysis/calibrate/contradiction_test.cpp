// SPDX-License-Identifier: MIT
#include "analysis/calibrate/contradiction.hpp"

#include <gtest/gtest.h>

#include "tests/analysis/calibrate/simulator.hpp"

namespace kochmon
{
namespace
{
Contradiction contradiction_of(std::vector<Surface> const& surfaces,
                               std::vector<TargetAim> const& aims)
{
    WaveEmulators const wave(aims, runs_of(surfaces, 2, 60), usual_cutoff);
    return contradiction_in(std::vector{wave}, 2, {.sample = 500});
}

// b wants the second coordinate high, c low, a and d are content. At 0.5 both are missed by 0.3.
TEST(Contradiction, names_the_pair_and_what_each_target_costs)
{
    Contradiction const found = contradiction_of(
        {coordinate(0), coordinate(1), coordinate(1), coordinate(0)},
        {{"a", 0.5, 0.1, 0.0}, {"b", 0.8, 0.05, 0.0}, {"c", 0.2, 0.05, 0.0}, {"d", 0.6, 0.1, 0.0}});
    EXPECT_TRUE(found.out_of_reach.empty());
    ASSERT_TRUE(found.conflict.has_value());
    EXPECT_EQ(found.conflict->first, 1U);
    EXPECT_EQ(found.conflict->second, 2U);
    EXPECT_NEAR(found.conflict->least, 6.0, 0.1);
    EXPECT_EQ(found.share_left_without[0], 0.0);
    // a and d leave 0.3 to 0.8, c 0.05 to 0.35.
    EXPECT_NEAR(found.share_left_without[1], 0.5 * 0.3, 0.02);
    EXPECT_NEAR(found.share_left_without[2], 0.5 * 0.3, 0.02);
    EXPECT_TRUE(found.most_without == 1U || found.most_without == 2U);
}

// 0.1 and 0.9 are farther apart than 0.1 and 0.6, or 0.6 and 0.9.
TEST(Contradiction, names_the_worst_of_several_pairs)
{
    Contradiction const found =
        contradiction_of({coordinate(0), coordinate(0), coordinate(0)},
                         {{"a", 0.6, 0.03, 0.0}, {"b", 0.1, 0.03, 0.0}, {"c", 0.9, 0.03, 0.0}});
    ASSERT_TRUE(found.conflict.has_value());
    EXPECT_EQ(found.conflict->first, 1U);
    EXPECT_EQ(found.conflict->second, 2U);
    EXPECT_FALSE(found.most_without.has_value());
}

TEST(Contradiction, names_the_target_that_no_point_meets)
{
    Contradiction const found = contradiction_of({coordinate(0), coordinate(1)},
                                                 {{"a", 3.0, 0.1, 0.0}, {"b", 0.5, 0.1, 0.0}});
    EXPECT_EQ(found.out_of_reach, std::vector<std::size_t>{0});
    EXPECT_FALSE(found.conflict.has_value());
    EXPECT_EQ(found.most_without, 0U);
    EXPECT_NEAR(found.share_left_without[0], 0.6, 0.02);
}

// Any two of x, y and x + y can be met, not all three.
TEST(Contradiction, of_three_blames_no_pair)
{
    Contradiction const found = contradiction_of(
        {coordinate(0), coordinate(1), [](UnitPoint const& x) { return x[0] + x[1]; }},
        {{"a", 0.2, 0.02, 0.0}, {"b", 0.2, 0.02, 0.0}, {"sum", 1.0, 0.02, 0.0}});
    EXPECT_TRUE(found.out_of_reach.empty());
    EXPECT_FALSE(found.conflict.has_value());
    ASSERT_TRUE(found.most_without.has_value());
    EXPECT_GT(found.share_left_without[*found.most_without], 0.01);
}

TEST(Contradiction, that_no_single_target_brings_about_says_so)
{
    Contradiction const found = contradiction_of({coordinate(0), coordinate(1)},
                                                 {{"a", 3.0, 0.1, 0.0}, {"b", -3.0, 0.1, 0.0}});
    EXPECT_EQ(found.out_of_reach, (std::vector<std::size_t>{0, 1}));
    EXPECT_FALSE(found.most_without.has_value());
}
}  // namespace
}  // namespace kochmon
