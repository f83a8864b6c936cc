// SPDX-License-Identifier: MIT
#include "agents/month.hpp"

#include <gtest/gtest.h>

namespace kochmon
{
// The order of the month is part of the model: a change needs an ADR and a new line here.
TEST(MonthStory, tells_the_steps_of_the_model_in_their_order)
{
    EXPECT_EQ(
        month_story().labels(),
        (std::vector<std::string>{
            "set the policies of the month", "see what can be seen of last month",
            "draw the luck of the month", "be born and die",
            "let papers, stays, bans and prison terms end", "learn at courses at home",
            "lose and find work, be offered contracts", "earn, live, repay, send home",
            "meet checks and sanctions", "learn of the risk",
            "decide abroad: stay, move on or return, with papers or without",
            "leave for family or study", "decide at home: leave for work or stay",
            "draw lots for scarce places", "let the refused choose again",
            "carry out, household by household", "count", "take stock and check the accounts"}));
}
}  // namespace kochmon
