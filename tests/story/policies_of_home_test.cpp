// SPDX-License-Identifier: MIT
#include <ostream>

#include <gtest/gtest.h>

#include "agents/loading/load_model.hpp"

#include "tests/agents/world_of_tests.hpp"
#include "tests/corridors/kyrgyz_declarations.hpp"
#include "tests/corridors/kyrgyzstan.hpp"

// The policies of the state of origin leave the months before them alone and act after.
namespace kochmon
{
namespace
{
using tests::Sums;

constexpr int warm_up = 60;
constexpr int reported = 24;

struct Policy
{
    std::string file;
    std::size_t first_month = warm_up;  // of the policy
};

void PrintTo(Policy const& policy, std::ostream* out)
{
    *out << policy.file;
}

Sums run_file(std::string const& file)
{
    Overrides const overrides{
        .set = {"time.warm_up=60 months"}, .persons = "20000", .months = reported};
    std::string const path = std::string(KOCHMON_SOURCE) + "/config/" + file;
    return tests::run(Scenario::load(path, kyrgyz_declarations(), overrides));
}

std::size_t months_as_in_the_baseline(Sums const& sums)
{
    static Sums const baseline = run_file("baseline.yaml");
    std::size_t month = 0;
    while (month < sums.months.size() && sums.months[month] == baseline.months[month]) ++month;
    return month;
}

class PolicyOfHome : public testing::TestWithParam<Policy>
{
};
}  // namespace

TEST_P(PolicyOfHome, changes_nothing_before_its_month_and_something_after)
{
    std::size_t const alike =
        months_as_in_the_baseline(run_file("policies/" + GetParam().file + ".yaml"));
    EXPECT_GE(alike, GetParam().first_month);
    EXPECT_LT(alike, std::size_t{warm_up + reported});
}
INSTANTIATE_TEST_SUITE_P(Files, PolicyOfHome,
                         testing::Values(Policy{"unrest", warm_up + 5}, Policy{"return-credit"},
                                         Policy{"departure-credit"}, Policy{"courses"},
                                         Policy{"repatriation"}, Policy{"investment"},
                                         Policy{"home-income"}, Policy{"consulates"}),
                         [](testing::TestParamInfo<Policy> const& policy)
                         {
                             std::string name = policy.param.file;
                             for (char& letter : name)
                                 if (letter == '-') letter = '_';
                             return name;
                         });
}  // namespace kochmon
