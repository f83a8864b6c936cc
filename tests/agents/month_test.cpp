// SPDX-License-Identifier: MIT
#include "agents/month.hpp"

#include <regex>
#include <set>
#include <string>

#include <gtest/gtest.h>

#include "engine/atomic_file.hpp"

namespace kochmon
{
namespace
{
/// What a pattern finds in a source of the project, its first group alone.
std::multiset<std::string> found_in(std::string const& file, std::string const& pattern)
{
    std::string const text = read_whole_file(std::string(KOCHMON_SOURCE) + "/" + file);
    std::regex const sought(pattern);
    std::multiset<std::string> found;
    for (std::sregex_iterator hit(text.begin(), text.end(), sought), end; hit != end; ++hit)
        found.insert((*hit)[1]);
    return found;
}
}  // namespace

// The order of the month is part of the model: a change needs an ADR and a new line here.
TEST(MonthStory, tells_the_steps_of_the_model_in_their_order)
{
    EXPECT_EQ(
        month_story().labels(),
        (std::vector<std::string>{
            "set the policies of the month", "observe what can be seen of last month",
            "draw the luck of the month", "be born and die",
            "let papers, stays, bans and prison terms end", "learn at courses at home",
            "lose and find work, be offered contracts", "earn, pay for living, repay, send home",
            "meet checks and sanctions", "learn of the risk",
            "decide abroad: stay, move on or return, with papers or without",
            "leave for family or study", "decide at home: leave for work or stay",
            "draw lots for scarce places", "let the refused choose again",
            "carry out, household by household", "count", "take stock and check the accounts"}));
}

TEST(MonthStory, tells_every_step_that_is_declared_once_and_what_it_does)
{
    auto const declared = found_in("agents/steps/steps.hpp", "void ([a-z_]+)\\(");
    EXPECT_EQ(found_in("agents/month.cpp", "steps::([a-z_]+)"), declared);
    auto const steps = month_story().steps();
    EXPECT_EQ(steps.size(), declared.size());
    for (StepDescription const& step : steps) EXPECT_FALSE(step.does.empty()) << step.label;
}
}  // namespace kochmon
