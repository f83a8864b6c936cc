// SPDX-License-Identifier: MIT
#include "analysis/runs/parameter_sets.hpp"

#include <algorithm>

#include <gmock/gmock.h>

#include "agents/loading/load_model.hpp"

#include "tests/analysis/program.hpp"
#include "tests/analysis/shipped.hpp"

namespace kochmon
{
namespace
{
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using tests::calibrated_folder;

namespace fs = std::filesystem;

std::vector<std::string> names(ParameterSets const& sets)
{
    std::vector<std::string> names;
    for (ParameterSet const& set : sets.drawn) names.push_back(set.file.filename());
    return names;
}
}  // namespace

// `rules.value` is a group, though it is called as the value of a parameter is.
TEST(ParameterSet, is_read_as_values_with_their_sources)
{
    TestFolder const place;
    put(place / "01.yaml",
        "schema: 1\nscenario: one\nbase: ../scenario.yaml\n"
        "rules:\n  kernel: {value: linear_flat, source: 'run 1, it''s best'}\n"
        "  value:\n    curvature: {value: 0.5, source: x}\n"
        "home:\n  income: [{from: 2005-01, value: 3 KGS/month, source: y}]\n");
    EXPECT_THAT(read_parameter_set(place / "01.yaml").values,
                ElementsAre("rules.kernel={value: linear_flat, source: 'run 1, it''s best'}",
                            "rules.value.curvature={value: 0.5, source: x}",
                            "home.income=[{from: 2005-01, value: 3 KGS/month, source: y}]"));
}

TEST(ParameterSet, laid_over_a_scenario_and_its_policy_is_what_the_file_is_over_it)
{
    std::string const baseline = KOCHMON_SOURCE "/config/baseline.yaml";
    ParameterSet const set = read_parameter_set(calibrated_folder + "/accepted/03.yaml");
    Overrides const overrides = laid_over({.persons = "1000"}, set);
    Overrides named{.persons = "1000"};
    named.base = baseline;
    Scenario const over = load_model(baseline, overrides);
    Scenario const file = load_model(calibrated_folder + "/accepted/03.yaml", named);
    Scenario const policy =
        load_model(KOCHMON_SOURCE "/config/policies/permit-fee.yaml", overrides);
    Month const start = over.settings().start;
    for (char const* const path : {"rules.ties.half_way", "rules.remittance.of_pay",
                                   "destinations.other.wage", "rules.kernel"})
    {
        EXPECT_TRUE(std::ranges::equal(over.values(path, start), file.values(path, start))) << path;
        EXPECT_TRUE(std::ranges::equal(policy.values(path, start), file.values(path, start)))
            << path;
    }
    EXPECT_THAT(over.resolved(), HasSubstr("calibration diminishing-nested, accepted run 3"));
}

TEST(ParameterSets, are_drawn_by_the_seed_without_replacement)
{
    ParameterSets const all = draw_parameter_sets(calibrated_folder, 36, 1);
    EXPECT_EQ(all.accepted, 36U);
    std::vector<std::string> sorted = names(all);
    std::ranges::sort(sorted);
    EXPECT_EQ(std::ranges::adjacent_find(sorted), sorted.end());
    EXPECT_EQ(sorted.front(), "01.yaml");
    EXPECT_EQ(sorted.back(), "36.yaml");
    EXPECT_NE(names(all), sorted);
    EXPECT_NE(names(all), names(draw_parameter_sets(calibrated_folder, 30, 2)));
}

TEST(ParameterSets, that_are_more_hold_those_that_are_fewer)
{
    std::vector<std::string> const few = names(draw_parameter_sets(calibrated_folder, 4, 7));
    std::vector<std::string> many = names(draw_parameter_sets(calibrated_folder, 9, 7));
    many.resize(4);
    EXPECT_EQ(few, many);
}

// Each set is as likely to be first, so that one of 36 is drawn 8 times in 300 seeds,
// and more than 24 times in one of 10,000 cases alone.
TEST(ParameterSets, are_each_as_likely)
{
    std::vector<int> first(37, 0);
    for (std::uint32_t seed = 0; seed < 300; ++seed)
        ++first.at(static_cast<std::size_t>(
            std::stoi(names(draw_parameter_sets(calibrated_folder, 1, seed)).front())));
    for (std::size_t set = 1; set < first.size(); ++set)
    {
        EXPECT_GT(first[set], 0) << set;
        EXPECT_LT(first[set], 25) << set;
    }
}

TEST(ParameterSets, lie_in_an_output_folder_as_scenarios_over_its_own)
{
    ParameterSet const set = read_parameter_set(calibrated_folder + "/accepted/03.yaml");
    EXPECT_EQ(path_of(set), "parameters/03.yaml");
    EXPECT_THAT(text_beside_scenario(set), HasSubstr("\nbase: ../scenario.yaml\n"));
    EXPECT_THAT(text_beside_scenario(set), HasSubstr("accepted run 3"));
}
}  // namespace kochmon
