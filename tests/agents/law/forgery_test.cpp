// SPDX-License-Identifier: MIT
#include "agents/law/forgery.hpp"

#include <array>

#include <gtest/gtest.h>

#include "tests/agents/russia.hpp"

namespace kochmon
{
namespace
{
using tests::russia;

ForgeryLaw forgery_law_of(int shortest, int longest)
{
    ForgeryLaw law;
    law.shortest_term[index(russia)] = shortest;
    law.longest_term[index(russia)] = longest;
    return law;
}
}  // namespace

TEST(ForgeryLaw, a_term_lies_between_the_shortest_and_the_longest_each_as_likely)
{
    ForgeryLaw const law = forgery_law_of(12, 36);
    std::array<int, 37> times{};
    for (int k = 0; k < 2500; ++k)
        ++times.at(static_cast<std::size_t>(law.term(russia, (k + 0.5) / 2500.0)));
    // 2,500 draws evenly apart over 25 terms
    for (std::size_t term = 0; term <= 36; ++term)
        EXPECT_EQ(times[term], term < 12 ? 0 : 100) << term;
}

TEST(ForgeryLaw, the_lowest_and_the_highest_draw_reach_both_ends)
{
    ForgeryLaw const law = forgery_law_of(12, 36);
    EXPECT_EQ(law.term(russia, 0x1p-33), 12);
    EXPECT_EQ(law.term(russia, 1.0 - 0x1p-33), 36);
    EXPECT_EQ(forgery_law_of(24, 24).term(russia, 0x1p-33), 24);
    EXPECT_EQ(forgery_law_of(24, 24).term(russia, 1.0 - 0x1p-33), 24);
}

TEST(ForgeryLaw, the_mean_term_is_the_middle_of_the_two)
{
    EXPECT_DOUBLE_EQ(forgery_law_of(12, 36).mean_term(russia), 24.0);
    // (12 + 13) / 2
    EXPECT_DOUBLE_EQ(forgery_law_of(12, 13).mean_term(russia), 12.5);
}
}  // namespace kochmon
