// SPDX-License-Identifier: MIT
#include <cmath>
#include <filesystem>

#include <gmock/gmock.h>
#include <sqlite3.h>

#include "analysis/text/csv_table.hpp"

#include "tests/analysis/program.hpp"

// What a sweep says of its factors, by the real program.
namespace kochmon
{
namespace
{
using testing::AllOf;
using testing::HasSubstr;
namespace fs = std::filesystem;

class AnalyseCommand : public testing::Test
{
  protected:
    void write_plan(std::string const& replicates, std::string const& factors,
                    std::string const& design) const
    {
        put(place_ / "plan.yaml",
            "schema: 1\nsweep: small\nbase: " KOCHMON_SOURCE
            "/config/baseline.yaml\n"
            "persons: 500\nmonths: 6\nset: {time.start: 2009-09, time.warm_up: 4 months}\n" +
                replicates + "vary:\n" + factors + design +
                "keep: {measures: [abroad, legality_by_right], by: [total], months: last}\n");
    }
    fs::path study() const { return place_ / "study"; }
    Outcome sweep() const
    {
        return kochmon_with({"sweep", (place_ / "plan.yaml").string(), "-o", study().string()});
    }
    CsvTable table(std::string const& name) const
    {
        return CsvTable(text_of(study() / "tables" / name));
    }

    TestFolder place_;
};
constexpr char two_replicates[] = "replicates: 2\n";
constexpr char cash_and_attention[] =
    "  cash: {key: start.cash, values: {low: 5000 RUB, high: 20000 RUB}}\n"
    "  attention: {key: rules.attention.abroad, values: {low: 2 %/month, high: 20 %/month}}\n";
}  // namespace

TEST_F(AnalyseCommand, of_a_grid_splits_the_variance_between_factors)
{
    write_plan("replicates: 4\npopulation_seeds: 2\n",
               "  attention: {key: rules.attention.abroad, values: [2 %/month, 8 %/month, 20 "
               "%/month]}\n"
               "  cash: {key: start.cash, values: [5000 RUB, 20000 RUB]}\n",
               "design: grid\n");
    Outcome const outcome = sweep();
    ASSERT_EQ(outcome.status, 0) << outcome.err;
    EXPECT_THAT(outcome.out, AllOf(HasSubstr("Sweep small (design: grid): 6 points, 4 replicates"),
                                   HasSubstr("\nAbroad, 2010-06\n- Runs differ by ")));
    EXPECT_THAT(outcome.out, HasSubstr(text_of(study() / "summary.txt")));
    CsvTable const variance = table("variance.csv");
    ASSERT_EQ(variance.size(), 2U);
    double sum = 0.0;
    for (char const* const part : {"parameters_share", "population_share", "luck_share",
                                   "population_by_point_share", "luck_by_point_share"})
        sum += variance.number(0, part);
    EXPECT_NEAR(sum, 1.0, 1e-9);
    CsvTable const responses = table("responses.csv");
    EXPECT_EQ(responses.size(), 10U);
    EXPECT_EQ(responses.cell(0, "value"), "2 %/month");
    EXPECT_EQ(responses.number(0, "points"), 2.0);
    EXPECT_TRUE(fs::exists(study() / "figures" / "responses-abroad.gp"));
    EXPECT_TRUE(fs::exists(study() / "figures" / "heat-abroad.csv"));
}

TEST_F(AnalyseCommand, of_one_replicate_splits_nothing)
{
    write_plan("replicates: 1\n",
               "  attention: {key: rules.attention.abroad, values: [2 %/month, 20 %/month]}\n",
               "design: grid\n");
    ASSERT_EQ(sweep().status, 0);
    EXPECT_TRUE(std::isnan(table("variance.csv").number(0, "parameters_share")));
    EXPECT_THAT(text_of(study() / "summary.txt"),
                HasSubstr("With one replicate luck cannot be told apart"));
    EXPECT_FALSE(fs::exists(study() / "figures")) << "two points make no picture";
}

TEST_F(AnalyseCommand, of_a_design_made_for_indices_has_them_in_table_and_database)
{
    write_plan(two_replicates, cash_and_attention, "design: saltelli\npoints: 8\n");
    ASSERT_EQ(sweep().status, 0);
    CsvTable const indices = table("indices.csv");
    ASSERT_EQ(indices.size(), 4U);
    EXPECT_EQ(indices.cell(0, "method"), "saltelli");
    sqlite3* database = nullptr;
    ASSERT_EQ(sqlite3_open_v2((study() / "study.sqlite").c_str(), &database, SQLITE_OPEN_READONLY,
                              nullptr),
              SQLITE_OK);
    std::string counts;
    for (char const* const sql : {"SELECT count(*) FROM indices", "SELECT count(*) FROM variance",
                                  "SELECT count(*) FROM responses WHERE mean IS NOT NULL"})
        sqlite3_exec(
            database, sql,
            [](void* into, int, char** values, char**)
            {
                *static_cast<std::string*>(into) += std::string(values[0]) + ' ';
                return 0;
            },
            &counts, nullptr);
    sqlite3_close(database);
    EXPECT_EQ(counts, "4 2 32 ");
}

TEST_F(AnalyseCommand, of_paths_has_elementary_effects)
{
    write_plan(two_replicates, cash_and_attention, "design: morris\npoints: 4\n");
    ASSERT_EQ(sweep().status, 0);
    CsvTable const effects = table("morris.csv");
    ASSERT_EQ(effects.size(), 4U);
    EXPECT_EQ(effects.number(0, "effects"), 4.0);
    EXPECT_GE(effects.number(0, "mean_absolute"), effects.number(1, "mean_absolute"));
    EXPECT_GT(effects.number(0, "deviation_by_luck"), 0.0);
    EXPECT_TRUE(fs::exists(study() / "figures" / "morris-abroad.csv"));
}

TEST_F(AnalyseCommand, of_any_other_design_has_indices_from_given_data)
{
    write_plan(two_replicates, cash_and_attention, "design: latin_hypercube\npoints: 18\n");
    ASSERT_EQ(sweep().status, 0);
    CsvTable const indices = table("indices.csv");
    EXPECT_EQ(indices.cell(0, "method"), "given data");
    EXPECT_EQ(indices.cell(0, "total"), "");
}

TEST_F(AnalyseCommand, writes_the_same_again_and_of_what_is_there)
{
    write_plan(two_replicates, cash_and_attention, "design: sobol\npoints: 4\n");
    ASSERT_EQ(sweep().status, 0);
    auto const before = texts_in(study() / "tables");
    std::string const summary = text_of(study() / "summary.txt");
    fs::remove_all(study() / "tables");
    Outcome const again = kochmon_with({"analyse", study().string()});
    ASSERT_EQ(again.status, 0) << again.err;
    EXPECT_EQ(again.out, summary);
    EXPECT_EQ(texts_in(study() / "tables"), before);
    fs::remove(study() / "runs" / "p00002-r001.csv");
    Outcome const fewer = kochmon_with({"analyse", study().string()});
    ASSERT_EQ(fewer.status, 0) << fewer.err;
    EXPECT_THAT(fewer.out, HasSubstr("; 1 of 10 runs are\nmissing"));
    EXPECT_EQ(table("variance.csv").number(0, "points"), 3.0);
}

TEST_F(AnalyseCommand, export_writes_tables_and_database_alone)
{
    write_plan(two_replicates, cash_and_attention, "design: sobol\npoints: 4\n");
    ASSERT_EQ(sweep().status, 0);
    auto const tables = texts_in(study() / "tables");
    for (char const* const path : {"tables", "figures", "study.sqlite", "summary.txt"})
        fs::remove_all(study() / path);
    ASSERT_EQ(kochmon_with({"export", study().string()}).status, 0);
    EXPECT_EQ(texts_in(study() / "tables"), tables);
    EXPECT_TRUE(fs::exists(study() / "study.sqlite"));
    EXPECT_FALSE(fs::exists(study() / "summary.txt"));
    EXPECT_FALSE(fs::exists(study() / "figures"));
}

TEST_F(AnalyseCommand, without_gnuplot_keeps_numbers_and_scripts)
{
    write_plan(two_replicates, cash_and_attention, "design: sobol\npoints: 4\n");
    ASSERT_EQ(sweep().status, 0);
    fs::remove_all(study() / "figures");
    Outcome const outcome = Program({"analyse", study().string()}, "/nowhere").wait();
    EXPECT_EQ(outcome.status, 0);
    EXPECT_THAT(outcome.err, HasSubstr("gnuplot is not installed"));
    EXPECT_TRUE(fs::exists(study() / "figures" / "responses-abroad.gp"));
    EXPECT_FALSE(fs::exists(study() / "figures" / "responses-abroad.svg"));
}
}  // namespace kochmon
