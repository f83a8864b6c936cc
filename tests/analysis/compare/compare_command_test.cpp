// SPDX-License-Identifier: MIT
#include <algorithm>
#include <functional>
#include <sstream>

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include "analysis/output/output_folder.hpp"

#include "tests/analysis/program.hpp"
#include "tests/analysis/shipped.hpp"

// `kochmon compare` as users meet it.
namespace kochmon
{
namespace
{
using testing::HasSubstr;
using tests::baseline_file;
using tests::permit_fee_file;

namespace fs = std::filesystem;

Arguments short_compare(Arguments const& files, Arguments const& more)
{
    Arguments arguments = {"compare"};
    arguments.insert(arguments.end(), files.begin(), files.end());
    for (char const* const word :
         {"--persons", "3000", "--months", "8", "--set", "time.start=2009-10", "--set",
          "time.warm_up=3 months", "--progress", "none"})
        arguments.emplace_back(word);
    arguments.insert(arguments.end(), more.begin(), more.end());
    return arguments;
}

std::string first_line(fs::path const& file)
{
    std::istringstream lines(text_of(file));
    std::string line;
    std::getline(lines, line);
    return line;
}

/// A policy on the baseline_file, with what it changes beside its shock.
void put_policy(fs::path const& file, std::string const& shock, std::string const& more = {})
{
    std::string const base = fs::relative(baseline_file, file.parent_path()).string();
    put(file,
        "schema: 1\nscenario: mine\nbase: " + base + "\n" + more + "shocks:\n  - " + shock + "\n");
}
}  // namespace

TEST(CompareCommand, tells_why_irregular_workers_are_irregular_the_most_frequent_reason_first)
{
    TestFolder const place;
    Outcome const run =
        kochmon_with(short_compare({baseline_file, permit_fee_file},
                                   {"-o", (place / "compared").string(), "--replicates", "2"}));
    ASSERT_EQ(run.status, 0) << run.err;
    std::istringstream text(run.out.substr(run.out.find("  Irregular in Russia, thousand")));
    std::string line;
    std::getline(text, line);
    std::vector<double> in_either;
    while (std::getline(text, line) && line.starts_with("    "))
    {
        std::istringstream numbers(line.substr(32));
        double base = 0.0;
        double policy = 0.0;
        numbers >> base >> policy;
        in_either.push_back(std::max(base, policy));
    }
    EXPECT_GE(in_either.size(), 4U) << run.out;
    EXPECT_TRUE(std::ranges::is_sorted(in_either, std::ranges::greater{})) << run.out;
    EXPECT_GT(in_either.back(), 0.0);
}

TEST(CompareCommand, writes_the_whole_folder)
{
    TestFolder const place;
    fs::path const folder = place / "compared";
    Outcome const run = kochmon_with(short_compare(
        {baseline_file, permit_fee_file},
        {"-o", folder.string(), "--replicates", "3", "--by", "origin,status", "--trace", "2"}));
    ASSERT_EQ(run.status, 0) << run.err;
    EXPECT_THAT(run.out, HasSubstr("Policy permit-fee, from 2010-01"));
    EXPECT_THAT(run.out, HasSubstr("90 % interval"));
    EXPECT_THAT(run.out, HasSubstr("They first part at"));
    for (char const* const file :
         {"scenario.yaml", "policy-permit-fee.yaml", "data/population.age_sex.csv", "effects.csv",
          "spread.csv", "flips.csv", "causes.csv", "traces.csv", "measures.csv",
          "figures/effect-permit-fee.csv", "figures/effect-permit-fee.gp", "run.json"})
        EXPECT_TRUE(fs::exists(folder / file)) << file;
    EXPECT_EQ(first_line(folder / "flips.csv"),
              "policy,month,by,group,under_base,under_policy,persons");
    EXPECT_THAT(first_line(folder / "effects.csv"), HasSubstr("gain,direct,indirect"));
    EXPECT_THAT(text_of(folder / "causes.csv"), HasSubstr("permit-fee,direct,"));
}

TEST(CompareCommand, gives_every_row_as_many_cells_as_the_header)
{
    TestFolder const place;
    Outcome const run = kochmon_with(
        short_compare({baseline_file, permit_fee_file},
                      {"-o", (place / "c").string(), "--replicates", "2", "--trace", "2"}));
    ASSERT_EQ(run.status, 0) << run.err;
    for (char const* const file :
         {"effects.csv", "spread.csv", "flips.csv", "causes.csv", "traces.csv"})
    {
        std::istringstream lines(text_of(place / "c" / file));
        std::ptrdiff_t cells = -1;
        for (std::string line; std::getline(lines, line);)
        {
            bool quoted = false;
            std::erase_if(line,
                          [&](char letter)
                          {
                              if (letter == '"') quoted = !quoted;
                              return quoted && letter == ',';
                          });
            auto const commas = std::ranges::count(line, ',');
            if (cells < 0) cells = commas;
            ASSERT_EQ(commas, cells) << file << ": " << line;
        }
    }
}

TEST(CompareCommand, runs_again_from_its_resolved_scenarios)
{
    TestFolder const place;
    Arguments const twice = {"--replicates", "2", "--progress", "none", "-o"};
    Arguments first = short_compare({baseline_file, permit_fee_file}, {"--replicates", "2", "-o"});
    first.push_back((place / "one").string());
    ASSERT_EQ(kochmon_with(first).status, 0);
    Arguments again = {"compare", (place / "one" / "scenario.yaml").string(),
                       (place / "one" / "policy-permit-fee.yaml").string()};
    again.insert(again.end(), twice.begin(), twice.end());
    again.push_back((place / "two").string());
    Outcome const run = kochmon_with(again);
    ASSERT_EQ(run.status, 0) << run.err;
    for (char const* const file : {"effects.csv", "flips.csv", "causes.csv", "spread.csv"})
        EXPECT_EQ(text_of(place / "one" / file), text_of(place / "two" / file)) << file;
}

TEST(CompareCommand, summary_fits_a_terminal)
{
    TestFolder const place;
    Outcome const run = kochmon_with(short_compare(
        {baseline_file, permit_fee_file}, {"-o", (place / "c").string(), "--replicates", "2"}));
    ASSERT_EQ(run.status, 0) << run.err;
    EXPECT_THAT(run.out, HasSubstr("\nResults"));
    std::istringstream lines(run.out.substr(0, run.out.find("\nResults")));
    for (std::string line; std::getline(lines, line);) EXPECT_LE(line.size(), 80U) << line;
}

TEST(CompareCommand, says_what_a_dry_run_would_compare)
{
    TestFolder const place;
    Outcome const run = kochmon_with(short_compare({baseline_file, permit_fee_file},
                                                   {"-o", (place / "c").string(), "--dry-run"}));
    EXPECT_EQ(run.status, 0);
    EXPECT_THAT(run.out, HasSubstr("differs from 2010-01 on"));
    EXPECT_FALSE(fs::exists(place / "c"));
}

struct RefusedComparison
{
    std::string name;
    std::string shock;    // of a policy of one's own
    Arguments more = {};  // flags
    int status = 2;
    std::string told;
};

void PrintTo(RefusedComparison const& one, std::ostream* out)
{
    *out << one.name;
}

class CompareRefuses : public testing::TestWithParam<RefusedComparison>
{
};

TEST_P(CompareRefuses, with_the_reason)
{
    TestFolder const place;
    put_policy(place / "mine.yaml", GetParam().shock);
    Arguments more = GetParam().more;
    more.insert(more.end(), {"-o", (place / "c").string()});
    Outcome const run =
        kochmon_with(short_compare({baseline_file, (place / "mine.yaml").string()}, more));
    EXPECT_EQ(run.status, GetParam().status) << run.err;
    EXPECT_THAT(run.err, HasSubstr(GetParam().told));
    EXPECT_FALSE(fs::exists(place / "c"));
}

std::string const dearer_fee =
    "{lever: jurisdictions.russia.permit.fee, scale: 1.1, from: 2010-01}";

INSTANTIATE_TEST_SUITE_P(
    Mistakes, CompareRefuses,
    testing::Values(
        RefusedComparison{
            .name = "a_shock_before_the_start",
            .shock = "{lever: jurisdictions.russia.permit.fee, scale: 1.1, from: 2001-01}",
            .told = "2009-10"},
        RefusedComparison{
            .name = "an_unknown_lever",
            .shock = "{lever: jurisdictions.russia.permit.fees, scale: 1.1, from: 2010-01}",
            .told = "jurisdictions.russia.permit.fee"},
        RefusedComparison{.name = "an_unknown_trait",
                          .shock = dearer_fee,
                          .more = {"--by", "origin,colour"},
                          .status = 64,
                          .told = "expected some of origin"},
        RefusedComparison{.name = "an_unknown_measure",
                          .shock = dearer_fee,
                          .more = {"--precision", "legality_by_righ 0.1 points"},
                          .status = 64,
                          .told = "legality_by_right"},
        RefusedComparison{.name = "another_unit",
                          .shock = dearer_fee,
                          .more = {"--precision", "legality_by_right 0.1 persons"},
                          .status = 64,
                          .told = "is reported in points"},
        RefusedComparison{.name = "no_precision_at_all",
                          .shock = dearer_fee,
                          .more = {"--precision", "legality_by_right 0 points"},
                          .status = 64,
                          .told = "no number above 0"},
        RefusedComparison{.name = "a_month_that_is_not_reported",
                          .shock = dearer_fee,
                          .more = {"--precision", "legality_by_right 0.1 points at 2009-11"},
                          .status = 64,
                          .told = "2010-01 to 2010-08"}),
    [](auto const& one) { return one.param.name; });

TEST(CompareCommand, writes_over_what_an_interrupted_one_has_left)
{
    TestFolder const place;
    fs::path const folder = place / "c";
    {
        OutputFolder interrupted(folder, IfExists::refuse);
        for (char const* const file : {"policy-permit-fee.yaml", "scenario.yaml", "flips.csv"})
            interrupted.write_result(file, "left over\n");
    }
    Arguments const arguments =
        short_compare({baseline_file, permit_fee_file}, {"-o", folder.string()});
    EXPECT_EQ(kochmon_with(arguments).status, 3);
    Arguments forced = arguments;
    forced.emplace_back("--force");
    Outcome const run = kochmon_with(forced);
    EXPECT_EQ(run.status, 0) << run.err;
    EXPECT_THAT(text_of(folder / "flips.csv"), HasSubstr("under_policy"));
}

// Names alone do not tell what one has left from a folder of somebody's policies.
TEST(CompareCommand, writes_over_no_folder_of_policies)
{
    TestFolder const place;
    for (char const* const file : {"policy-permit-fee.yaml", "scenario.yaml", "flips.csv"})
        put(place / "c" / file, "theirs\n");
    Outcome const run = kochmon_with(
        short_compare({baseline_file, permit_fee_file}, {"-o", (place / "c").string(), "--force"}));
    EXPECT_EQ(run.status, 3);
    EXPECT_THAT(run.err, testing::Not(HasSubstr("--force")));
    EXPECT_EQ(text_of(place / "c/scenario.yaml"), "theirs\n");
}

TEST(CompareCommand, refuses_a_base_with_shocks_of_its_own)
{
    TestFolder const place;
    Outcome const run = kochmon_with(
        short_compare({permit_fee_file, permit_fee_file}, {"-o", (place / "c").string()}));
    EXPECT_EQ(run.status, 2);
    EXPECT_THAT(run.err, HasSubstr("has shocks of its own"));
}

TEST(CompareCommand, refuses_two_scenarios_of_one_name)
{
    TestFolder const place;
    Outcome const run = kochmon_with(short_compare(
        {baseline_file, permit_fee_file, permit_fee_file}, {"-o", (place / "c").string()}));
    EXPECT_EQ(run.status, 2);
    EXPECT_THAT(run.err, HasSubstr("named permit-fee is in this comparison already"));
}

TEST(CompareCommand, says_when_a_precision_is_not_met)
{
    TestFolder const place;
    Outcome const run = kochmon_with(short_compare(
        {baseline_file, permit_fee_file}, {"-o", (place / "c").string(), "--replicates", "11",
                                           "--precision", "permit_holders 0.001 persons"}));
    EXPECT_EQ(run.status, 7) << run.err;
    // It is so far off that the eleventh is not lived.
    EXPECT_THAT(run.out, HasSubstr("is not met with 10 replicates"));
    EXPECT_THAT(run.out, HasSubstr("it needs about"));
    EXPECT_THAT(run.out, HasSubstr("--replicates allows 11"));
}

TEST(CompareCommand, says_so_even_if_it_is_to_be_quiet)
{
    TestFolder const place;
    Outcome const run = kochmon_with(short_compare(
        {baseline_file, permit_fee_file}, {"-o", (place / "c").string(), "--replicates", "10", "-q",
                                           "--precision", "permit_holders 0.001 persons"}));
    EXPECT_EQ(run.status, 7) << run.err;
    EXPECT_EQ(run.out, "");
    EXPECT_THAT(run.err, HasSubstr("is not met with 10 replicates"));
}

TEST(CompareCommand, judges_no_precision_by_fewer_than_ten_values)
{
    TestFolder const place;
    Outcome run = kochmon_with(short_compare({baseline_file, permit_fee_file},
                                             {"-o", (place / "c").string(), "--replicates", "9",
                                              "--precision", "permit_holders 0.001 persons"}));
    EXPECT_EQ(run.status, 64);
    EXPECT_THAT(run.err, HasSubstr("a precision is judged from 10 on"));
    run = kochmon_with(short_compare(
        {baseline_file, permit_fee_file},
        {"-o", (place / "d").string(), "--precision", "population_growth 0.1 %/year at 2010-02"}));
    EXPECT_EQ(run.status, 7) << run.err;
    EXPECT_THAT(run.out, HasSubstr("fewer than 10 of them have a value in that month"));
}

// Older results stay until it is sure that new ones can come.
TEST(CompareCommand, leaves_no_older_figure_beside_new_tables)
{
    TestFolder const place;
    std::string const folder = (place / "c").string();
    Outcome run = kochmon_with(
        short_compare({baseline_file, permit_fee_file}, {"-o", folder, "--replicates", "2"}));
    ASSERT_EQ(run.status, 0) << run.err;
    put(place / "c/figures/effect-size.svg", "mine");
    run = kochmon_with(short_compare({baseline_file, baseline_file}, {"-o", folder, "--force"}));
    EXPECT_NE(run.status, 0);
    EXPECT_TRUE(fs::exists(place / "c/figures/effect-permit-fee.csv"));
    put_policy(place / "mine.yaml", dearer_fee);
    run = kochmon_with(
        short_compare({baseline_file, (place / "mine.yaml").string()}, {"-o", folder, "--force"}));
    EXPECT_EQ(run.status, 0) << run.err;
    for (char const* const kind : {"csv", "gp", "svg", "pdf"})
        EXPECT_FALSE(fs::exists(place / (std::string("c/figures/effect-permit-fee.") + kind)));
    EXPECT_EQ(text_of(place / "c/figures/effect-size.svg"), "mine");
}

TEST(CompareCommand, tells_what_differs_beside_shocks)
{
    TestFolder const place;
    put_policy(place / "mine.yaml", dearer_fee, "home:\n  saving_share: 12 %\n");
    Outcome const run = kochmon_with(short_compare({baseline_file, (place / "mine.yaml").string()},
                                                   {"-o", (place / "c").string()}));
    EXPECT_EQ(run.status, 0) << run.err;
    EXPECT_THAT(run.err, HasSubstr("in 1 value besides its shocks"));
}
}  // namespace kochmon
