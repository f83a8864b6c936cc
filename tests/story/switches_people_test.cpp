// SPDX-License-Identifier: MIT
#include "tests/story/switches.hpp"

// Mechanisms of why people go, stay and come back.
namespace kochmon
{
namespace
{
using namespace switches;

std::vector<Switch> moves()
{
    return {
        {"joining_family",
         Count::departures_to_join,
         {"rules.joining.family=10 %/year"},
         {"rules.joining.family=0 %/year"}},
        {"studying",
         Count::departures_to_study,
         {"rules.joining.study=10 %/year"},
         {"rules.joining.study=0 %/year"}},
        {"moving_on", Count::moved_out, {}, {"rules.moving_on.fare=1000"}},
    };
}

class MechanismOfPeople : public testing::TestWithParam<Switch>
{
};
}  // namespace

TEST_P(MechanismOfPeople, acts_when_on_and_not_when_off)
{
    expect_acts(GetParam());
}
INSTANTIATE_TEST_SUITE_P(Moves, MechanismOfPeople, testing::ValuesIn(moves()), mechanism_of);
}  // namespace kochmon
