// SPDX-License-Identifier: MIT
#include "config/suggestion.hpp"

#include <gtest/gtest.h>

namespace kochmon
{
TEST(Suggestion, distance_counts_letters_and_swaps)
{
    EXPECT_EQ(edit_distance("fee", "fee"), 0);
    EXPECT_EQ(edit_distance("fe", "fee"), 1);
    EXPECT_EQ(edit_distance("feee", "fee"), 1);
    EXPECT_EQ(edit_distance("fae", "fee"), 1);
    EXPECT_EQ(edit_distance("efe", "fee"), 1);
    EXPECT_EQ(edit_distance("", "fee"), 3);
    EXPECT_EQ(edit_distance("fee", ""), 3);
    EXPECT_EQ(edit_distance("kitten", "sitting"), 3);
}

TEST(Suggestion, all_nearest_names_are_suggested)
{
    EXPECT_EQ(closest("q0", {"p0", "n0", "horizon"}), (std::vector<std::string>{"p0", "n0"}));
    EXPECT_EQ(closest("horzion", {"p0", "horizon"}), (std::vector<std::string>{"horizon"}));
}

TEST(Suggestion, far_names_are_not)
{
    EXPECT_TRUE(closest("fee", {"duration", "quota"}).empty());
    EXPECT_TRUE(closest("", {"a"}).empty());
    EXPECT_TRUE(closest(std::string(1000, 'x'), {"a"}).empty());
}

TEST(Suggestion, is_a_question)
{
    EXPECT_EQ(did_you_mean({}), "");
    EXPECT_EQ(did_you_mean({"fee"}), "did you mean 'fee'?");
    EXPECT_EQ(did_you_mean({"a", "b", "c"}), "did you mean 'a', 'b' or 'c'?");
}
}  // namespace kochmon
