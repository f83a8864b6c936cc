// SPDX-License-Identifier: MIT
#include "analysis/statistics/spread.hpp"

#include <gtest/gtest.h>

namespace kochmon
{
namespace
{
std::vector<UnitPoint> const points_on_a_line = {{0.0}, {0.1}, {0.45}, {0.5}, {0.7}, {1.0}};

// By hand: the mean is 0.483, nearest to it 0.45; farthest from that 1, then 0, then 0.8.
TEST(ChooseSpread, takes_the_farthest_from_what_is_chosen)
{
    std::vector<UnitPoint> const candidates = {{0.0}, {0.1}, {0.45}, {0.55}, {0.8}, {1.0}};
    EXPECT_EQ(choose_spread(candidates, 4), (std::vector<std::size_t>{2, 5, 0, 4}));
}

TEST(ChooseSpread, keeps_away_from_what_is_present)
{
    std::vector<UnitPoint> const present = {{0.0}, {0.9}};
    EXPECT_EQ(choose_spread(points_on_a_line, 2, present), (std::vector<std::size_t>{2, 4}));
}

TEST(ChooseSpread, takes_all_where_there_are_no_more_and_equals_once)
{
    std::vector<UnitPoint> const equals(3, UnitPoint{0.5, 0.5});
    EXPECT_EQ(choose_spread(equals, 9), (std::vector<std::size_t>{0, 1, 2}));
    EXPECT_TRUE(choose_spread({}, 3).empty());
}

TEST(Box, holds_all_points_and_is_widened_within_the_space)
{
    std::vector<UnitPoint> const points = {{0.2, 0.9}, {0.4, 0.5}};
    Box const box = box_of(points);
    EXPECT_EQ(box.low, (UnitPoint{0.2, 0.5}));
    EXPECT_EQ(box.high, (UnitPoint{0.4, 0.9}));
    Box const wide = widened(box, 0.5, 0.01);
    EXPECT_DOUBLE_EQ(wide.low[0], 0.09);
    EXPECT_DOUBLE_EQ(wide.high[0], 0.51);
    EXPECT_DOUBLE_EQ(wide.low[1], 0.29);
    EXPECT_EQ(wide.high[1], 1.0);
}
}  // namespace
}  // namespace kochmon
