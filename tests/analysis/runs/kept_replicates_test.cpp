// SPDX-License-Identifier: MIT
#include <csignal>
#include <string>

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>
#include <sys/resource.h>
#include <unistd.h>

#include "tests/analysis/program.hpp"
#include "tests/analysis/shipped.hpp"

// A run of several replicates holds one of them in memory and keeps those that have ended.
namespace kochmon
{
namespace
{
using testing::HasSubstr;
using testing::Not;
namespace fs = std::filesystem;

Arguments four_replicates(fs::path const& folder, Arguments const& more = {})
{
    Arguments arguments = {"run",          tests::baseline_file,
                           "--persons",    "2000",
                           "--months",     "24",
                           "--set",        "time.warm_up=12 months",
                           "--replicates", "4",
                           "-q",           "--panel",
                           "20",           "-o",
                           folder.string()};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return arguments;
}

std::string digest_in(fs::path const& folder)
{
    return nlohmann::json::parse(text_of(folder / "run.json")).at("digest");
}

fs::path parts_in(fs::path const& folder)
{
    return folder / ".kochmon-replicates";
}

/// Ends the run by the signal once two replicates have ended.
Outcome ended_by(int signal, Arguments const& arguments, fs::path const& place)
{
    Program program(arguments);
    fs::path const second = parts_in(place) / "000001-values";
    for (int tries = 0; tries < 6000 && !fs::exists(second); ++tries) usleep(10'000);
    program.send(signal);
    return program.wait();
}

class KeptReplicatesOf : public testing::Test
{
  protected:
    KeptReplicatesOf()
    {
        EXPECT_EQ(kochmon_with(four_replicates(place_ / "whole")).status, 0);
        whole_ = digest_in(place_ / "whole");
    }

    TestFolder place_;
    std::string whole_;
};
}  // namespace

TEST_F(KeptReplicatesOf, a_killed_run_are_gone_on_from_by_the_same_command)
{
    fs::path const folder = place_ / "killed";
    ended_by(SIGKILL, four_replicates(folder), folder);
    ASSERT_FALSE(fs::exists(folder / "run.json"));
    Outcome const next = kochmon_with(four_replicates(folder));
    EXPECT_EQ(next.status, 0) << next.err;
    EXPECT_THAT(next.err, HasSubstr("going on from"));
    EXPECT_THAT(next.err, HasSubstr("of 4 replicates"));
    EXPECT_EQ(digest_in(folder), whole_);
    EXPECT_FALSE(fs::exists(parts_in(folder)));
    for (char const* const table : {"series.csv", "panel_spells.csv", "fingerprints.csv"})
        EXPECT_EQ(text_of(folder / table), text_of(place_ / "whole" / table)) << table;
}

TEST_F(KeptReplicatesOf, a_stopped_run_are_told)
{
    fs::path const folder = place_ / "stopped";
    Outcome const stopped = ended_by(SIGINT, four_replicates(folder), folder);
    EXPECT_EQ(stopped.status, 128 + SIGINT);
    EXPECT_THAT(stopped.err, HasSubstr("of 4 replicates are kept in"));
    EXPECT_EQ(kochmon_with(four_replicates(folder)).status, 0);
    EXPECT_EQ(digest_in(folder), whole_);
}

TEST_F(KeptReplicatesOf, a_run_over_an_old_result_leave_that_whole)
{
    fs::path const folder = place_ / "old";
    ASSERT_EQ(kochmon_with(four_replicates(folder, {"--seed", "3"})).status, 0);
    std::string const old = digest_in(folder);
    Arguments const over = four_replicates(folder, {"--force"});
    ended_by(SIGKILL, over, folder / ".kochmon-part");
    EXPECT_EQ(digest_in(folder), old);
    Outcome const next = kochmon_with(over);
    EXPECT_EQ(next.status, 0) << next.err;
    EXPECT_THAT(next.err, HasSubstr("going on from"));
    EXPECT_EQ(digest_in(folder), whole_);
}

TEST_F(KeptReplicatesOf, another_run_are_not_mixed_in)
{
    fs::path const folder = place_ / "other";
    ended_by(SIGKILL, four_replicates(folder, {"--seed", "3"}), folder);
    Outcome const refused = kochmon_with(four_replicates(folder));
    EXPECT_EQ(refused.status, 3);
    EXPECT_THAT(refused.err, HasSubstr("is there already"));
    Outcome const forced = kochmon_with(four_replicates(folder, {"--force"}));
    EXPECT_EQ(forced.status, 0) << forced.err;
    EXPECT_THAT(forced.err, Not(HasSubstr("going on from")));
    EXPECT_EQ(digest_in(folder), whole_);
}

TEST_F(KeptReplicatesOf, a_run_that_somebody_changed_are_refused)
{
    fs::path const folder = place_ / "changed";
    ended_by(SIGKILL, four_replicates(folder), folder);
    put(parts_in(folder) / "000000-series.csv", "mine");
    Outcome const refused = kochmon_with(four_replicates(folder));
    EXPECT_EQ(refused.status, 3);
    EXPECT_THAT(refused.err, HasSubstr("000000-series.csv, which was changed since"));
}

// Its tables are written as they come; 14 replicates of everything would take 120 MB more.
TEST(MemoryOfReplicates, does_not_grow_with_their_number)
{
#ifdef KOCHMON_SANITIZED
    GTEST_SKIP() << "a sanitizer keeps what was freed";
#endif
    TestFolder const place;
    auto const peak = [&](std::string const& replicates)
    {
        Outcome const run =
            kochmon_with({"run", tests::baseline_file, "--persons", "300", "--months", "36",
                          "--set", "time.warm_up=0 months", "-q", "--replicates", replicates, "-o",
                          (place / replicates).string()});
        EXPECT_EQ(run.status, 0) << run.err;
        rusage used = {};
        getrusage(RUSAGE_CHILDREN, &used);
        return used.ru_maxrss;  // kilobytes, of the largest child until now
    };
    auto const of_three = peak("3");
    EXPECT_LT(peak("17"), of_three + 20'000);
}
}  // namespace kochmon
