// SPDX-License-Identifier: MIT
#include "analysis/runs/run_identity.hpp"

#include <gmock/gmock.h>

#include "tests/agents/world_of_tests.hpp"

namespace kochmon
{
namespace
{
using testing::HasSubstr;
using testing::Not;

std::string identity_with(std::vector<std::string> const& set, std::uint32_t replicates = 1)
{
    Scenario const scenario =
        tests::TestWorld{.persons = "500", .months = 3, .set = set}.scenario();
    return identity_of({.scenario = scenario,
                        .parameters = std::nullopt,
                        .nesting = {},
                        .replicates = replicates});
}
}  // namespace

TEST(RunIdentity, tells_what_differs)
{
    std::string const one = identity_with({});
    EXPECT_EQ(told_difference(one, identity_with({})), "");
    EXPECT_EQ(told_difference(one, identity_with({}, 3)), "replicates is 1 there and 3 here");
    std::string const of_seed = told_difference(one, identity_with({"population.seed=7"}));
    EXPECT_THAT(of_seed, HasSubstr("seed is 1 there and 7 here"));
    std::string const of_value =
        told_difference(one, identity_with({"jurisdictions.russia.permit.fee=9000 RUB"}));
    EXPECT_EQ(of_value, "scenario.yaml differs");
    EXPECT_THAT(one, HasSubstr("\ndata/"));
    std::string other_data = one;
    other_data.back() = '\n';
    other_data[other_data.size() - 2] = other_data[other_data.size() - 2] == '0' ? '1' : '0';
    EXPECT_THAT(told_difference(one, other_data), HasSubstr("data/"));
    EXPECT_THAT(told_difference(one, other_data), Not(HasSubstr("scenario.yaml")));
}

TEST(RunIdentity, of_an_older_form_differs_too)
{
    EXPECT_NE(told_difference("0123", identity_with({})), "");
}
}  // namespace kochmon
