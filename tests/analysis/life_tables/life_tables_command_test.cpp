// SPDX-License-Identifier: MIT
// Life tables of a run by the real program.
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <map>

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include "engine/month.hpp"

#include "analysis/text/csv_table.hpp"

#include "tests/analysis/program.hpp"
#include "tests/analysis/shipped.hpp"

namespace kochmon
{
namespace
{
using testing::HasSubstr;
namespace fs = std::filesystem;

constexpr int file_status = 4;
constexpr int usage_status = 64;

class LifeTablesCommand : public testing::Test
{
  protected:
    Outcome run(Arguments const& more) const
    {
        Arguments arguments = {"run",        tests::baseline_file,    "--set", "time.start=2009-07",
                               "--set",      "time.warm_up=6 months", "-q",    "-o",
                               of().string()};
        arguments.insert(arguments.end(), more.begin(), more.end());
        return kochmon_with(arguments);
    }
    Outcome tables(Arguments const& more = {}) const
    {
        Arguments arguments = {"life-tables", of().string(), "-o", to().string()};
        arguments.insert(arguments.end(), more.begin(), more.end());
        return kochmon_with(arguments);
    }
    CsvTable table(std::string const& name, std::string const& part = {}) const
    {
        return CsvTable(text_of(to() / name), part);
    }
    /// A value of series.csv over the weight of an agent; of a rate as it is.
    double in_series(std::string const& measure, std::string const& month,
                     std::string const& group) const
    {
        CsvTable const series(text_of(of() / "series.csv"),
                              "," + month + "," + measure + "," + group + ",");
        EXPECT_EQ(series.size(), 1U) << measure << month;
        auto const account = nlohmann::json::parse(text_of(of() / "run.json"));
        double const weight = account["settings"]["persons_per_agent"];
        return series.number(0, "value") / (series.cell(0, "unit") == "share" ? 1.0 : weight);
    }
    fs::path of() const { return place_ / "run"; }
    fs::path to() const { return place_ / "tables"; }

    TestFolder place_;
};

// A panel of everybody: the rate that is taken apart is that of the series.
TEST_F(LifeTablesCommand, takes_the_legality_rate_of_the_series_apart_without_a_rest)
{
    ASSERT_EQ(run({"--persons", "4000", "--panel", "4000", "--months", "30"}).status, 0);
    Outcome const outcome = tables({"--between", "2010-06,2012-06"});
    ASSERT_EQ(outcome.status, 0) << outcome.err;
    CsvTable const parts = table("decomposition.csv");
    int totals = 0;
    double composition = 0.0;
    double rates = 0.0;
    for (std::size_t row = 0; row < parts.size(); ++row)
    {
        composition += parts.number(row, "composition");
        rates += parts.number(row, "rates");
        if (parts.cell(row, "group") != "total") continue;
        ++totals;
        EXPECT_NEAR(composition, 2.0 * parts.number(row, "composition"), 1e-14);
        EXPECT_NEAR(rates, 2.0 * parts.number(row, "rates"), 1e-14);
        EXPECT_NEAR(parts.number(row, "change"),
                    parts.number(row, "rate_until") - parts.number(row, "rate_from"), 1e-14);
        std::string const group =
            parts.cell(row, "in") == "russia" ? "jurisdiction,russia" : "total,total";
        EXPECT_NEAR(parts.number(row, "workers_from"),
                    in_series("foreign_workers", "2010-06", group), 1e-6);
        EXPECT_NEAR(parts.number(row, "rate_until"),
                    in_series("legality_by_right", "2012-06", group), 1e-12);
        composition = rates = 0.0;
    }
    EXPECT_EQ(totals, 10);
}

TEST_F(LifeTablesCommand, counts_the_moves_that_the_series_counts_and_its_rows_add_up_to_1)
{
    ASSERT_EQ(run({"--persons", "4000", "--panel", "4000", "--months", "12"}).status, 0);
    ASSERT_EQ(tables().status, 0);
    CsvTable const moves = table("transitions.csv", "total,total,");
    std::map<std::string, double> sums;
    double departures = 0.0;
    for (std::size_t row = 0; row < moves.size(); ++row)
    {
        sums[moves.cell(row, "from")] += moves.number(row, "probability");
        if (moves.cell(row, "from") == "home" && moves.cell(row, "to") != "home" &&
            moves.cell(row, "to") != "dead")
            departures += moves.number(row, "transitions");
    }
    EXPECT_GE(sums.size(), 5U);
    for (auto const& [from, sum] : sums) EXPECT_NEAR(sum, 1.0, 1e-14) << from;
    double in_months = 0.0;  // the first has no month end before it
    for (int month = 2; month <= 12; ++month)
        in_months += in_series("departures", Month::of(2010, month).text(), "total,total");
    EXPECT_GT(departures, 0.0);
    EXPECT_NEAR(departures, in_months, 1e-6);
}

TEST_F(LifeTablesCommand, gives_months_that_add_up_and_figures_of_all_arrivals)
{
    ASSERT_EQ(
        run({"--persons", "4000", "--panel", "3000", "--months", "24", "--replicates", "2"}).status,
        0);
    Outcome const outcome = tables();
    ASSERT_EQ(outcome.status, 0);
    EXPECT_THAT(outcome.out, HasSubstr("in 2 replicates"));
    CsvTable const months = table("months_in_status.csv");
    std::map<std::string, double> sums;
    std::map<std::string, double> within;
    for (std::size_t row = 0; row < months.size(); ++row)
    {
        std::string const group = months.cell(row, "by") + months.cell(row, "group");
        sums[group] += months.number(row, "months");
        within[group] = months.number(row, "within_months");
    }
    EXPECT_TRUE(sums.contains("cohort2011"));
    for (auto const& [group, sum] : sums) EXPECT_NEAR(sum, within[group], 1e-11) << group;
    EXPECT_THAT(text_of(to() / "figures/incidences.csv"), HasSubstr("return_removal"));
    EXPECT_THAT(text_of(to() / "figures/statuses.csv"), HasSubstr("up_to_irregular"));
}

TEST_F(LifeTablesCommand, leaves_the_run_as_it_is_and_gives_the_same_bytes_again)
{
    ASSERT_EQ(run({"--persons", "2000", "--panel", "500", "--months", "13"}).status, 0);
    auto const before = texts_in(of());
    ASSERT_EQ(tables().status, 0);
    EXPECT_TRUE(before == texts_in(of()));
    auto const account = nlohmann::json::parse(text_of(to() / "run.json"));
    EXPECT_EQ(account["life_tables"]["digest"],
              nlohmann::json::parse(before.at("run.json"))["digest"]);
    EXPECT_EQ(tables().status, 3);
    ASSERT_EQ(tables({"--force", "-q"}).status, 0);
    EXPECT_EQ(nlohmann::json::parse(text_of(to() / "run.json"))["digest"], account["digest"]);
    // Beside the run where nothing is said.
    ASSERT_EQ(kochmon_with({"life-tables", of().string() + "/"}).status, 0);
    EXPECT_TRUE(fs::exists(place_ / "run-life-tables/life_tables.csv"));
}

TEST_F(LifeTablesCommand, refuses_what_has_no_panel_or_is_not_as_it_was)
{
    ASSERT_EQ(run({"--persons", "1000", "--months", "2"}).status, 0);
    Outcome const without = tables();
    EXPECT_EQ(without.status, file_status);
    EXPECT_THAT(without.err, HasSubstr("has no panel"));
    ASSERT_EQ(run({"--persons", "1000", "--months", "2", "--panel", "10", "--force"}).status, 0);
    put(of() / "panel_spells.csv", text_of(of() / "panel_spells.csv") + "\n");
    Outcome const changed = tables();
    EXPECT_EQ(changed.status, file_status);
    EXPECT_THAT(changed.err, HasSubstr("is not as it was written"));
    EXPECT_EQ(kochmon_with({"life-tables", (place_ / "nowhere").string()}).status, file_status);
    EXPECT_FALSE(fs::exists(to()));
}

TEST_F(LifeTablesCommand, refuses_periods_that_are_none_and_folders_that_hold_the_run)
{
    ASSERT_EQ(run({"--persons", "1000", "--months", "14", "--panel", "200"}).status, 0);
    for (char const* const between :
         {"2010", "2010,2010", "2011,2010", "2010,next", ",", "2009,2010", "2010,2013"})
    {
        Outcome const outcome = tables({"--between", between});
        EXPECT_EQ(outcome.status, usage_status) << between;
        EXPECT_THAT(outcome.err, HasSubstr("--between")) << between;
    }
    EXPECT_EQ(kochmon_with({"life-tables", of().string(), "-o", of().string(), "--force"}).status,
              3);
    EXPECT_EQ(kochmon_with({"life-tables", of().string(), "-o", ""}).status, usage_status);
    EXPECT_FALSE(fs::exists(to()));
    ASSERT_EQ(tables().status, 0);
    Outcome const replayed = kochmon_with({"replay", to().string()});
    EXPECT_EQ(replayed.status, file_status);
    EXPECT_THAT(replayed.err, HasSubstr("is of kochmon life-tables"));
}

/// Told as the script tells it.
double largest_difference(std::string const& told, std::string const& of)
{
    std::string const before = "largest difference of " + of + ": ";
    std::size_t const at = told.find(before);
    return at == std::string::npos ? INFINITY : std::stod(told.substr(at + before.size()));
}

// Needs R with its package survival, which scripts/test --all installs.
TEST_F(LifeTablesCommand, agrees_with_survival_of_r_on_5000_persons)
{
    if (std::getenv("KOCHMON_RARE_CHECKS") == nullptr)
        GTEST_SKIP() << "starts R; under KOCHMON_RARE_CHECKS";
    Arguments const arguments = {
        "run", tests::baseline_file, "--persons", "20000", "--panel", "5000", "-q",
        "-o",  of().string()};
    ASSERT_EQ(kochmon_with(arguments).status, 0);
    ASSERT_EQ(tables().status, 0);
    std::string const told = (place_ / "told").string();
    std::string const command = "Rscript " KOCHMON_SOURCE
                                "/tests/analysis/life_tables/survival.R " +
                                of().string() + " " + to().string() + " > " + told + " 2>&1";
    EXPECT_EQ(std::system(command.c_str()), 0) << text_of(told);
    for (char const* const what : {"at_risk", "events", "survival", "survival_se", "incidence",
                                   "waiting", "incidence_se", "waiting_se"})
        EXPECT_LE(largest_difference(text_of(told), what), 1e-9) << what;
}
}  // namespace
}  // namespace kochmon
