// SPDX-License-Identifier: MIT
#include "analysis/statistics/kitagawa.hpp"

#include <gtest/gtest.h>

namespace kochmon
{
namespace
{
// By hand: shares 0.6, 0.4 become 0.4, 0.6; rates 0.5, 0.25 become 0.75, 0.2; of all 0.4 becomes
// 0.42. Composition -0.2 0.625 + 0.2 0.225, rates 0.25 0.5 - 0.05 0.5.
TEST(Kitagawa, takes_a_change_apart_without_a_rest)
{
    std::vector<GroupAtTwoTimes> const groups = {{{60, 30}, {40, 30}}, {{40, 10}, {60, 12}}};
    KitagawaParts const parts = kitagawa(groups);
    EXPECT_DOUBLE_EQ(parts.total.rate_before, 0.4);
    EXPECT_DOUBLE_EQ(parts.total.rate_after, 0.42);
    EXPECT_NEAR(parts.total.composition, -0.08, 1e-15);
    EXPECT_NEAR(parts.total.rates, 0.1, 1e-15);
    EXPECT_NEAR(parts.total.change(), 0.02, 1e-15);
    // From the mean rate of all, 0.41: -0.2 0.215 and 0.2 (-0.185).
    EXPECT_NEAR(parts.groups[0].composition, -0.043, 1e-15);
    EXPECT_NEAR(parts.groups[1].composition, -0.037, 1e-15);
    EXPECT_NEAR(parts.groups[0].rates, 0.125, 1e-15);
    EXPECT_NEAR(parts.groups[1].rates, -0.025, 1e-15);
}

// The second group comes anew with a rate of 0.5, which is then no change of a rate.
TEST(Kitagawa, takes_a_group_that_is_new_or_gone_for_composition_alone)
{
    std::vector<GroupAtTwoTimes> const groups = {{{10, 10}, {5, 5}}, {{0, 0}, {5, 1}}, {{}, {}}};
    KitagawaParts const parts = kitagawa(groups);
    EXPECT_DOUBLE_EQ(parts.total.rates, 0.0);
    EXPECT_NEAR(parts.total.composition, -0.4, 1e-15);
    EXPECT_DOUBLE_EQ(parts.groups[1].rate_before, 0.2);
    EXPECT_DOUBLE_EQ(parts.groups[2].change(), 0.0);
    std::vector<GroupAtTwoTimes> const gone = {{{5, 1}, {0, 0}}, {{5, 5}, {10, 10}}};
    EXPECT_NEAR(kitagawa(gone).total.composition, 0.4, 1e-15);
}

TEST(Kitagawa, says_nothing_where_nobody_is_there_at_one_of_the_times)
{
    std::vector<GroupAtTwoTimes> const groups = {{{10, 1}, {0, 0}}};
    EXPECT_TRUE(kitagawa(groups).groups.empty());
    EXPECT_TRUE(kitagawa({}).groups.empty());
}
}  // namespace
}  // namespace kochmon
