// SPDX-License-Identifier: MIT
#include <chrono>
#include <csignal>
#include <sstream>
#include <thread>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include "tests/analysis/program.hpp"
#include "tests/analysis/shipped.hpp"

// The real program, as users and scripts meet it.
namespace kochmon
{
namespace
{
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::StartsWith;
using tests::baseline_file;

namespace fs = std::filesystem;

nlohmann::json account_in(fs::path const& folder)
{
    return nlohmann::json::parse(text_of(folder / "run.json"));
}

TEST(Commands, run_writes_the_whole_folder)
{
    TestFolder const place;
    Outcome const run = kochmon_with(short_run({"-o", (place / "run").string()}));
    EXPECT_EQ(run.status, 0) << run.err;
    EXPECT_THAT(run.out, HasSubstr("Destination"));
    for (char const* const file :
         {"scenario.yaml", "series.csv", "measures.csv", "run.json", "data/population.age_sex.csv",
          "figures/legality.csv", "figures/legality.gp", "figures/naturalization.csv"})
        EXPECT_TRUE(fs::exists(place / "run" / file)) << file;
    auto const account = account_in(place / "run");
    EXPECT_EQ(account["status"], "complete");
    EXPECT_EQ(account["settings"]["persons"], 5000);
    EXPECT_EQ(account["inputs"][0]["path"], baseline_file);
}

TEST(Commands, run_summary_fits_a_terminal)
{
    TestFolder const place;
    Outcome const run =
        kochmon_with(short_run({"-o", (place / "run").string(), "--replicates", "2"}));
    EXPECT_THAT(run.out, HasSubstr("means over"));
    std::istringstream lines(run.out.substr(0, run.out.find("\nResults")));
    for (std::string line; std::getline(lines, line);) EXPECT_LE(line.size(), 80U) << line;
}

TEST(Commands, run_to_standard_output_gives_the_series_alone)
{
    TestFolder const place;
    Outcome const run = kochmon_with(short_run({"--progress", "none", "-o", "-"}));
    EXPECT_EQ(run.status, 0);
    EXPECT_THAT(run.out, StartsWith("scenario,replicate,month,"));
    EXPECT_THAT(run.err, IsEmpty());
    kochmon_with(short_run({"-q", "-o", (place / "run").string()}));
    EXPECT_EQ(run.out, text_of(place / "run/series.csv"));
}

TEST(Commands, a_rerun_of_the_resolved_scenario_gives_the_same_digest)
{
    TestFolder const place;
    kochmon_with(short_run({"-o", (place / "first").string()}));
    Outcome const again =
        kochmon_with({"run", (place / "first/scenario.yaml").string(), "-o",
                      (place / "again").string(), "--threads", "3", "--tile-persons", "64"});
    EXPECT_EQ(again.status, 0) << again.err;
    EXPECT_EQ(account_in(place / "first")["digest"], account_in(place / "again")["digest"]);
}

TEST(Commands, replicates_differ_and_the_first_is_the_single_run)
{
    Outcome const one = kochmon_with(short_run({"-o", "-"}));
    Outcome const two = kochmon_with(short_run({"-o", "-", "--replicates", "2"}));
    ASSERT_GT(two.out.size(), one.out.size());
    EXPECT_EQ(two.out.substr(0, one.out.size()), one.out);
    EXPECT_THAT(two.out, HasSubstr("\nbaseline,1,2005-03,"));
}

TEST(Commands, run_draws_figures)
{
    TestFolder const place;
    Outcome const run =
        kochmon_with(short_run({"--progress", "none", "-o", (place / "run").string()}));
    for (char const* const figure : {"legality", "naturalization"})
    {
        fs::path const drawn = place / "run/figures" / figure;
        EXPECT_THAT(text_of(drawn.string() + ".svg"), HasSubstr("</svg>"));
        EXPECT_THAT(text_of(drawn.string() + ".pdf"), StartsWith("%PDF"));
    }
    EXPECT_THAT(run.err, IsEmpty());
}

TEST(Commands, run_without_gnuplot_says_so_and_succeeds)
{
    TestFolder const place;
    Outcome const run = Program(short_run({"-o", (place / "run").string()}), "/nonexistent").wait();
    EXPECT_EQ(run.status, 0);
    EXPECT_THAT(run.err, HasSubstr("gnuplot is not installed"));
    EXPECT_TRUE(fs::exists(place / "run/run.json"));
    EXPECT_TRUE(fs::exists(place / "run/figures/legality.gp"));
}

// An empty element of PATH is the folder in which one is, here that of the figures.
TEST(Commands, run_starts_no_gnuplot_that_lies_in_its_own_folder)
{
    TestFolder const place;
    put(place / "gnuplot", "#!/bin/sh\ntouch was-run\n");
    fs::permissions(place / "gnuplot", fs::perms::owner_all);
    fs::path const before = fs::current_path();
    fs::current_path(place.path());
    for (std::string const path : {":/nonexistent", ".:/nonexistent"})
    {
        Arguments const again = short_run({"-o", (place / "run").string(), "--force"});
        Outcome const run = Program(again, path).wait();
        EXPECT_EQ(run.status, 0);
        EXPECT_THAT(run.err, HasSubstr("gnuplot is not installed"));
    }
    fs::current_path(before);
    for (auto const& entry : fs::recursive_directory_iterator(place.path()))
        EXPECT_NE(entry.path().filename(), "was-run");
}

TEST(Commands, run_does_not_wait_for_a_gnuplot_that_hangs_when_asked_to_stop)
{
    TestFolder const place;
    put(place / "gnuplot",
        "#!/bin/sh\n/bin/touch " + (place / "begun").string() + "\n/bin/sleep 300\n");
    fs::permissions(place / "gnuplot", fs::perms::owner_all);
    Program run(short_run({"-o", (place / "run").string()}), place.path().string());
    while (!fs::exists(place / "begun")) std::this_thread::sleep_for(std::chrono::milliseconds(5));
    fs::remove(place / "begun");
    run.send(SIGHUP);
    Outcome const ended = run.wait();
    EXPECT_EQ(ended.status, 0) << "the results were there";
    EXPECT_THAT(ended.err, HasSubstr("gnuplot failed"));
    EXPECT_FALSE(fs::exists(place / "begun")) << "the next figure is not begun";
    EXPECT_TRUE(fs::exists(place / "run/run.json"));
}

TEST(Commands, run_refuses_a_folder_that_exists_unless_forced)
{
    TestFolder const place;
    Arguments const again = short_run({"-o", place.path().string()});
    Outcome const refused = kochmon_with(again);
    EXPECT_EQ(refused.status, 3);
    EXPECT_THAT(refused.err, HasSubstr("--force"));
    EXPECT_THAT(refused.out, IsEmpty());
    EXPECT_EQ(kochmon_with(short_run({"-o", place.path().string(), "--force"})).status, 0);
    EXPECT_EQ(kochmon_with(short_run({"-o", place.path().string(), "--force"})).status, 0);
}

TEST(Commands, a_dry_run_writes_nothing)
{
    TestFolder const place;
    Outcome const run = kochmon_with(short_run({"-o", (place / "run").string(), "--dry-run"}));
    EXPECT_EQ(run.status, 0);
    EXPECT_THAT(run.out, HasSubstr("baseline"));
    EXPECT_FALSE(fs::exists(place / "run"));
}

TEST(Commands, run_as_json_gives_its_account)
{
    TestFolder const place;
    Outcome const run = kochmon_with(short_run({"-o", (place / "run").string(), "--json"}));
    EXPECT_EQ(run.out, text_of(place / "run/run.json"));
}

TEST(Commands, an_interrupted_run_is_not_complete)
{
    for (int const signal : {SIGINT, SIGTERM, SIGHUP, SIGUSR1, SIGUSR2, SIGALRM, SIGXCPU})
    {
        TestFolder const place;
        Program program({"run", baseline_file, "--persons", "100000", "--months", "540", "-o",
                         (place / "run").string()});
        while (!fs::exists(place / "run/scenario.yaml"))
            std::this_thread::sleep_for(std::chrono::milliseconds(2));
        program.send(signal);
        Outcome const run = program.wait();
        EXPECT_EQ(run.status, 128 + signal);
        EXPECT_THAT(run.err, HasSubstr("not complete"));
        EXPECT_FALSE(fs::exists(place / "run/run.json"));
    }
}

TEST(Commands, a_folder_that_cannot_be_written_is_a_file_error)
{
    Outcome const run = kochmon_with(short_run({"-o", "/proc/kochmon"}));
    EXPECT_EQ(run.status, 4);
    EXPECT_THAT(run.err, HasSubstr("/proc/kochmon"));
}

TEST(Commands, validate_tells_right_from_wrong)
{
    TestFolder const place;
    Outcome const right = kochmon_with({"validate", baseline_file});
    EXPECT_EQ(right.status, 0) << right.err;
    EXPECT_THAT(right.out, HasSubstr("OK"));
    put(place / "wrong.yaml", "schema: 1\nscenario: wrong\nfeee: 3\n");
    Outcome const wrong =
        kochmon_with({"validate", baseline_file, (place / "wrong.yaml").string()});
    EXPECT_EQ(wrong.status, 2);
    EXPECT_THAT(wrong.err, HasSubstr("wrong.yaml:3:1: feee"));
    EXPECT_THAT(wrong.out, HasSubstr("OK"));
    EXPECT_EQ(kochmon_with({"run", (place / "wrong.yaml").string()}).status, 2);
}

TEST(Commands, explain_tells_of_a_key)
{
    Outcome const one = kochmon_with({"explain", "rules.attention.abroad", baseline_file});
    EXPECT_EQ(one.status, 0) << one.err;
    EXPECT_THAT(one.out, HasSubstr("value"));
    std::string const alone = kochmon_with({"explain", "rules.attention.abroad"}).out;
    EXPECT_THAT(alone, StartsWith(one.out));
    EXPECT_THAT(alone.substr(one.out.size()), StartsWith("Values of "));
    EXPECT_EQ(kochmon_with({"explain", "rules.atention.abroad"}).status, 64);
    EXPECT_THAT(kochmon_with({"explain", "vary.lever"}).out, HasSubstr("What shocks move"));
    EXPECT_THAT(kochmon_with({"explain", "sweep.base"}).out, HasSubstr("laid over"));
    Outcome const all = kochmon_with({"explain", "--all", "--markdown", baseline_file});
    EXPECT_THAT(all.out, HasSubstr("| `rules.attention.abroad` |"));
    Outcome const assumed = kochmon_with({"explain", "--assumptions", "--markdown", baseline_file});
    EXPECT_EQ(kochmon_with({"explain", "--assumptions"}).out,
              kochmon_with({"explain", "--assumptions", baseline_file}).out);
    EXPECT_THAT(assumed.out, StartsWith("* `"));
    auto const listed = nlohmann::json::parse(
        kochmon_with({"explain", "--assumptions", "--json", baseline_file}).out)["assumptions"];
    EXPECT_THAT(assumed.out, HasSubstr(fmt::format("\n{} in all, of which ", listed.size())));
    EXPECT_EQ(listed[0]["kind"], "parameter");
}

TEST(Commands, diff_tells_what_differs)
{
    TestFolder const place;
    kochmon_with(short_run({"-q", "-o", (place / "run").string()}));
    std::string const resolved = (place / "run/scenario.yaml").string();
    Outcome const differing = kochmon_with({"diff", baseline_file, resolved});
    EXPECT_EQ(differing.status, 0) << differing.err;
    EXPECT_THAT(differing.out, HasSubstr("population.persons"));
    Outcome const same = kochmon_with({"diff", resolved, resolved, "--json"});
    EXPECT_EQ(nlohmann::json::parse(same.out)["alike"], true);
}

TEST(Commands, version_names_the_commit)
{
    Outcome const text = kochmon_with({"version"});
    EXPECT_EQ(text.status, 0);
    EXPECT_THAT(text.out, StartsWith("kochmon "));
    EXPECT_EQ(kochmon_with({"--version"}).out, text.out);
    EXPECT_EQ(nlohmann::json::parse(kochmon_with({"version", "--json"}).out)["program"], "kochmon");
}

TEST(Commands, help_tells_what_a_flag_does_under_that_verb)
{
    EXPECT_THAT(kochmon_with({"run", "--help"}).out, HasSubstr("writes series.csv to standard"));
    for (std::string const verb :
         {"validate", "explain", "diff", "compare", "targets", "calibrate"})
    {
        Outcome const help = kochmon_with({verb, "--help"});
        EXPECT_EQ(help.status, 0);
        EXPECT_THAT(help.out, Not(HasSubstr("run:"))) << verb;
        EXPECT_THAT(help.out, Not(HasSubstr("series.csv"))) << verb;
    }
    EXPECT_EQ(kochmon_with({"explain", "--strict", "rules", baseline_file}).status, 64);
}

TEST(Commands, help_goes_to_standard_output)
{
    for (Arguments const& arguments : {Arguments{"--help"},
                                       {"run", "--help"},
                                       {"validate", "-h"},
                                       {"explain", "-h"},
                                       {"diff", "-h"},
                                       {"version", "-h"}})
    {
        Outcome const help = kochmon_with(arguments);
        EXPECT_EQ(help.status, 0);
        EXPECT_THAT(help.out, HasSubstr("Usage"));
        EXPECT_THAT(help.err, IsEmpty());
    }
    EXPECT_THAT(kochmon_with({"run", "--help"}).out, HasSubstr("Example:\n  kochmon run"));
    EXPECT_THAT(kochmon_with({"run", "--help"}).out, Not(HasSubstr("tile-persons")));
}

TEST(Commands, end_their_flags_at_two_dashes)
{
    fs::path const before = fs::current_path();
    TestFolder const place;
    fs::current_path(place.path());
    put("./-odd.yaml", "schema: 1\n");
    Outcome const first = kochmon_with({"validate", "--", "-odd.yaml"});
    Outcome const second = kochmon_with({"validate", "none.yaml", "--", "--seed", "--"});
    fs::current_path(before);
    EXPECT_THAT(first.err, HasSubstr("-odd.yaml:1:1: "));
    EXPECT_THAT(second.err, HasSubstr("'none.yaml'"));
    EXPECT_THAT(second.err, HasSubstr("'--seed'"));
    EXPECT_THAT(second.err, HasSubstr("'--'"));
}

// A number can be copied from a file to a flag and back.
TEST(Commands, take_numbers_as_files_write_them)
{
    for (std::string const persons : {"1_000", "full"})
        EXPECT_EQ(kochmon_with({"validate", "--persons", persons, baseline_file}).status, 0);
    EXPECT_EQ(kochmon_with({"validate", "--set", "population.persons=1_000", baseline_file}).status,
              0);
    EXPECT_EQ(kochmon_with({"validate", "--seed", "-0", baseline_file}).status, 64);
}

struct Misuse
{
    Arguments arguments;
    std::string said;
};

class CommandLine : public testing::TestWithParam<Misuse>
{
};

TEST_P(CommandLine, misuse_is_told)
{
    Outcome const outcome = kochmon_with(GetParam().arguments);
    EXPECT_EQ(outcome.status, 64);
    EXPECT_THAT(outcome.err, StartsWith("kochmon: "));
    EXPECT_THAT(outcome.err, HasSubstr(GetParam().said));
    EXPECT_THAT(outcome.out, IsEmpty());
}

INSTANTIATE_TEST_SUITE_P(
    Commands, CommandLine,
    testing::Values(Misuse{{}, "no verb"}, Misuse{{"rnu", "x"}, "did you mean 'run'?"},
                    Misuse{{"run", "x", "--sead", "5"}, "did you mean '--seed'?"},
                    Misuse{{"run", "--sead=5"}, "did you mean '--seed'?"},
                    Misuse{{"run", "x", "--persons", "1,000"}, "write '1000' if thousands"},
                    Misuse{{"version", "--", "--b"}, "'--b' is one argument too many"},
                    Misuse{{"run"}, "FILE is required"},
                    Misuse{{"run", "x", "y"}, "'y' is one argument too many"},
                    Misuse{{"run", "x", "--seed"}, "--seed"},
                    Misuse{{"run", "x", "--seed", "ten"}, "whole number"},
                    Misuse{{"run", "x", "--seed", "-1"}, "whole number"},
                    Misuse{{"run", "x", "--seed", "0x10"}, "whole number"},
                    Misuse{{"run", "x", "--seed", "4294967296"}, "whole number"},
                    Misuse{{"run", "x", "--persons", "lots"}, "--persons"},
                    Misuse{{"run", "x", "--months", "0"}, "--months"},
                    Misuse{{"run", "x", "--threads", "0"}, "--threads"},
                    Misuse{{"run", "x", "--replicates", "0"}, "--replicates"},
                    Misuse{{"run", "x", "--progress", "loud"}, "auto, plain, json or none"},
                    Misuse{{"run", "x", "--set", "no-value"}, "path=value"},
                    Misuse{{"run", "x.yaml", "-o", ""}, "-o"},
                    Misuse{{"run", "x.yaml", "-o", "-", "--json"}, "--json"},
                    Misuse{{"diff", "x"}, "B is required"}, Misuse{{"explain"}, "KEY"},
                    Misuse{{"explain", "--all", "one", "two"}, "one scenario"},
                    Misuse{{"explain", "--search", "qqqq"}, "contains 'qqqq'"},
                    Misuse{{"explain", "--search", "fee", "--all"}, "--search"},
                    Misuse{{"explain", "depаrtrue"}, "Cyrillic letter that looks like a"},
                    Misuse{{"new", "polcy", "p"}, "expected policy, scenario, sweep or corridor"},
                    Misuse{{"new", "policy", "Big"}, "lower-case letters"},
                    Misuse{{"new", "policy", "p", "--rate", "2"}, "new corridor alone"}));
}  // namespace
}  // namespace kochmon
