// SPDX-License-Identifier: MIT
// What a sweep makes of plans that are unusual, and of what is not as it should be.
#include <cmath>

#include <gmock/gmock.h>

#include "analysis/text/csv_table.hpp"

#include "tests/analysis/sweep/small_sweep.hpp"

namespace kochmon
{
namespace
{
using testing::HasSubstr;
using testing::Not;
using SweepOfTwoValues = tests::SmallSweep;
using SweepFaults = tests::SmallSweep;

constexpr char keeps_abroad[] = "keep: {measures: [abroad], months: last}\n";

double mean_of(CsvTable const& responses, std::string const& value)
{
    for (std::size_t row = 0; row < responses.size(); ++row)
        if (responses.cell(row, "value") == value) return responses.number(row, "mean");
    return std::nan("");
}

// A factor of two values moves from one to the other in every path: its elementary effect is the
// difference of the two, not more by the design's step of two thirds.
TEST_F(SweepOfTwoValues, has_their_difference_as_elementary_effect)
{
    write_plan("two",
               "replicates: 1\nvary:\n"
               "  attention: {key: rules.attention.abroad, values: [5 %/month, 40 %/month]}\n"
               "design: morris\npoints: 4\n" +
                   std::string(keeps_abroad));
    Outcome const outcome = sweep();
    ASSERT_EQ(outcome.status, 0) << outcome.err;
    CsvTable const morris(tables().at("morris.csv"));
    CsvTable const responses(tables().at("responses.csv"));
    ASSERT_EQ(responses.size(), 2U);
    double const difference = mean_of(responses, "40 %/month") - mean_of(responses, "5 %/month");
    EXPECT_NE(difference, 0.0);
    EXPECT_NEAR(morris.number(0, "mean"), difference, 1e-6 * std::abs(difference));
    EXPECT_NEAR(morris.number(0, "mean_absolute"), std::abs(difference),
                1e-6 * std::abs(difference));
}

// The other factors are balanced at each of them: what does nothing has the same mean at all.
TEST_F(SweepFaults, of_many_listed_values_are_told_apart_in_responses)
{
    write_plan(
        "many",
        "replicates: 1\nvary:\n"
        "  inert: {lever: jurisdictions.russia.permit.fee, scale: {low: 1, high: 1.3, steps: "
        "14}, from: 2035-01}\n"
        "  attention: {key: rules.attention.abroad, values: [5 %/month, 40 %/month]}\n"
        "design: grid\n" +
            std::string(keeps_abroad));
    Outcome const outcome = sweep();
    ASSERT_EQ(outcome.status, 0) << outcome.err;
    EXPECT_THAT(outcome.err, HasSubstr("28 points with shocks that do nothing, the first: "));
    CsvTable const responses(tables().at("responses.csv"), ",inert,");
    ASSERT_EQ(responses.size(), 14U);
    for (std::size_t row = 1; row < 14; ++row)
        EXPECT_EQ(responses.cell(row, "mean"), responses.cell(0, "mean"));
    EXPECT_THAT(sweep("other", {"--dry-run"}).out,
                HasSubstr("28 points with shocks that do nothing, the first:"));
}

TEST_F(SweepFaults, is_no_level_that_leaves_a_value_as_it_is)
{
    write_plan("level",
               "replicates: 1\nvary:\n"
               "  fee: {lever: jurisdictions.russia.permit.fee, scale: [1, 2], from: 2010-01}\n"
               "design: grid\n" +
                   std::string(keeps_abroad));
    EXPECT_THAT(sweep().err, Not(HasSubstr("do nothing")));
}

TEST_F(SweepFaults, of_whole_months_has_whole_values_between_the_ends)
{
    write_plan(
        "whole",
        "replicates: 1\nvary:\n"
        "  ban: {lever: jurisdictions.russia.sanctions.deportation_ban, set: {low: 12 months, "
        "high: 60 months}, from: 2010-01}\n"
        "design: sobol\npoints: 3\n" +
            std::string(keeps_abroad));
    Outcome const outcome = sweep();
    EXPECT_EQ(outcome.status, 0) << outcome.out << outcome.err;
    EXPECT_THAT(tables().at("points.csv"),
                testing::MatchesRegex("(.*\n)*1,1,[0-9]+ months\n(.*\n)*"));
}

TEST_F(SweepFaults, are_refused_at_their_place)
{
    auto const refusal = [&](std::string const& factors)
    {
        write_plan("wrong", "replicates: 1\nvary:\n" + factors + "design: one_at_a_time\n" +
                                std::string(keeps_abroad));
        Outcome const outcome = sweep();
        EXPECT_EQ(outcome.status, 2) << outcome.out;
        return outcome.err;
    };
    EXPECT_THAT(refusal("  fee: {lever: [jurisdictions.russia.permit.fee, "
                        "jurisdictions.russia.permit.fee], scale: [2], from: 2010-01}\n"),
                HasSubstr("a second time"));
    EXPECT_THAT(refusal("  month: {key: start.cash, values: [5000 RUB]}\n"),
                HasSubstr("'month' is no name of a factor"));
}

TEST_F(SweepFaults, of_an_assumption_that_varies_already_is_left_out)
{
    write_plan("both",
               "replicates: 1\nassumptions: [rules.attention]\nvary:\n"
               "  mine: {key: rules.attention.abroad, values: [5 %/month, 40 %/month]}\n"
               "design: one_at_a_time\n" +
                   std::string(keeps_abroad));
    ASSERT_EQ(sweep().status, 0);
    EXPECT_THAT(tables().at("points.csv"), HasSubstr(",mine,"));
    EXPECT_THAT(tables().at("points.csv"), Not(HasSubstr("rules.attention.abroad")));
}

TEST_F(SweepFaults, of_other_populations_are_no_parts_of_one_study)
{
    auto const write_with = [&](std::string const& populations)
    {
        write_plan("pops", "replicates: 2\npopulation_seeds: " + populations +
                               "\nvary:\n  cash: {key: start.cash, values: [5000 RUB]}\n"
                               "design: grid\n" +
                               keeps_abroad);
    };
    write_with("1");
    ASSERT_EQ(sweep("one", {"--shard", "1/2"}).status, 0);
    write_with("2");
    ASSERT_EQ(sweep("two", {"--shard", "2/2"}).status, 0);
    auto const before = texts_in(study("one") / "runs");
    Outcome const merged = kochmon_with({"merge", study("one").string(), study("two").string()});
    EXPECT_EQ(merged.status, 4);
    EXPECT_THAT(merged.err, HasSubstr("its replicate 1 has population 1, that of"));
    EXPECT_EQ(texts_in(study("one") / "runs"), before);
}

TEST_F(SweepFaults, status_shows_what_runs_show_so_far)
{
    ASSERT_EQ(sweep("part", {"--shard", "1/2"}).status, 0);
    Outcome const told = kochmon_with({"status", study("part").string()});
    EXPECT_THAT(told.out, HasSubstr("5 of 10 runs done\nnothing is running there\n"));
    EXPECT_THAT(told.out, HasSubstr("2 replicates each; 5 of 10 runs are\nmissing"));
    Outcome const json = kochmon_with({"status", study("part").string(), "--json"});
    EXPECT_THAT(json.out, HasSubstr("\"tasks_running\": 0"));
    EXPECT_THAT(json.out, HasSubstr("\"difference\": "));
    Outcome const idle = kochmon_with({"resume", study("part").string(), "--shard", "3/3"});
    EXPECT_THAT(idle.err, HasSubstr("shard 3 of 3 has nothing to do: the study has 2 tasks"));
}
}  // namespace
}  // namespace kochmon
