// SPDX-License-Identifier: MIT
// Reports by the real program.
#include <filesystem>
#include <regex>

#include <fmt/format.h>
#include <gmock/gmock.h>

#include "analysis/page/page.hpp"
#include "analysis/text/csv_table.hpp"

#include "tests/analysis/program.hpp"
#include "tests/analysis/sweep/small_sweep.hpp"

namespace kochmon
{
namespace
{
using testing::HasSubstr;
namespace fs = std::filesystem;

/// A page of a megabyte is not shown where it lacks something.
bool holds(std::string const& html, std::string const& part)
{
    return html.find(part) != std::string::npos;
}

class ReportCommand : public testing::Test
{
  protected:
    Outcome compare(Arguments const& more = {}) const
    {
        Arguments arguments = {"compare",
                               KOCHMON_SOURCE "/config/baseline.yaml",
                               KOCHMON_SOURCE "/config/policies/permit-fee.yaml",
                               KOCHMON_SOURCE "/config/policies/amnesty.yaml",
                               "--persons",
                               "2000",
                               "--months",
                               "12",
                               "--set",
                               "time.start=2009-07",
                               "--set",
                               "time.warm_up=6 months",
                               "--replicates",
                               "3",
                               "--by",
                               "origin",
                               "-o",
                               result().string()};
        arguments.insert(arguments.end(), more.begin(), more.end());
        return kochmon_with(arguments);
    }
    Outcome report(std::string const& file = "report.html") const
    {
        return kochmon_with({"report", result().string(), "-o", (place_ / file).string()});
    }
    fs::path result() const { return place_ / "result"; }
    std::string page() const { return text_of(place_ / "report.html"); }

    TestFolder place_;
};

TEST_F(ReportCommand, tells_what_the_tables_of_a_comparison_hold)
{
    ASSERT_EQ(compare().status, 0);
    Outcome const outcome = report();
    ASSERT_EQ(outcome.status, 0) << outcome.err;
    EXPECT_THAT(outcome.out, HasSubstr("Report: "));
    std::string const html = page();
    EXPECT_TRUE(holds(html, "What permit-fee and amnesty would change"));
    CsvTable const effects(text_of(result() / "effects.csv"),
                           ",2010-12,legality_by_right,jurisdiction,russia,");
    ASSERT_EQ(effects.size(), 2U);
    EXPECT_TRUE(holds(html, "percentage points under " + effects.cell(0, "policy")));
    // The point of a chart is the number of the table, in per cent.
    double const percent = effects.number(1, "with_policy") * 100.0;
    EXPECT_TRUE(holds(
        html, "[\"2010-12\",\"" + effects.cell(1, "policy") + "\"," + Json(percent).dump() + "]"));
    EXPECT_LT(html.size(), 3'000'000U);
    EXPECT_TRUE(holds(html, "Region of origin: Osh region"));
    EXPECT_TRUE(holds(html, "kochmon compare"));
    // In all groups together nobody is said to be in Russia.
    EXPECT_TRUE(holds(html, "\"label\":\"Foreign workers with the right to work\""));
}

TEST_F(ReportCommand, refuses_what_is_no_whole_result)
{
    EXPECT_EQ(report().status, 4);
    ASSERT_EQ(compare().status, 0);
    put(result() / "flips.csv", text_of(result() / "flips.csv") + "\n");
    Outcome const changed = report();
    EXPECT_EQ(changed.status, 4);
    EXPECT_THAT(changed.err, HasSubstr("flips.csv: is not as it was written"));
    EXPECT_FALSE(fs::exists(place_ / "report.html"));
}

// What happens in a year is another thing than in a month.
TEST_F(ReportCommand, tells_sums_of_years_as_such)
{
    ASSERT_EQ(compare({"--months-kept", "yearly"}).status, 0);
    ASSERT_EQ(report().status, 0);
    std::string const html = page();
    EXPECT_TRUE(holds(html, "persons a year"));
    EXPECT_TRUE(holds(html, "million RUB a year"));
    EXPECT_FALSE(holds(html, "persons a month"));
    EXPECT_FALSE(holds(html, "million RUB a month"));
}

TEST_F(ReportCommand, refuses_a_policy_that_was_edited_since)
{
    ASSERT_EQ(compare().status, 0);
    std::string policy = text_of(result() / "policy-permit-fee.yaml");
    std::size_t const at = policy.find("scale: 1.10");
    ASSERT_NE(at, std::string::npos);
    put(result() / "policy-permit-fee.yaml", policy.replace(at, 11, "scale: 3.00"));
    Outcome const edited = report();
    EXPECT_EQ(edited.status, 4);
    EXPECT_THAT(edited.err, HasSubstr("policy-permit-fee.yaml: is not as it was written"));
}

TEST_F(ReportCommand, leaves_out_direct_effects_that_were_not_told_apart)
{
    ASSERT_EQ(compare({"--without-direct"}).status, 0);
    ASSERT_EQ(report().status, 0);
    EXPECT_FALSE(holds(page(), "Direct effect alone"));
}

TEST_F(ReportCommand, takes_the_place_of_an_older_report_and_of_nothing_else)
{
    ASSERT_EQ(compare().status, 0);
    ASSERT_EQ(report().status, 0);
    std::string const first = page();
    EXPECT_EQ(report().status, 0);
    EXPECT_EQ(page(), first);
    put(place_ / "thesis.html", "<!DOCTYPE html>\nmine\n");
    Outcome const refused = report("thesis.html");
    EXPECT_EQ(refused.status, 3);
    EXPECT_EQ(text_of(place_ / "thesis.html"), "<!DOCTYPE html>\nmine\n");
}

TEST_F(ReportCommand, says_what_changes_for_whom_and_by_which_decision)
{
    ASSERT_EQ(compare({"--trace", "4"}).status, 0);
    ASSERT_EQ(report().status, 0);
    std::string const html = page();
    EXPECT_TRUE(holds(html, "<svg viewBox"));
    EXPECT_TRUE(holds(html, "amnesty: persons with another status in 2010-12"));
    EXPECT_TRUE(holds(html, "Where lives first part"));
    EXPECT_TRUE(holds(html, "the months around the first in which the two lives part"));
    EXPECT_TRUE(holds(html, "{lever: jurisdictions.russia.permit.fee, scale: 1.10, from: 2010-01"));
    EXPECT_TRUE(holds(html, "id=\"map-origin\""));
    EXPECT_TRUE(holds(html, "jurisdictions.russia.permit.fee</th>"));
    EXPECT_TRUE(holds(html, "How to cite"));
}

TEST_F(ReportCommand, speaks_three_languages)
{
    ASSERT_EQ(compare().status, 0);
    Outcome const refused = kochmon_with(
        {"report", result().string(), "-o", (place_ / "de.html").string(), "--language", "de"});
    EXPECT_EQ(refused.status, 64);
    EXPECT_FALSE(fs::exists(place_ / "de.html"));
    for (auto const& [language, heading] :
         {std::pair("ru", "Меры рядом"), std::pair("ky", "Саясаттар катарлаш")})
    {
        Outcome const told =
            kochmon_with({"report", result().string(), "-o", (place_ / "report.html").string(),
                          "--language", language});
        ASSERT_EQ(told.status, 0) << told.err;
        std::string const html = page();
        EXPECT_TRUE(holds(html, fmt::format("<html lang=\"{}\">", language)));
        EXPECT_TRUE(holds(html, heading)) << language;
        EXPECT_FALSE(holds(html, "Policies side by side")) << language;
    }
}

class ReportOfOtherKinds : public tests::SmallSweep
{
  protected:
    Outcome run() const
    {
        return kochmon_with({"run", KOCHMON_SOURCE "/config/baseline.yaml", "--persons", "2000",
                             "--months", "6", "--set", "time.start=2009-09", "--set",
                             "time.warm_up=4 months", "--replicates", "2", "-o",
                             (place_ / "run").string()});
    }
    Outcome report(std::vector<std::string> const& folders) const
    {
        Arguments arguments = {"report", "-o", (place_ / "report.html").string()};
        for (std::string const& folder : folders) arguments.push_back((place_ / folder).string());
        return kochmon_with(arguments);
    }
    std::string page() const { return text_of(place_ / "report.html"); }
};

TEST_F(ReportOfOtherKinds, of_a_run_tells_levels_and_the_range_of_replicates)
{
    ASSERT_EQ(run().status, 0);
    Outcome const outcome = report({"run"});
    ASSERT_EQ(outcome.status, 0) << outcome.err;
    std::string const html = page();
    CsvTable const series(text_of(place_ / "run" / "series.csv"), ",2010-06,abroad,total,total,");
    ASSERT_EQ(series.size(), 2U);
    double const mean = (series.number(0, "value") + series.number(1, "value")) / 2.0 * 1e-3;
    EXPECT_TRUE(holds(html, fmt::format("Persons abroad: {:.0f} thousand persons", mean)));
    EXPECT_TRUE(holds(html, "id=\"level-legality-by-right\""));
    EXPECT_TRUE(holds(html, "id=\"map-origin\""));
    EXPECT_TRUE(holds(html, "What does the scenario baseline show in 2010-06?"));
}

TEST_F(ReportOfOtherKinds, of_a_run_names_its_shocks)
{
    ASSERT_EQ(kochmon_with({"run", KOCHMON_SOURCE "/config/policies/permit-fee.yaml", "--persons",
                            "500", "--months", "6", "--set", "time.start=2009-09", "--set",
                            "time.warm_up=4 months", "-o", (place_ / "run").string()})
                  .status,
              0);
    ASSERT_EQ(report({"run"}).status, 0);
    std::string const html = page();
    EXPECT_TRUE(holds(html, "Shocks of the scenario"));
    EXPECT_TRUE(holds(html, "{lever: jurisdictions.russia.permit.fee, scale: 1.10"));
    EXPECT_TRUE(holds(html, "(one replicate)"));
}

TEST_F(ReportOfOtherKinds, of_a_sweep_keeps_the_order_and_the_effects_of_its_values)
{
    write_plan("ends",
               "replicates: 2\nvary:\n"
               "  fee: {lever: jurisdictions.russia.permit.fee, scale: [5, 10], from: 2010-01}\n"
               "design: one_at_a_time\n"
               "keep: {measures: [abroad, departures], by: [total], months: yearly}\n");
    ASSERT_EQ(sweep().status, 0);
    Outcome const outcome = report({"study"});
    ASSERT_EQ(outcome.status, 0) << outcome.err;
    std::string const html = page();
    CsvTable const ends(text_of(study() / "tables" / "tornado.csv"), ",abroad,total,total,");
    ASSERT_GT(ends.size(), 0U);
    std::size_t const last = ends.size() - 1;
    EXPECT_TRUE(
        holds(html, fmt::format("[\"fee\",\"{}\",{},", ends.cell(last, "lowest_value"),
                                Json(ends.number(last, "lowest_difference") * 1e-3).dump())));
    EXPECT_FALSE(holds(html, " nan "));
}

TEST_F(ReportOfOtherKinds, of_a_part_of_a_sweep_says_how_many_runs_there_are)
{
    ASSERT_EQ(sweep("study", {"--shard", "1/2"}).status, 0);
    ASSERT_EQ(kochmon_with({"analyse", study().string()}).status, 0);
    ASSERT_EQ(report({"study"}).status, 0);
    EXPECT_TRUE(holds(page(), " of 10 runs are done; all figures are of these."));
}

TEST_F(ReportOfOtherKinds, of_a_calibration_tells_what_targets_pin)
{
    std::string text = text_of(KOCHMON_SOURCE "/config/calibration/linear-flat.yaml");
    std::vector<std::pair<std::string, std::string>> const smaller = {
        {"persons", "500"}, {"replicates", "2"}, {"waves", "1"}, {"points", "30"}, {"search", "0"}};
    for (auto const& [key, value] : smaller)
        text = std::regex_replace(text, std::regex("\\n" + key + ": *[0-9]+"),
                                  fmt::format("\n{}: {}", key, value));
    text = std::regex_replace(text, std::regex("\\.\\./"), KOCHMON_SOURCE "/config/");
    put(place_ / "small.yaml", text);
    Outcome const found = kochmon_with(
        {"calibrate", (place_ / "small.yaml").string(), "-o", (place_ / "cal").string()});
    ASSERT_TRUE(found.status == 0 || found.status == 7) << found.err;
    Outcome const outcome = report({"cal"});
    ASSERT_EQ(outcome.status, 0) << outcome.err;
    CsvTable const parameters(text_of(place_ / "cal" / "parameters.csv"));
    CsvTable const runs(text_of(place_ / "cal" / "runs.csv"));
    std::string const html = page();
    EXPECT_TRUE(
        holds(html, fmt::format(" of {} runs are accepted; the targets pin ", runs.size())));
    for (std::size_t row = 0; row < parameters.size(); ++row)
        EXPECT_TRUE(holds(html, "<th scope=\"row\">" + parameters.cell(row, "parameter"))) << row;
}

TEST_F(ReportOfOtherKinds, of_life_tables_tells_waits_and_parts)
{
    ASSERT_EQ(kochmon_with({"run", KOCHMON_SOURCE "/config/baseline.yaml", "--persons", "1000",
                            "--panel", "1000", "--months", "80", "-o", (place_ / "run").string()})
                  .status,
              0);
    ASSERT_EQ(
        kochmon_with({"life-tables", (place_ / "run").string(), "-o", (place_ / "lives").string()})
            .status,
        0);
    Outcome const outcome = report({"lives"});
    ASSERT_EQ(outcome.status, 0) << outcome.err;
    std::string const html = page();
    CsvTable const waits(text_of(place_ / "lives" / "life_tables.csv"),
                         "total,total,return,return,12,");
    ASSERT_EQ(waits.size(), 1U);
    EXPECT_TRUE(holds(html, fmt::format("Return home: {:.1f} % within one year",
                                        100.0 * waits.number(0, "incidence"))));
    EXPECT_TRUE(holds(html, "Of composition"));
}

TEST_F(ReportOfOtherKinds, of_a_sweep_tells_what_its_runs_hang_on)
{
    ASSERT_EQ(sweep().status, 0);
    Outcome const outcome = report({"study"});
    ASSERT_EQ(outcome.status, 0) << outcome.err;
    std::string const html = page();
    EXPECT_TRUE(holds(html, "What do the runs of the sweep small depend on"));
    EXPECT_TRUE(holds(html, "id=\"shares-abroad\""));
    EXPECT_TRUE(holds(html, "id=\"heat-abroad\""));
    EXPECT_TRUE(holds(html, "id=\"responses-abroad\""));
    EXPECT_TRUE(holds(html, "lever: jurisdictions.russia.permit.fee"));
}

TEST_F(ReportOfOtherKinds, of_several_gives_each_a_chapter_and_describes_a_scenario_once)
{
    ASSERT_EQ(run().status, 0);
    ASSERT_EQ(sweep().status, 0);
    ASSERT_EQ(report({"run", "study", "run"}).status, 0);
    std::string const html = page();
    for (char const* const id : {"c1-rates", "c1-level-abroad", "c2-heat-abroad", "c3-rates"})
        EXPECT_TRUE(holds(html, fmt::format("id=\"{}\"", id))) << id;
    EXPECT_TRUE(holds(html, "id=\"c1-parameters\""));
    EXPECT_FALSE(holds(html, "id=\"c3-parameters\""));
}

TEST_F(ReportOfOtherKinds, refuses_a_study_without_tables)
{
    ASSERT_EQ(sweep().status, 0);
    fs::remove(study() / "tables" / "means.csv");
    Outcome const refused = report({"study"});
    EXPECT_EQ(refused.status, 4);
    EXPECT_THAT(refused.err, HasSubstr("make them with 'kochmon analyse"));
}

TEST_F(ReportOfOtherKinds, of_targets_places_the_model_in_its_bands)
{
    Outcome const targets =
        kochmon_with({"targets", KOCHMON_SOURCE "/config/baseline.yaml", "--persons", "1000",
                      "--replicates", "2", "-o", (place_ / "targets").string()});
    ASSERT_TRUE(targets.status == 0 || targets.status == 7) << targets.err;
    Outcome const outcome = report({"targets"});
    ASSERT_EQ(outcome.status, 0) << outcome.err;
    std::string const html = page();
    CsvTable const told(text_of(place_ / "targets" / "targets.csv"));
    EXPECT_TRUE(holds(html, "targets lie inside their bands"));
    EXPECT_TRUE(holds(html, "<th scope=\"row\">" + told.cell(0, "target")));
}

TEST_F(ReportOfOtherKinds, of_observed_figures_and_of_answers_to_policies_does_too)
{
    auto const targets = [&](Arguments arguments, std::string const& folder)
    {
        arguments.insert(arguments.begin(), "targets");
        arguments.insert(arguments.end(), {"--persons", "1000", "--replicates", "2", "-o",
                                           (place_ / folder).string()});
        int const status = kochmon_with(arguments).status;
        return status == 0 || status == 7;
    };
    ASSERT_TRUE(targets({KOCHMON_SOURCE "/config/history.yaml", "--targets",
                         KOCHMON_SOURCE "/config/history-targets.yaml"},
                        "observed"));
    ASSERT_TRUE(targets({KOCHMON_SOURCE "/config/baseline.yaml", "--shocks"}, "shocks"));
    Outcome const outcome = report({"observed", "shocks"});
    ASSERT_EQ(outcome.status, 0) << outcome.err;
    std::string const html = page();
    EXPECT_TRUE(holds(html, "What was observed beside what is modelled"));
    EXPECT_TRUE(holds(html, "<th scope=\"row\">permit-fee, stock</th>"));
}
}  // namespace
}  // namespace kochmon
