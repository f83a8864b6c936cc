// SPDX-License-Identifier: MIT
#include <gmock/gmock.h>

#include "tests/analysis/program.hpp"
#include "tests/analysis/shipped.hpp"

// `kochmon targets` with a file of what was observed, as users meet it.
namespace kochmon
{
namespace
{
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;
using tests::baseline_file;

namespace fs = std::filesystem;

/// A scenario of 18 months, with what was observed of it beside it under its own name.
struct Past
{
    TestFolder place;

    explicit Past(std::string const& rows)
    {
        put(place / "past.yaml", "schema: 1\nscenario: past\nbase: " +
                                     fs::relative(baseline_file, place.path()).string() +
                                     "\ntime: {start: 2009-01, warm_up: 6 months, months: 18}\n"
                                     "population: {persons: 2000, seed: 1}\n");
        put(place / "past-targets.yaml", "schema: 1\nobserved:\n" + rows);
    }

    Outcome targets(Arguments const& more = {}) const
    {
        Arguments arguments = {"targets", (place / "past.yaml").string(), "--progress", "none"};
        arguments.insert(arguments.end(), more.begin(), more.end());
        return kochmon_with(arguments);
    }
};

std::string row(std::string const& id, std::string const& measure, std::string const& rest)
{
    return "  " + id + ": {what: w, in: russia, source: S1, measure: " + measure + ", " + rest +
           "}\n";
}

std::string const inside =
    row("A", "foreigners_abroad", "month: 2010-06, value: 1, band: [1, 2000000]") +
    row("B", "permits_bought", "year: 2010, value: 1, band: [1, 2000000]") +
    row("C", "barred_from_entry", "growth: [2009-07, 2010-12], value: 0, band: [-1, 1000]");
std::string const outside = row("D", "temporary_residences_obtained",
                                "months: [2010-01, 2010-11], value: -1, band: [-2, -1]");
}  // namespace

TEST(ObservedCommand, finds_the_file_by_the_name_of_the_scenario_and_tells_what_is_outside)
{
    Outcome run = Past(inside).targets();
    EXPECT_EQ(run.status, 0) << run.err << run.out;
    EXPECT_THAT(run.out, AllOf(HasSubstr("Observed beside modelled, past: 2000 agents"),
                               HasSubstr("\n3 of 3 inside\n"), Not(HasSubstr("outside"))));
    run = Past(inside + outside).targets();
    EXPECT_EQ(run.status, 7) << run.err;
    EXPECT_THAT(run.out, HasSubstr("\n3 of 4 inside; outside: D\n"));
}

TEST(ObservedCommand, counts_what_was_not_lived_as_outside)
{
    Outcome const run = Past(inside).targets({"--months", "12"});
    EXPECT_EQ(run.status, 7) << run.err;
    EXPECT_THAT(run.out, AllOf(HasSubstr("no value"), HasSubstr("1 of 3 inside; outside: B, C")));
}

TEST(ObservedCommand, writes_its_tables_and_its_figure)
{
    Past const past(inside);
    fs::path const out = past.place / "out";
    Outcome const run = past.targets({"--replicates", "2", "-o", out.string()});
    EXPECT_EQ(run.status, 0) << run.err;
    for (char const* const name : {"observed.csv", "replicates.csv", "scenario.yaml", "run.json",
                                   "figures/observed.csv", "figures/observed.gp"})
        EXPECT_TRUE(fs::exists(out / name)) << name;
    EXPECT_THAT(text_of(out / "run.json"), HasSubstr("past-targets.yaml"));
    EXPECT_THAT(text_of(out / "replicates.csv"), HasSubstr("\nB,1,"));
    Outcome const again = past.targets({"-q", "--force", "-o", out.string()});
    EXPECT_EQ(again.status, 0) << again.err;
    EXPECT_EQ(again.out, "");
    EXPECT_EQ(kochmon_with({"replay", out.string()}).status, 4) << "its command is to be run again";
}

TEST(ObservedCommand, has_no_shocks_and_says_so)
{
    Past const past(inside);
    for (Arguments const& asked : {Arguments{"--shocks"}, Arguments{"--robust", "no/where"}})
    {
        Outcome const run = past.targets(asked);
        EXPECT_EQ(run.status, 64);
        EXPECT_THAT(run.err, AllOf(HasSubstr(asked.front() + ": "),
                                   HasSubstr("past-targets.yaml holds what was observed and no "
                                             "shocks; give --targets FILE")));
    }
}

TEST(ObservedCommand, gives_way_to_a_file_that_is_named)
{
    Past const past(outside);
    put(past.place / "other.yaml", "schema: 1\nobserved:\n" + inside);
    EXPECT_EQ(past.targets({"--targets", (past.place / "other.yaml").string()}).status, 0);
    put(past.place / "levels.yaml",
        "schema: 1\ntargets: {C11: {what: w, measure: persons_abroad, source: F15}}\n");
    Outcome const of_levels =
        past.targets({"--months", "6", "--targets", (past.place / "levels.yaml").string()});
    EXPECT_THAT(of_levels.out, HasSubstr("Targets of past"));
}

TEST(ObservedCommand, tells_its_plan)
{
    Outcome const run = Past(inside).targets({"--dry-run"});
    EXPECT_EQ(run.status, 0) << run.err;
    EXPECT_THAT(run.out, HasSubstr("Would run   past, 1 replicate, beside 3 observations\n"
                                   "Period      2009-07 to 2010-12, after 6 months of warm-up\n"));
}
}  // namespace kochmon
