// SPDX-License-Identifier: MIT
// What a command has read is never written over, and of several commands on one folder one wins.
#include <csignal>
#include <cstdlib>
#include <list>

#include <gmock/gmock.h>
#include <unistd.h>

#include "analysis/output/folder_mark.hpp"

#include "tests/analysis/program.hpp"
#include "tests/analysis/shipped.hpp"

namespace kochmon
{
namespace
{
using tests::baseline_file;
using tests::odd_templates;
using tests::permit_fee_file;

namespace fs = std::filesystem;
using testing::AllOf;
using testing::AnyOf;
using testing::HasSubstr;

constexpr int output_exists = 3;

Arguments with(Arguments arguments, Arguments const& more)
{
    arguments.insert(arguments.end(), more.begin(), more.end());
    return arguments;
}

Arguments small(Arguments const& arguments)
{
    return with(arguments, {"--persons", "1000", "--months", "1", "--progress", "none"});
}

/// A study of the user's own: a scenario over a copy of the configuration, beside notes.
class OwnStudy : public testing::Test
{
  protected:
    OwnStudy()
    {
        fs::copy(KOCHMON_SOURCE "/config", place_ / "study", fs::copy_options::recursive);
        put(study() / "scenario.yaml", "schema: 1\nscenario: mine\nbase: baseline.yaml\n");
        put(study() / "notes.txt", "of weeks");
    }
    fs::path study() const { return place_ / "study"; }
    std::string file(std::string const& name) const { return (study() / name).string(); }

    /// Refused, naming what would be lost, and nothing of the study has changed.
    void expect_untouched(Arguments const& arguments, std::string const& named)
    {
        auto const before = texts_in(study());
        Outcome const refused = kochmon_with(arguments);
        EXPECT_EQ(refused.status, output_exists) << testing::PrintToString(arguments);
        EXPECT_THAT(refused.err, AllOf(HasSubstr(named), HasSubstr("another")));
        EXPECT_EQ(texts_in(study()), before);
    }

    TestFolder place_;
};

TEST_F(OwnStudy, is_not_written_over_with_force)
{
    std::string const mine = file("scenario.yaml");
    expect_untouched(small({"run", mine, "-o", study().string(), "--force"}), "scenario.yaml");
    expect_untouched(small({"compare", mine, permit_fee_file, "-o", study().string(), "--force"}),
                     "scenario.yaml");
    expect_untouched({"targets", mine, "--targets", file("targets.yaml"), "--persons", "1000", "-o",
                      study().string(), "--force"},
                     "scenario.yaml");
    expect_untouched({"calibrate", file("calibration/diminishing-nested.yaml"), "-o",
                      (study() / "calibration").string(), "--force"},
                     "diminishing-nested.yaml");
    expect_untouched({"odd", mine, "--templates", odd_templates, "-o", mine}, "scenario.yaml");
    expect_untouched({"odd", mine, "--templates", odd_templates, "-o", file("baseline.yaml")},
                     "baseline.yaml");
}

TEST_F(OwnStudy, keeps_a_picture_that_stands_where_gnuplot_drew_none)
{
    std::string const folder = (place_ / "run").string();
    Arguments const again = small({"run", file("scenario.yaml"), "-o", folder, "--force"});
    ASSERT_EQ(Program(again, "/nonexistent").wait().status, 0);
    put(place_ / "run/figures/legality.svg", "my own");
    Program(again, "/nonexistent").wait();
    kochmon_with(again);
    EXPECT_EQ(text_of(place_ / "run/figures/legality.svg"), "my own");
}

TEST_F(OwnStudy, is_not_lost_where_its_scenario_is_all_there_is)
{
    put(place_ / "only/scenario.yaml", "schema: 1\nscenario: mine\nbase: ../study/baseline.yaml\n");
    auto const before = texts_in(place_ / "only");
    Outcome const refused = kochmon_with(small({"run", (place_ / "only/scenario.yaml").string(),
                                                "-o", (place_ / "only").string(), "--force"}));
    EXPECT_EQ(refused.status, output_exists) << refused.err;
    EXPECT_EQ(texts_in(place_ / "only"), before);
}

TEST_F(OwnStudy, is_found_through_links_and_other_names)
{
    fs::create_directory_symlink(study(), place_ / "link");
    fs::create_hard_link(study() / "scenario.yaml", place_ / "study/same.yaml");
    expect_untouched(
        small({"run", (place_ / "link/scenario.yaml").string(), "-o", study().string(), "--force"}),
        "scenario.yaml");
    expect_untouched(small({"run", file("scenario.yaml"), "-o",
                            (place_ / "study/../study").string(), "--force"}),
                     "scenario.yaml");
    expect_untouched({"odd", file("scenario.yaml"), "--templates",
                      KOCHMON_SOURCE "/docs/templates/odd", "-o", file("same.yaml")},
                     "same.yaml");
}

// What a result was made of may lie in the result: the resolved scenario of a run.
TEST(FilesOfResults, that_a_run_reads_stay_in_their_folder)
{
    TestFolder const place;
    std::string const run = (place / "run").string();
    ASSERT_EQ(kochmon_with(short_run({"-o", run})).status, 0);
    auto const before = texts_in(run);
    Outcome const again =
        kochmon_with({"run", (place / "run/scenario.yaml").string(), "-o", run, "--force"});
    EXPECT_EQ(again.status, output_exists) << again.err;
    EXPECT_EQ(texts_in(run), before);
    EXPECT_EQ(kochmon_with({"run", (place / "run/scenario.yaml").string(), "-o",
                            (place / "again").string(), "-q"})
                  .status,
              0);
}

TEST(FilesOfResults, that_were_linked_elsewhere_are_not_written)
{
    for (char const* const linked : {"figures", "data"})
    {
        TestFolder const place;
        std::string const run = (place / "run").string();
        ASSERT_EQ(kochmon_with(short_run({"-o", run})).status, 0);
        fs::rename(place / "run" / linked, place / "theirs");
        put(place / "theirs/own.txt", "theirs");
        fs::create_directory_symlink(place / "theirs", place / "run" / linked);
        auto const before = texts_in(place / "theirs");
        Outcome const again = kochmon_with(short_run({"-o", run, "--force"}));
        EXPECT_EQ(again.status, output_exists) << again.err;
        EXPECT_THAT(again.err, HasSubstr(linked));
        EXPECT_EQ(texts_in(place / "theirs"), before);
    }
}

/// Whole results of one command: every file listed is there as listed.
void expect_whole(fs::path const& folder)
{
    Outcome const replayed = kochmon_with({"replay", folder.string()});
    EXPECT_EQ(replayed.status, 0) << replayed.out << replayed.err;
}

// With --force or without, at first or over older results: one has the folder to the end, and the
// others say who has it, or that it is there.
TEST(SeveralProcesses, on_one_folder_have_one_winner)
{
    int const rounds = std::getenv("KOCHMON_RARE_CHECKS") != nullptr ? 200 : 20;
    for (int round = 0; round < rounds; ++round)
    {
        SCOPED_TRACE(round);
        TestFolder const place;
        std::string const folder = (place / "run").string();
        bool const is_over_old = round % 2 == 1;
        if (is_over_old)
        {
            ASSERT_EQ(kochmon_with(short_run({"-o", folder})).status, 0);
        }
        std::list<Program> programs;
        int const processes = 2 + round % 3;
        for (int k = 0; k < processes; ++k)
        {
            Arguments arguments = short_run({"-o", folder, "--seed", std::to_string(k)});
            if (is_over_old) arguments.emplace_back("--force");
            programs.emplace_back(arguments);
        }
        int won = 0;
        for (Program& program : programs)
        {
            Outcome const outcome = program.wait();
            won += outcome.status == 0 ? 1 : 0;
            if (outcome.status == 0) continue;
            EXPECT_EQ(outcome.status, output_exists) << outcome.err;
            EXPECT_THAT(outcome.err, AnyOf(HasSubstr("is being written by process"),
                                           HasSubstr("is there already"),
                                           HasSubstr("by another process just now")));
        }
        // With --force one may begin when another has ended.
        EXPECT_GE(won, 1);
        if (!is_over_old)
        {
            EXPECT_EQ(won, 1);
        }
        expect_whole(folder);
    }
}

TEST(SeveralProcesses, that_are_killed_leave_the_old_result_or_the_new_one)
{
    TestFolder const place;
    std::string const folder = (place / "run").string();
    ASSERT_EQ(kochmon_with(short_run({"-o", folder})).status, 0);
    auto const old = text_of(place / "run/series.csv");
    for (int const milliseconds : {1, 5, 20, 50, 100, 150, 200, 300})
    {
        SCOPED_TRACE(milliseconds);
        Program program(short_run({"-o", folder, "--force", "--seed", "77"}));
        ::usleep(static_cast<useconds_t>(milliseconds) * 1000);
        program.send(SIGKILL);
        bool const is_new = program.wait().status == 0;
        expect_whole(folder);
        if (is_new)
        {
            EXPECT_NE(text_of(place / "run/series.csv"), old);
        }
    }
    // And whoever comes next has the folder.
    EXPECT_EQ(kochmon_with(short_run({"-o", folder, "--force"})).status, 0);
    EXPECT_EQ(text_of(place / "run/series.csv"), old);
}

TEST(SeveralProcesses, of_which_the_first_is_stopped_leave_the_old_result)
{
    TestFolder const place;
    std::string const folder = (place / "run").string();
    ASSERT_EQ(kochmon_with(short_run({"-o", folder})).status, 0);
    auto const before = texts_in(folder);
    Program program({"run", baseline_file, "--persons", "200000", "-o", folder, "--force", "-q"});
    ::usleep(500'000);
    program.send(SIGINT);
    EXPECT_EQ(program.wait().status, 128 + SIGINT);
    auto after = texts_in(folder);
    EXPECT_THAT(after[mark_name], testing::StartsWith(before.at(mark_name)));
    after[mark_name] = before.at(mark_name);
    EXPECT_EQ(after, before);
}
}  // namespace
}  // namespace kochmon
