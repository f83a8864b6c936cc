// SPDX-License-Identifier: MIT
#include "analysis/report/targets_report.hpp"

#include <sstream>

#include <gmock/gmock.h>

#include "analysis/text/csv_text.hpp"

#include "tests/analysis/targets/world_of_targets.hpp"

namespace kochmon
{
namespace
{
using testing::ElementsAre;
using testing::HasSubstr;

std::vector<std::vector<std::string>> csv_rows_of(std::string const& csv)
{
    std::vector<std::vector<std::string>> rows;
    std::istringstream lines(csv);
    for (std::string line; std::getline(lines, line);) rows.push_back(csv_cells(line));
    return rows;
}

/// Two targets and an answer, as two replicates have them.
struct TargetsTold
{
    Scenario scenario = tests::WorldOfTargets{.months = 20}.scenario();
    RunAccount account{.agents = 4000, .weight = 1250.5, .person_months = 3e5};
    TargetRun run{scenario, account, 2};
    std::vector<JudgedTarget> targets;
    std::vector<JudgedAnswer> answers;

    TargetsTold()
    {
        TargetsFile file;
        file.targets = {
            {.id = "C16",
             .what = "\"here\", there",
             .definition = tests::definition_of("C16"),
             .value = 0.0,
             .band = Bounds{-0.03, 0.01},
             .source = "F11",
             .policy = "p.yaml"},
            {.id = "C1", .what = "plain", .definition = tests::definition_of("C1"), .source = "F8"},
            {.id = "C3",
             .what = "none",
             .definition = tests::definition_of("C3"),
             .band = Bounds{1.0, 2.0},
             .source = "F14"}};
        file.shocks = {{.name = "dear",
                        .what = "-10 %",
                        .policy = "d.yaml",
                        .answers = {{.name = "stock",
                                     .measure = "abroad",
                                     .in = "russia",
                                     .month = 24,
                                     .band = Bounds{-0.5, -0.0001}},
                                    {.name = "left",
                                     .measure = first_departures_of_poorest_fifth,
                                     .change = ShockAnswer::Change::difference},
                                    {.name = "rate",
                                     .measure = "returns",
                                     .over = "months_abroad",
                                     .where = {},
                                     .in = "total"}}}};
        std::vector<std::vector<std::optional<double>>> const replicates = {
            {-0.015625, 0.5, std::nullopt}, {-0.015625, 0.25, std::nullopt}};
        targets = judged(file, replicates);
        answers = judged_shocks(file, replicates);
    }
};
}  // namespace

TEST(TargetReport, tells_numbers_plainly_and_texts_with_quotes_where_they_need_them)
{
    TargetsTold const told;
    std::string const csv = targets_csv(told.run, told.targets);
    // RFC 4180; a negative number stands as it is.
    EXPECT_THAT(csv, HasSubstr("C16,\"\"\"here\"\", there\","));
    EXPECT_THAT(csv,
                HasSubstr(",-0.015625,-0.015625,-0.015625,-0.03,0.01,inside,F11,4000,32,2,,,,\n"));
    auto const rows = csv_rows_of(csv);
    ASSERT_EQ(rows.size(), 4U);
    EXPECT_THAT(rows[0], ElementsAre("target", "what", "measured_as", "unit", "mean", "low", "high",
                                     "band_low", "band_high", "verdict", "source", "agents",
                                     "months", "worlds", "parameters_share", "population_share",
                                     "luck_share", "told_together"));
    for (auto const& row : rows) EXPECT_EQ(row.size(), rows[0].size());
    EXPECT_THAT(rows[1][1], "\"here\", there");
    EXPECT_EQ(rows[2][9] + rows[2][7], "") << "without a band there is no verdict";
    EXPECT_EQ(rows[2][4], "0.375");
    EXPECT_EQ(rows[3][4] + rows[3][5], "");
    EXPECT_EQ(rows[3][9], "no value");
}

// C16 takes 36 reported months; the run has 20 after its warm-up of 12.
TEST(TargetReport, tells_the_months_that_were_lived)
{
    TargetsTold const told;
    EXPECT_EQ(csv_rows_of(targets_csv(told.run, told.targets))[1][12], "32");
    EXPECT_THAT(told_targets(told.run, told.targets), HasSubstr("     32      2  \"here\""));
}

TEST(TargetReport, tells_every_answer_with_what_was_asked)
{
    TargetsTold const told;
    auto const rows = csv_rows_of(shocks_csv(told.answers));
    EXPECT_THAT(rows[0], ElementsAre("shock", "what", "answer", "measure", "over", "in", "month",
                                     "change", "mean", "low", "high", "band_low", "band_high",
                                     "verdict", "right_signs", "replicates", "parameters_share",
                                     "population_share", "luck_share", "told_together"));
    ASSERT_EQ(rows.size(), 4U);
    // A text that a spreadsheet would take for a formula does not begin with its sign.
    EXPECT_THAT(rows[1], ElementsAre("dear", "'-10 %", "stock", "abroad", "", "russia", "24",
                                     "relative", "-0.015625", "-0.015625", "-0.015625", "-0.5",
                                     "-0.0001", "inside", "2", "2", "", "", "", ""));
    EXPECT_THAT(
        std::vector(rows[2].begin() + 3, rows[2].begin() + 9),
        ElementsAre("first_departures_of_poorest_fifth", "", "total", "36", "difference", "0.375"));
    EXPECT_THAT(std::vector(rows[3].begin() + 3, rows[3].begin() + 9),
                ElementsAre("returns", "months_abroad", "total", "36", "relative", ""));
}

TEST(TargetReport, tells_each_replicate_on_a_row)
{
    TargetsTold const told;
    EXPECT_EQ(replicates_csv(told.targets),
              "target,replicate,value\nC16,0,-0.015625\nC16,1,-0.015625\nC1,0,0.5\nC1,1,0.25\n"
              "C3,0,\nC3,1,\n");
    EXPECT_THAT(replicates_csv(told.answers),
                HasSubstr("shock,answer,replicate,value\ndear,stock,0,-0.015625\n"));
}

TEST(TargetReport, tells_people_the_verdict)
{
    TargetsTold const told;
    std::string const targets = told_targets(told.run, told.targets);
    EXPECT_THAT(targets, HasSubstr("Targets of baseline: 4000 agents of 1250.5 persons each, 2 "
                                   "replicates, 3e+05 person-months"));
    EXPECT_THAT(targets, HasSubstr("1 of 2 targets inside; outside: C3\n"));
    EXPECT_THAT(targets, HasSubstr("[-0.016, -0.016]    [-0.030, 0.010]     inside"));
    EXPECT_THAT(targets, HasSubstr("none"));
    std::string const shocks = told_shocks(told.run, told.answers);
    EXPECT_THAT(shocks, HasSubstr("dear: -10 %\n"));
    // What is not 0 is not told as 0.
    EXPECT_THAT(shocks, HasSubstr("[-0.500, -0.0001]   inside   sign in 2 of 2\n"));
}
}  // namespace kochmon
