// SPDX-License-Identifier: MIT
#include <algorithm>
#include <set>
#include <string>

#include <gtest/gtest.h>

#include "engine/error.hpp"

#include "config/resolved.hpp"

#include "agents/loading/check_model.hpp"
#include "agents/loading/load_model.hpp"

#include "tests/agents/world_of_tests.hpp"
#include "tests/corridors/kyrgyz_declarations.hpp"
#include "tests/corridors/kyrgyzstan.hpp"

namespace kochmon
{
TEST(ModelDeclarations, name_every_parameter_once_and_say_what_it_means)
{
    std::set<std::string> paths;
    for (auto const& parameter : kyrgyz_declarations().parameters())
    {
        EXPECT_TRUE(paths.insert(parameter.path).second) << parameter.path;
        EXPECT_FALSE(parameter.declared.meaning.empty()) << parameter.path;
        EXPECT_LE(parameter.declared.range.lowest, parameter.declared.range.highest)
            << parameter.path;
    }
    EXPECT_GT(paths.size(), 150U);
}

TEST(ModelDeclarations, say_of_each_rule_where_it_is_in_force_by_settings_there_are)
{
    Scenario const scenario = tests::TestWorld{}.scenario();
    std::size_t rules = 0;
    for (auto const& [path, declared] : scenario.content().declarations.parameters())
        for (auto const& all : declared.in_force)
            for (Setting const& setting : all)
            {
                ++rules;
                auto const at = scenario.content().parameter_at.find(setting.path);
                ASSERT_NE(at, scenario.content().parameter_at.end()) << path << setting.path;
                Declared const& asked =
                    scenario.content().declarations.parameters()[at->second].declared;
                bool const is_truth = asked.dimension == Dimension::truth;
                bool const is_word = asked.dimension == Dimension::word;
                std::vector<std::string> const values =
                    is_truth  ? std::vector<std::string>{"true", "false"}
                    : is_word ? asked.words
                              : std::vector<std::string>{above_zero};
                EXPECT_NE(std::ranges::find(values, setting.value), values.end())
                    << path << ": " << setting.path << " is never " << setting.value;
            }
    EXPECT_GT(rules, 60U);
}

TEST(CheckModel, refuses_russian_destinations_that_differ_more_than_their_nest)
{
    EXPECT_NO_THROW(check_model(tests::TestWorld{}.scenario()));
    Scenario const wrong =
        tests::TestWorld{.set = {"rules.departure.russian_dissimilarity=0.9"}}.scenario();
    EXPECT_THROW(check_model(wrong), ScenarioError);
}

TEST(CheckModel, refuses_terms_of_law_between_whole_months_at_their_place)
{
    for (std::string const set : {"jurisdictions.russia.permitted_stay=80 days",
                                  "jurisdictions.russia.sanctions.deportation_ban=12.4 months"})
        try
        {
            check_model(tests::TestWorld{.set = {set}}.scenario());
            FAIL() << set;
        }
        catch (ScenarioError const& error)
        {
            EXPECT_NE(std::string(error.what()).find("--set:1:"), std::string::npos)
                << error.what();
        }
    EXPECT_NO_THROW(check_model(
        tests::TestWorld{.set = {"jurisdictions.russia.permitted_stay=60 days"}}.scenario()));
}

TEST(CheckModel, refuses_more_of_remittances_than_there_is)
{
    auto const investing = [](std::string const& part)
    {
        return tests::TestWorld{
            .set = {"rules.remittance.saved=20 %", "home.investment.of_remittances=" + part}}
            .scenario();
    };
    EXPECT_NO_THROW(check_model(investing("80 %")));
    EXPECT_THROW(check_model(investing("81 %")), ScenarioError);
}

TEST(CheckModel, refuses_parts_that_are_more_than_the_whole)
{
    for (std::string const set :
         {"rules.exploitation.kinds.overtime=79 %", "population.schooling.secondary=89 %",
          "rules.work.sectors.construction=36 %"})
        EXPECT_THROW(check_model(tests::TestWorld{.set = {set}}.scenario()), ScenarioError) << set;
    for (std::string const set :
         {"rules.exploitation.kinds.overtime=78 %", "population.schooling.secondary=88 %"})
        EXPECT_NO_THROW(check_model(tests::TestWorld{.set = {set}}.scenario())) << set;
}

TEST(CheckModel, refuses_a_start_that_cannot_be)
{
    EXPECT_THROW(check_model(tests::TestWorld{.persons = "6000000"}.scenario()), ScenarioError);
    EXPECT_THROW(
        check_model(tests::TestWorld{.set = {"start.destinations.moscow=50 %"}}.scenario()),
        ScenarioError);
    EXPECT_THROW(
        synthesize(tests::TestWorld{.set = {"start.foreigners=9000000 persons"}}.scenario()),
        ScenarioError);
}
}  // namespace kochmon
