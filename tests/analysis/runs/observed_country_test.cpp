// SPDX-License-Identifier: MIT
#include "analysis/runs/observed_country.hpp"

#include <gmock/gmock.h>

#include "engine/error.hpp"

#include "analysis/runs/targets.hpp"

#include "tests/agents/world_of_tests.hpp"

namespace kochmon
{
namespace
{
std::vector<std::string> const without_kyrgyzstan{"origins.kyrgyzstan.included=false",
                                                  "origins.uzbekistan.included=true"};

auto refused()
{
    return testing::ThrowsMessage<ScenarioError>(
        testing::HasSubstr("origins.kyrgyzstan.included: false, expected true: targets and what "
                           "was observed are of kyrgyzstan, of which the run has no persons"));
}
}  // namespace

TEST(ObservedCountry, is_the_first_and_must_be_in_the_run)
{
    EXPECT_NO_THROW(demand_observed_country(tests::TestWorld{}.scenario()));
    EXPECT_THAT(
        [] { demand_observed_country(tests::TestWorld{.set = without_kyrgyzstan}.scenario()); },
        refused());
}

TEST(ObservedCountry, is_demanded_where_targets_are_measured)
{
    EXPECT_THAT(
        []
        {
            worlds_of_targets(KOCHMON_SOURCE "/config/baseline.yaml", TargetsFile{},
                              {.set = without_kyrgyzstan});
        },
        refused());
}
}  // namespace kochmon
