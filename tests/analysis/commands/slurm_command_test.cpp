// SPDX-License-Identifier: MIT
#include <cstdlib>
#include <filesystem>

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>
#include <sys/wait.h>

#include "analysis/commands/slurm_scripts.hpp"

#include "tests/analysis/program.hpp"

// The scripts of `kochmon slurm`, carried out by Bash with sbatch and scontrol played by others; a
// real Slurm runs them in tests/slurm.
namespace kochmon
{
namespace
{
using testing::HasSubstr;
namespace fs = std::filesystem;

class SlurmCommand : public testing::Test
{
  protected:
    SlurmCommand()
    {
        // The base and four points, two replicates: two tasks.
        put(plan(),
            "schema: 1\nsweep: small\nbase: " KOCHMON_SOURCE
            "/config/baseline.yaml\n"
            "persons: 1000\nmonths: 3\nset: {time.start: 2009-11, time.warm_up: 2 months}\n"
            "replicates: 2\nvary:\n"
            "  fee: {lever: jurisdictions.russia.permit.fee, scale: [0.5, 2], from: 2010-01}\n"
            "  cash: {key: start.cash, values: [5000 RUB, 9000 RUB]}\n"
            "design: grid\nkeep: {measures: [abroad], by: [total], months: last}\n");
        player("sbatch", "echo \"$@\" >> " + played().string() + "; echo 17");
        player("scontrol", "echo \"$@\" >> " + played().string());
    }
    // What a user of a shell has to fear.
    fs::path plan() const { return place_ / "the plan's $HOME.yaml"; }
    fs::path folder() const { return place_ / "a 'study' of \"fees\" 50%a #1"; }
    fs::path played() const { return place_ / "played"; }
    Outcome slurm(Arguments more = {}) const
    {
        more.insert(more.begin(), {"slurm", plan().string(), "-o", folder().string()});
        return kochmon_with(more);
    }
    void player(std::string const& name, std::string const& script) const
    {
        put(place_ / "bin" / name, "#!/bin/sh\n" + script + "\n");
        fs::permissions(place_ / "bin" / name, fs::perms::owner_all);
    }
    /// A script of the folder in Bash, as the task of an array, which may begin anywhere.
    int carried_out(std::string const& script, std::string const& task = "1") const
    {
        std::string const command = "cd / && PATH=" + (place_ / "bin").string() +
                                    ":$PATH SLURM_JOB_ID=18 SLURM_ARRAY_TASK_ID=" + task +
                                    " bash " + in_shell_quotes((folder() / script).string()) +
                                    " > " + (place_ / "told").string() + " 2>&1";
        return WEXITSTATUS(std::system(command.c_str()));
    }
    std::string told() const { return text_of(place_ / "told"); }

    TestFolder place_;
};

TEST_F(SlurmCommand, writes_scripts_whose_shards_merge_into_the_whole)
{
    Outcome const outcome = slurm({"--shards", "2", "--cpus", "2"});
    ASSERT_EQ(outcome.status, 0) << outcome.err;
    EXPECT_THAT(outcome.out, HasSubstr("10 runs, 2 tasks in 2 shards"));
    EXPECT_EQ(carried_out("merge.sh"), 75) << "no shard has begun";
    ASSERT_EQ(carried_out("shards.sh", "2"), 0) << told();
    EXPECT_EQ(carried_out("merge.sh"), 75) << "a shard is missing";
    Outcome const status = kochmon_with({"status", folder().string()});
    EXPECT_THAT(status.out, HasSubstr(": 5 of 10 runs done, 0 failed, in 1 part that began\n"
                                      "  parts/2: 5 done, 0 failed, nothing is running\n"));
    Outcome const shard = kochmon_with({"status", (folder() / "parts" / "2").string()});
    EXPECT_THAT(shard.out, HasSubstr("all shards: kochmon status " + folder().string()));
    ASSERT_EQ(carried_out("shards.sh", "1"), 0) << told();
    auto const json =
        nlohmann::json::parse(kochmon_with({"status", folder().string(), "--json"}).out);
    EXPECT_EQ(json["done"], 10);
    EXPECT_EQ(json["parts"][1]["part"], "parts/2");
    ASSERT_EQ(carried_out("merge.sh"), 0) << told();
    fs::path const whole = place_ / "whole";
    ASSERT_EQ(kochmon_with({"sweep", plan().string(), "-o", whole.string()}).status, 0);
    EXPECT_EQ(texts_in(folder() / "study" / "tables"), texts_in(whole / "tables"));
    EXPECT_EQ(text_of(folder() / "study" / "study.sqlite"), text_of(whole / "study.sqlite"));
}

TEST_F(SlurmCommand, asks_of_the_cluster_what_was_asked_for)
{
    ASSERT_EQ(
        slurm({"--cpus", "3", "--time", "02:00:00", "--partition", "long", "--account", "a-1"})
            .status,
        0);
    std::string const shards = text_of(folder() / "shards.sh");
    for (char const* const line :
         {"--job-name=\"small\"", "--array=1-2", "--cpus-per-task=3", "--time=\"02:00:00\"",
          "--signal=B:USR1@120", "--requeue", "--open-mode=append", "--partition=\"long\"",
          "--account=\"a-1\"", "a 'study' of \\\"fees\\\" 50%%a #1/logs/shard-%a.txt\""})
        EXPECT_THAT(shards, HasSubstr(line));
    EXPECT_THAT(text_of(folder() / "merge.sh"), HasSubstr("#SBATCH --partition=\"long\"\n"));
    EXPECT_TRUE(fs::is_directory(folder() / "logs"));
}

TEST_F(SlurmCommand, submits_the_merge_after_the_shards)
{
    ASSERT_EQ(slurm().status, 0);
    ASSERT_EQ(carried_out("submit.sh"), 0) << told();
    EXPECT_EQ(text_of(played()), "--parsable " + (folder() / "shards.sh").string() +
                                     "\n--parsable --dependency=afterok:17 "
                                     "--kill-on-invalid-dep=yes " +
                                     (folder() / "merge.sh").string() + '\n');
}

/// The program under a shard, played: it does a run unless there is no time for one, and stops
/// when it is asked to. Stands for the real one in the script.
std::string stopped_program(bool gets_on)
{
    std::string const run = "mkdir -p \"$6/runs\"; touch \"$6/runs/p00001-r000.csv\"; ";
    return "trap 'exit 75' USR1; " + (gets_on ? run : std::string()) +
           "kill -s USR1 $PPID; while true; do sleep 0.05; done";
}

class SlurmShardOutOfTime : public SlurmCommand
{
  protected:
    int carried_out_by(std::string const& program) const
    {
        EXPECT_EQ(slurm().status, 0);
        player("played program", program);
        std::string script = text_of(folder() / "shards.sh");
        std::size_t const begin = script.find("kochmon='");
        script.replace(begin, script.find('\n', begin) - begin,
                       "kochmon='" + (place_ / "bin" / "played program").string() + "'");
        put(folder() / "shards.sh", script);
        return carried_out("shards.sh");
    }
};

TEST_F(SlurmShardOutOfTime, is_queued_again)
{
    EXPECT_EQ(carried_out_by(stopped_program(true)), 75) << told();
    EXPECT_EQ(text_of(played()), "requeue 18\n");
    EXPECT_THAT(told(), HasSubstr("queued again"));
}

TEST_F(SlurmShardOutOfTime, that_did_no_run_is_not_queued_for_ever)
{
    EXPECT_EQ(carried_out_by(stopped_program(false)), 75) << told();
    EXPECT_FALSE(fs::exists(played()));
    EXPECT_THAT(told(), HasSubstr("not one run ended within the time"));
}

TEST_F(SlurmShardOutOfTime, is_not_when_it_had_ended_or_failed_by_itself)
{
    EXPECT_EQ(carried_out_by("trap '' USR1; kill -s USR1 $PPID; sleep 0.1; exit 0"), 0) << told();
    player("played program", "exit 4");
    EXPECT_EQ(carried_out("shards.sh"), 4) << told();
    player("played program", "exit 8");
    EXPECT_EQ(carried_out("shards.sh"), 0) << "runs that failed are shown by the merge";
    player("played program",
           "trap 'exit 75' USR1; kill -s TERM $PPID; while true; do sleep 0.05; done");
    EXPECT_EQ(carried_out("shards.sh"), 75) << "who cancels a job does not want it back";
    EXPECT_FALSE(fs::exists(played()));
}

TEST_F(SlurmCommand, does_no_shard_of_a_plan_that_was_changed)
{
    ASSERT_EQ(slurm().status, 0);
    put(plan(), text_of(plan()) + "# changed\n");
    EXPECT_EQ(carried_out("shards.sh"), 2);
    EXPECT_THAT(told(), HasSubstr("no longer the plan with which"));
    EXPECT_FALSE(fs::exists(folder() / "parts"));
    EXPECT_EQ(slurm().status, 3);
}

TEST_F(SlurmCommand, writes_over_a_script_that_was_changed_only_if_forced)
{
    ASSERT_EQ(slurm().status, 0);
    EXPECT_EQ(slurm().status, 0) << "the same again";
    std::string const before = text_of(folder() / "merge.sh");
    put(folder() / "merge.sh", before + "# mine\n");
    Outcome const refused = slurm({"--time", "01:00:00"});
    EXPECT_EQ(refused.status, 3);
    EXPECT_THAT(refused.err, HasSubstr("merge.sh: is there already and differs"));
    EXPECT_EQ(slurm({"--time", "01:00:00", "--force"}).status, 0);
    EXPECT_EQ(text_of(folder() / "merge.sh"), before);
    EXPECT_THAT(text_of(folder() / "shards.sh"), HasSubstr("--time=\"01:00:00\""));
}

TEST_F(SlurmCommand, refuses_what_a_cluster_cannot_do)
{
    Outcome const shards = slurm({"--shards", "3"});
    EXPECT_EQ(shards.status, 64);
    EXPECT_THAT(shards.err, HasSubstr("--shards 3: expected at most 2, since"));
    EXPECT_EQ(slurm({"--shards", "1001"}).status, 64);
    EXPECT_THAT(slurm({"--time", "2 hours"}).err, HasSubstr("such as 02:00:00"));
    EXPECT_THAT(slurm({"--time", "4"}).err, HasSubstr("expected 5 minutes at least"));
    EXPECT_THAT(slurm({"--partition", "a b"}).err, HasSubstr("a name without spaces"));
    EXPECT_FALSE(fs::exists(folder() / "shards.sh"));
}

TEST(SlurmTime, is_read_as_sbatch_reads_it)
{
    EXPECT_EQ(minutes_of_slurm("90"), 90U);
    EXPECT_EQ(minutes_of_slurm("90:30"), 90U);
    EXPECT_EQ(minutes_of_slurm("1:30:00"), 90U);
    EXPECT_EQ(minutes_of_slurm("1-12"), 36U * 60);
    EXPECT_EQ(minutes_of_slurm("1-12:30"), 36U * 60 + 30);
    EXPECT_EQ(minutes_of_slurm("2-00:05:59"), 48U * 60 + 5);
    for (char const* const wrong : {"", "a", "1:", ":1", "1-", "-1", "1:2:3:4", "1-2-3", "1:-2",
                                    "1.5", "99999999999999999999"})
        EXPECT_EQ(minutes_of_slurm(wrong), std::nullopt) << wrong;
}

TEST(ThreadsOfTheProgram, are_what_slurm_grants_unless_they_are_wished_for)
{
    auto const threads = [](Arguments const& more)
    {
        TestFolder const place;
        Arguments arguments = {"-q", "-o", (place / "run").string()};
        arguments.insert(arguments.end(), more.begin(), more.end());
        EXPECT_EQ(kochmon_with(short_run(arguments)).status, 0);
        std::string const account = text_of(place / "run" / "run.json");
        std::size_t const at = account.find("\"threads\": ");
        return account.substr(at, account.find(',', at) - at);
    };
    setenv("SLURM_CPUS_ON_NODE", "1", 1);
    EXPECT_EQ(threads({}), "\"threads\": 1");
    EXPECT_EQ(threads({"--threads", "3"}), "\"threads\": 3");
    unsetenv("SLURM_CPUS_ON_NODE");
}
}  // namespace
}  // namespace kochmon
