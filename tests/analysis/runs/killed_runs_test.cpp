// SPDX-License-Identifier: MIT
// A run with checkpoints is stopped, killed, or killed at every call that changes a file: the same
// command goes on, and ends with the bytes of a run that nobody disturbed.
#include <csignal>

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>
#include <unistd.h>

#include "tests/analysis/faults.hpp"
#include "tests/analysis/shipped.hpp"

namespace kochmon
{
namespace
{
using testing::HasSubstr;
using testing::Not;
namespace fs = std::filesystem;

/// Without gnuplot, which takes longer than these runs.
constexpr char no_programs[] = "/nonexistent";

Outcome run_to_the_end(Arguments const& arguments)
{
    return Program(arguments, no_programs).wait();
}

class KilledRun : public testing::Test
{
  protected:
    Arguments long_run(std::string const& name, Arguments const& more = {}) const
    {
        return run_of("1000", "34", name, more);
    }
    Arguments run_of(std::string const& persons, std::string const& months, std::string const& name,
                     Arguments const& more) const
    {
        Arguments arguments = {"run",
                               tests::baseline_file,
                               "--persons",
                               persons,
                               "--months",
                               months,
                               "--set",
                               "time.warm_up=2 months",
                               "-q",
                               "-o",
                               (place_ / name).string()};
        arguments.insert(arguments.end(), more.begin(), more.end());
        return arguments;
    }
    std::string digest(std::string const& name) const
    {
        fs::path const account = place_ / name / "run.json";
        if (!fs::exists(account)) return {};
        return nlohmann::json::parse(text_of(account)).at("digest");
    }
    fs::path parts(std::string const& name) const { return place_ / name / ".kochmon-replicates"; }
    /// The newest in a folder; empty: there is none.
    fs::path newest_checkpoint(std::string const& name) const
    {
        std::error_code ignored;
        fs::path newest;
        for (fs::directory_iterator at(parts(name), ignored), end; !ignored && at != end;
             at.increment(ignored))
            if (at->path().filename().string().find("-checkpoint-") == 6)
                newest = std::max(newest, at->path());
        return newest;
    }
    /// Ends the run by the signal once that checkpoint is there, or a later one.
    Outcome ended_by(int signal, std::string const& checkpoint, std::string const& name,
                     Arguments const& more) const
    {
        Program program(long_run(name, more), no_programs);
        for (int tries = 0; tries < 10'000; ++tries)
        {
            if (newest_checkpoint(name).filename() >= checkpoint) break;
            usleep(2'000);
        }
        program.send(signal);
        return program.wait();
    }
    void kill_at(std::string const& month, std::string const& name, Arguments const& more) const
    {
        ended_by(SIGKILL, "000000-checkpoint-" + month, name, more);
        ASSERT_FALSE(fs::exists(place_ / name / "run.json"));
    }

    TestFolder place_;
    Arguments const monthly_ = {"--checkpoint-every", "1"};
};
}  // namespace

TEST_F(KilledRun, goes_on_by_the_same_command_to_the_same_bytes)
{
    ASSERT_EQ(run_to_the_end(long_run("whole")).status, 0);
    kill_at("2005-05", "killed", monthly_);
    Outcome const next = run_to_the_end(long_run("killed", monthly_));
    EXPECT_EQ(next.status, 0) << next.err;
    EXPECT_THAT(next.err, HasSubstr("going on after 2005-"));
    EXPECT_EQ(digest("killed"), digest("whole"));
    EXPECT_FALSE(fs::exists(parts("killed")));
    for (char const* const table : {"series.csv", "fingerprints.csv", "measures.csv"})
        EXPECT_EQ(text_of(place_ / "killed" / table), text_of(place_ / "whole" / table)) << table;
}

TEST_F(KilledRun, goes_on_by_its_folder_alone_and_in_another_one)
{
    Arguments const panel = {"--panel", "30", "--checkpoint-every", "3"};
    ASSERT_EQ(run_to_the_end(long_run("whole", panel)).status, 0);
    kill_at("2005-04", "killed", panel);
    Arguments const from = {"--panel", "30", "--from", (place_ / "killed").string()};
    Outcome const elsewhere = run_to_the_end(long_run("copy", from));
    EXPECT_EQ(elsewhere.status, 0) << elsewhere.err;
    EXPECT_THAT(elsewhere.err, HasSubstr("going on after 2005-"));
    EXPECT_EQ(digest("copy"), digest("whole"));
    Arguments in_place = long_run("killed", from);
    std::erase(in_place, "-o");
    in_place.erase(std::ranges::find(in_place, (place_ / "killed").string()));
    Outcome const next = run_to_the_end(in_place);
    EXPECT_EQ(next.status, 0) << next.err;
    EXPECT_EQ(digest("killed"), digest("whole"));
}

TEST_F(KilledRun, goes_on_from_a_single_checkpoint)
{
    ASSERT_EQ(run_to_the_end(long_run("whole")).status, 0);
    kill_at("2005-05", "killed", monthly_);
    fs::path const newest = newest_checkpoint("killed");
    fs::copy_file(newest, place_ / "saved");
    Outcome const next = run_to_the_end(long_run("new", {"--from", (place_ / "saved").string()}));
    EXPECT_EQ(next.status, 0) << next.err;
    EXPECT_THAT(next.err, HasSubstr("going on after 2005-"));
    EXPECT_EQ(digest("new"), digest("whole"));
}

TEST_F(KilledRun, goes_on_from_the_checkpoint_before_one_that_is_damaged)
{
    ASSERT_EQ(run_to_the_end(long_run("whole")).status, 0);
    kill_at("2005-05", "killed", monthly_);
    fs::path const newest = newest_checkpoint("killed");
    fs::resize_file(newest, fs::file_size(newest) - 1);
    Outcome const next = run_to_the_end(long_run("killed", monthly_));
    EXPECT_EQ(next.status, 0) << next.err;
    EXPECT_THAT(next.err, HasSubstr(newest.string() + " is cut short"));
    EXPECT_THAT(next.err, HasSubstr("going on after 2005-"));
    EXPECT_EQ(digest("killed"), digest("whole"));
}

TEST_F(KilledRun, that_is_another_one_is_told_what_differs)
{
    kill_at("2005-04", "killed", monthly_);
    std::string const left = (place_ / "killed").string();
    Outcome const same_folder = run_to_the_end(long_run("killed", {"--seed", "3"}));
    EXPECT_EQ(same_folder.status, 3);
    EXPECT_THAT(same_folder.err, HasSubstr("cannot go on: seed is 1 there and 3 here"));
    Outcome const other_seed = run_to_the_end(long_run("new", {"--from", left, "--seed", "3"}));
    EXPECT_EQ(other_seed.status, 4);
    EXPECT_THAT(other_seed.err, HasSubstr("seed is 1 there and 3 here"));
    Outcome const other_law = run_to_the_end(
        long_run("new", {"--from", left, "--set", "jurisdictions.russia.permit.fee=9000 RUB"}));
    EXPECT_EQ(other_law.status, 4);
    EXPECT_THAT(other_law.err, HasSubstr("is of another run: scenario.yaml differs"));
    Outcome const nothing = run_to_the_end(long_run("new", {"--from", place_.path().string()}));
    EXPECT_EQ(nothing.status, 4);
    EXPECT_THAT(nothing.err, HasSubstr("holds nothing from which a run could go on"));
    put(place_ / "text", "scenario: mine\n");
    Outcome const text = run_to_the_end(long_run("new", {"--from", (place_ / "text").string()}));
    EXPECT_EQ(text.status, 4);
    EXPECT_THAT(text.err, HasSubstr("was not packed by kochmon"));
    EXPECT_FALSE(fs::exists(place_ / "new"));
}

TEST_F(KilledRun, of_several_replicates_goes_on_within_one)
{
    Arguments const two = {"--replicates", "2", "--checkpoint-every", "2"};
    ASSERT_EQ(run_to_the_end(long_run("whole", two)).status, 0);
    ended_by(SIGKILL, "000001-checkpoint-2005-06", "killed", two);
    ASSERT_FALSE(fs::exists(place_ / "killed/run.json"));
    EXPECT_FALSE(fs::exists(parts("killed") / "000000-checkpoint-2007-10"));
    Outcome const next = run_to_the_end(long_run("killed", two));
    EXPECT_EQ(next.status, 0) << next.err;
    EXPECT_THAT(next.err, HasSubstr("going on from 1 of 2 replicates"));
    EXPECT_THAT(next.err, HasSubstr("of replicate 1 from a checkpoint"));
    EXPECT_EQ(digest("killed"), digest("whole"));
}

TEST_F(KilledRun, that_is_stopped_writes_a_checkpoint_of_its_last_month)
{
    ASSERT_EQ(run_to_the_end(long_run("whole")).status, 0);
    Outcome const stopped =
        ended_by(SIGTERM, "000000-checkpoint-2005-04", "stopped", {"--checkpoint-every", "4"});
    ASSERT_EQ(stopped.status, 128 + SIGTERM);
    EXPECT_THAT(stopped.err, HasSubstr("the same command goes on from there"));
    EXPECT_GE(newest_checkpoint("stopped").filename(), "000000-checkpoint-2005-04");
    Outcome const next = run_to_the_end(long_run("stopped"));
    EXPECT_EQ(next.status, 0) << next.err;
    EXPECT_THAT(next.err, HasSubstr("going on after 2005-"));
    EXPECT_EQ(digest("stopped"), digest("whole"));
}

TEST_F(KilledRun, at_any_call_that_changes_a_file_goes_on_to_the_same_end)
{
#ifdef KOCHMON_SANITIZED
    GTEST_SKIP() << "cannot be loaded before a sanitizer";
#endif
    Arguments const tiny =
        run_of("300", "2", "tiny", {"--threads", "1", "--checkpoint-every", "1"});
    ASSERT_EQ(run(tiny, "", place_ / "calls").status, 0);
    std::string const whole = digest("tiny");
    std::size_t const calls = calls_in(place_ / "calls").size();
    EXPECT_GT(calls, 60U);
    int went_on = 0;
    for (std::size_t call = 1; call <= calls; call += stride(23))
    {
        fs::remove_all(place_ / "tiny");
        run(tiny, std::to_string(call) + " 0", place_ / "calls");
        Outcome const again = run_to_the_end(tiny);
        if (again.status == 3) continue;  // run.json is whole
        went_on += again.err.find("going on after") != std::string::npos ? 1 : 0;
        ASSERT_EQ(again.status, 0) << call << ' ' << again.err;
        ASSERT_EQ(digest("tiny"), whole) << call;
        ASSERT_FALSE(fs::exists(parts("tiny"))) << call;
    }
    EXPECT_GT(went_on, 1);
}

TEST_F(KilledRun, needs_a_folder)
{
    for (Arguments const& more : {monthly_, Arguments{"--from", "somewhere"}})
    {
        Arguments arguments = {"run", tests::baseline_file, "-o", "-"};
        arguments.insert(arguments.end(), more.begin(), more.end());
        Outcome const outcome = run_to_the_end(arguments);
        EXPECT_EQ(outcome.status, 64);
        EXPECT_THAT(outcome.err, HasSubstr(more.front()));
    }
}
}  // namespace kochmon
