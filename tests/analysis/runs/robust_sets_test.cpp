// SPDX-License-Identifier: MIT
#include "analysis/runs/robust_sets.hpp"

#include <sstream>

#include <gmock/gmock.h>

#include "engine/error.hpp"

#include "tests/analysis/program.hpp"
#include "tests/analysis/shipped.hpp"

// Sets of parameters made of the plan of a sweep, and answers under them.
namespace kochmon
{
namespace
{
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using tests::baseline_file;

namespace fs = std::filesystem;

/// A plan, a scenario of 1,500 agents and one shock to it.
class RobustPlan : public testing::Test
{
  protected:
    RobustPlan()
    {
        put(scenario, "schema: 1\nscenario: small\nbase: " +
                          fs::relative(baseline_file, place.path()).string() +
                          "\ntime: {start: 2009-11, warm_up: 2 months, months: 12}\n"
                          "population: {persons: 1500}\n");
        put(place / "targets.yaml",
            "schema: 1\ntargets:\n  C9: {what: x, measure: remittances_over_gdp, band: [0.05, "
            "0.9], source: F16}\nshocks:\n"
            "  dearer:\n    what: x\n    policy: " KOCHMON_SOURCE
            "/config/policies/permit-fee.yaml\n    answers:\n      sent: {measure: remittances, "
            "month: 2}\n");
    }

    fs::path put_plan(std::string const& vary, std::string const& more = {})
    {
        put(plan, "schema: 1\nsweep: heavy\nbase: small.yaml\nreplicates: 1\n" + more +
                      "design: one_at_a_time\n" + vary +
                      "keep: {measures: [abroad], by: [total], months: last}\n");
        return plan;
    }

    RobustSets sets(Overrides const& overrides = {}) const
    {
        return robust_sets({plan.string()}, scenario, overrides);
    }

    Outcome judge(Arguments const& more = {}) const
    {
        Arguments arguments = {"targets", scenario.string(),           "--robust", plan.string(),
                               "-o",      (place / "robust").string(), "--force",  "--progress",
                               "none"};
        arguments.insert(arguments.end(), more.begin(), more.end());
        return kochmon_with(arguments);
    }

    /// What robust.csv says after the name of the set.
    std::string row_of(std::string const& set) const
    {
        std::istringstream lines(text_of(place / "robust" / "robust.csv"));
        for (std::string line; std::getline(lines, line);)
            if (auto const at = line.find(",heavy," + set + ','); at != std::string::npos)
                return line.substr(at + set.size() + 8);
        return {};
    }

    TestFolder place;
    fs::path scenario = place / "small.yaml";
    fs::path plan = place / "heavy.yaml";
};

std::string const two_wages =
    "vary:\n  wage: {key: destinations.moscow.wage, values: {low: 9000 RUB/month, high: 40000 "
    "RUB/month}}\n";

TEST_F(RobustPlan, gives_a_set_for_each_point_and_the_base)
{
    put_plan(two_wages, "set: {rules.attention.abroad: 5 %/month}\n");
    RobustSets const found = sets();
    ASSERT_EQ(found.sets.size(), 3U);
    EXPECT_EQ(found.sets[0].name, "all as in the base");
    EXPECT_EQ(found.sets[1].name, "wage 9000 RUB/month");
    EXPECT_EQ(found.sets[1].group, "heavy");
    EXPECT_EQ(found.sets[1].file, scenario);
    EXPECT_THAT(found.sets[0].values, ElementsAre("rules.attention.abroad=5 %/month"));
    EXPECT_THAT(found.sets[2].values, ElementsAre("rules.attention.abroad=5 %/month",
                                                  "destinations.moscow.wage=40000 RUB/month"));
    EXPECT_THAT(found.files, ElementsAre(plan));
    EXPECT_THAT(found.left_out, IsEmpty());
}

TEST_F(RobustPlan, lets_a_point_replace_what_it_fixes_and_the_command_line_replace_both)
{
    put_plan(two_wages,
             "set: {destinations.moscow.wage: 20000 RUB/month, rules.attention.abroad: 5 "
             "%/month}\n");
    RobustSets const found = sets({.set = {"rules.attention.abroad=4 %/month"}});
    EXPECT_THAT(overrides_of(found.sets[2], {.set = {"rules.attention.abroad=4 %/month"}}).set,
                ElementsAre("destinations.moscow.wage=40000 RUB/month",
                            "rules.attention.abroad=4 %/month"));
}

TEST_F(RobustPlan, is_what_the_answers_are_measured_under)
{
    put_plan(two_wages);
    Outcome const run = judge();
    ASSERT_EQ(run.status, 0) << run.err;
    EXPECT_THAT(run.out, HasSubstr("under 3 sets of parameters"));
    EXPECT_NE(row_of("wage 9000 RUB/month"), "");
    EXPECT_NE(row_of("wage 9000 RUB/month"), row_of("wage 40000 RUB/month"));
    std::string const poor = row_of("wage 9000 RUB/month");
    // The whole of the plan is fixed to that wage from the command line.
    ASSERT_EQ(judge({"--set", "destinations.moscow.wage=9000 RUB/month"}).status, 0);
    EXPECT_EQ(row_of("all as in the base"), poor);
    EXPECT_EQ(row_of("wage 40000 RUB/month"), poor);
}

TEST_F(RobustPlan, leaves_out_points_of_which_no_scenario_can_be_made)
{
    put_plan("assumptions: [start.destinations, start.cash]\n");
    RobustSets const found = sets();
    // Shares of destinations no longer add up once one of them is moved.
    EXPECT_EQ(found.sets.size(), 3U);
    ASSERT_FALSE(found.left_out.empty());
    EXPECT_THAT(found.left_out.front(), HasSubstr("heavy, start.destinations."));
    EXPECT_THAT(found.left_out.front(), HasSubstr("expected 100 %"));
    Outcome const run = judge({"--dry-run"});
    EXPECT_THAT(run.out, HasSubstr("under 3 sets of parameters"));
    EXPECT_THAT(run.out, HasSubstr("Left out"));
}

TEST_F(RobustPlan, may_vary_over_the_sets_of_a_calibration)
{
    put_plan("vary:\n  set: {calibration: " KOCHMON_SOURCE
             "/config/calibration/diminishing-nested}\n");
    RobustSets const found = sets();
    EXPECT_EQ(found.sets.size(), 37U);
    EXPECT_EQ(found.files.size(), 37U);
    EXPECT_GT(found.sets.back().values.size(), 10U);
}

TEST_F(RobustPlan, is_refused_if_it_varies_more_than_parameters)
{
    put_plan(
        "vary:\n  dearer: {lever: jurisdictions.russia.permit.fee, scale: [1.1, 1.2], from: "
        "2010-01}\n");
    Outcome const run = judge();
    EXPECT_EQ(run.status, 2);
    EXPECT_THAT(run.err, HasSubstr("vary.dearer: is no parameter"));
}

TEST_F(RobustPlan, that_is_not_there_is_told_as_such)
{
    Outcome const run = judge();
    EXPECT_EQ(run.status, 4);
    EXPECT_THAT(run.err, HasSubstr("heavy.yaml: is not there; expected the folder of a "
                                   "calibration or the plan of a sweep"));
}

TEST(RobustSets, of_the_shipped_plan_are_ten_quantities_at_both_ends)
{
    RobustSets const found =
        robust_sets({KOCHMON_SOURCE "/config/sweeps/heaviest.yaml"}, baseline_file, {});
    EXPECT_EQ(found.sets.size(), 21U);
    EXPECT_THAT(found.left_out, IsEmpty());
}
}  // namespace
}  // namespace kochmon
