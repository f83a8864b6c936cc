// SPDX-License-Identifier: MIT
// A sweep by the real program: what it writes, and that nothing is lost or done twice.
#include <csignal>
#include <list>
#include <thread>

#include <gmock/gmock.h>
#include <sqlite3.h>

#include "tests/analysis/sweep/small_sweep.hpp"

namespace kochmon
{
namespace
{
using testing::HasSubstr;
using testing::StartsWith;
namespace fs = std::filesystem;
using Texts = std::map<std::string, std::string>;
using SweepCommand = tests::SmallSweep;

TEST_F(SweepCommand, runs_every_point_and_the_base)
{
    Outcome const outcome = sweep();
    ASSERT_EQ(outcome.status, 0) << outcome.err;
    EXPECT_THAT(outcome.out, HasSubstr("10 of 10 runs done"));
    EXPECT_EQ(texts_in(study() / "runs").size(), 10U);
    Texts const tables = this->tables();
    EXPECT_THAT(tables.at("points.csv"),
                StartsWith("point,replicates_done,fee,cash\n0,2,base,base\n1,2,0.5,5 %/month\n"));
    EXPECT_THAT(tables.at("effects.csv"), HasSubstr("\n4,2010-06,abroad,total,total,2,"));
    EXPECT_EQ(tables.at("failures.csv"), "point,replicate,reason\n");
}

TEST_F(SweepCommand, gives_each_point_what_a_run_of_its_scenario_gives)
{
    ASSERT_EQ(sweep().status, 0);
    fs::path const alone = place_ / "alone";
    Outcome const run =
        kochmon_with({"run", (study() / "points" / "p00003.yaml").string(), "--replicates", "2",
                      "--measures", "abroad,legality_by_right", "--by", "total", "--months-kept",
                      "last", "-q", "-o", alone.string()});
    ASSERT_EQ(run.status, 0) << run.err;
    std::string of_the_sweep = "scenario,replicate,month,measure,by,group,value,unit\n";
    for (char const* const file : {"p00003-r000.csv", "p00003-r001.csv"})
    {
        std::string const text = text_of(study() / "runs" / file);
        std::size_t const begin = text.find("\np00003") + 1, end = text.rfind("sha256 ");
        of_the_sweep += text.substr(begin, end - begin);
    }
    EXPECT_EQ(of_the_sweep, text_of(alone / "series.csv"));
}

TEST_F(SweepCommand, runs_points_of_other_people_by_themselves)
{
    write_grid("  homes: {key: regions.osh.household_size, values: [4.0]}\n");
    ASSERT_EQ(sweep().status, 0);
    fs::path const alone = place_ / "alone";
    ASSERT_EQ(kochmon_with({"run", (study() / "points" / "p00001.yaml").string(), "--measures",
                            "abroad,legality_by_right", "--by", "total", "--months-kept", "last",
                            "-q", "-o", alone.string()})
                  .status,
              0);
    std::string const text = text_of(study() / "runs" / "p00001-r000.csv");
    std::size_t const begin = text.find("scenario,replicate"), end = text.rfind("sha256 ");
    EXPECT_EQ(text.substr(begin, end - begin), text_of(alone / "series.csv"));
}

TEST_F(SweepCommand, gives_the_same_bytes_on_any_number_of_threads)
{
    ASSERT_EQ(sweep("one", {"--threads", "1"}).status, 0);
    ASSERT_EQ(sweep("seven", {"--threads", "7"}).status, 0);
    EXPECT_EQ(texts_in(study("one") / "runs"), texts_in(study("seven") / "runs"));
    EXPECT_EQ(tables("one"), tables("seven"));
}

TEST_F(SweepCommand, runs_again_what_is_missing_and_nothing_else)
{
    ASSERT_EQ(sweep().status, 0);
    Texts const runs = texts_in(study() / "runs"), tables = this->tables();
    fs::remove(study() / "runs" / "p00002-r001.csv");
    auto const kept = fs::last_write_time(study() / "runs" / "p00002-r000.csv");
    ASSERT_EQ(resume().status, 0);
    EXPECT_EQ(texts_in(study() / "runs"), runs);
    EXPECT_EQ(this->tables(), tables);
    EXPECT_EQ(fs::last_write_time(study() / "runs" / "p00002-r000.csv"), kept);
    ASSERT_EQ(sweep().status, 0) << "the same command goes on too";
}

TEST_F(SweepCommand, notes_a_run_that_fails_and_goes_on_with_the_others)
{
    // Shares of the destinations that do not add up are refused when the point is loaded.
    write_grid("  moscow: {key: start.destinations.moscow, values: [42 %, 90 %]}\n");
    Outcome const outcome = sweep();
    EXPECT_EQ(outcome.status, 8);
    EXPECT_THAT(outcome.out, HasSubstr("10 of 18 runs done, 8 failed, the first at point 2, "
                                       "replicate 0: "));
    EXPECT_THAT(tables().at("failures.csv"), HasSubstr("\n2,0,"));
    EXPECT_THAT(tables().at("points.csv"), HasSubstr("\n2,0,0.5,5 %/month,90 %\n"));
    EXPECT_THAT(tables().at("means.csv"), testing::Not(HasSubstr("\n2,")));
    Outcome const told = kochmon_with({"status", study().string(), "--json"});
    EXPECT_THAT(told.out, HasSubstr("\"done\": 10"));
    EXPECT_THAT(told.out, HasSubstr("\"failed\": 8"));
}

TEST_F(SweepCommand, that_is_stopped_says_how_to_go_on)
{
    Program program({"sweep", plan().string(), "-o", study().string(), "--threads", "1"});
    while (!fs::exists(study() / "study.json")) std::this_thread::yield();
    program.send(SIGTERM);
    Outcome const stopped = program.wait();
    EXPECT_EQ(stopped.status, 75);
    EXPECT_THAT(stopped.err, HasSubstr("kochmon resume"));
    ASSERT_EQ(resume().status, 0);
    ASSERT_EQ(sweep("whole").status, 0);
    EXPECT_EQ(tables(), tables("whole"));
}

TEST_F(SweepCommand, of_shards_in_any_order_is_the_whole)
{
    ASSERT_EQ(sweep("whole").status, 0);
    for (char const* const shard : {"1", "2", "3"})
        ASSERT_EQ(sweep(shard, {"--shard", std::string(shard) + "/3"}).status, 0);
    EXPECT_EQ(kochmon_with({"merge", study("3").string(), study("1").string()}).status, 75);
    ASSERT_EQ(kochmon_with({"merge", study("3").string(), study("1").string(), study("2").string(),
                            study("1").string()})
                  .status,
              0);
    EXPECT_EQ(texts_in(study("3") / "runs"), texts_in(study("whole") / "runs"));
    EXPECT_EQ(tables("3"), tables("whole"));
}

TEST_F(SweepCommand, in_one_folder_by_four_processes_is_the_whole)
{
    ASSERT_EQ(sweep("whole").status, 0);
    {
        std::list<Program> programs;
        for (int k = 0; k < 4; ++k)
            programs.emplace_back(
                Arguments{"sweep", plan().string(), "-o", study().string(), "--threads", "1"});
        for (Program& program : programs) EXPECT_EQ(program.wait().status, 0);
    }
    ASSERT_EQ(resume().status, 0);
    EXPECT_EQ(texts_in(study() / "runs"), texts_in(study("whole") / "runs"));
    EXPECT_EQ(tables(), tables("whole"));
}

TEST_F(SweepCommand, refuses_a_folder_that_is_of_something_else)
{
    EXPECT_EQ(kochmon_with({"sweep", plan().string(), "-o", place_.path().string()}).status, 3);
    ASSERT_EQ(sweep().status, 0);
    write_grid("  south: {key: start.southern, values: [70 %]}\n");
    Outcome const other = sweep();
    EXPECT_EQ(other.status, 3);
    EXPECT_THAT(other.err, HasSubstr("holds the study of another plan"));
    put(study() / "base" / "scenario.yaml",
        text_of(study() / "base" / "scenario.yaml") + "# changed\n");
    EXPECT_EQ(resume().status, 0) << "a comment changes nothing";
}

TEST_F(SweepCommand, refuses_a_run_that_was_changed)
{
    ASSERT_EQ(sweep().status, 0);
    fs::path const run = study() / "runs" / "p00001-r000.csv";
    std::string text = text_of(run);
    text[text.find("abroad")] = 'A';
    put(run, text);
    Outcome const outcome = resume();
    EXPECT_EQ(outcome.status, 4);
    EXPECT_THAT(outcome.err, HasSubstr("p00001-r000.csv: its bytes do not have the sum"));
}

TEST_F(SweepCommand, puts_the_tables_into_a_database)
{
    ASSERT_EQ(sweep().status, 0);
    sqlite3* database = nullptr;
    ASSERT_EQ(sqlite3_open_v2((study() / "study.sqlite").c_str(), &database, SQLITE_OPEN_READONLY,
                              nullptr),
              SQLITE_OK);
    auto const number = [&](char const* sql)
    {
        std::string found;
        sqlite3_exec(
            database, sql,
            [](void* into, int, char** values, char**)
            {
                *static_cast<std::string*>(into) = values[0] == nullptr ? "none" : values[0];
                return 0;
            },
            &found, nullptr);
        return found;
    };
    EXPECT_EQ(number("SELECT count(*) FROM runs WHERE is_done"), "10");
    EXPECT_EQ(number("SELECT count(*) FROM missing_runs"), "0");
    EXPECT_EQ(number("SELECT value FROM parameters JOIN plan USING (factor) WHERE point = 3 AND "
                     "name = 'cash'"),
              "5 %/month");
    EXPECT_EQ(number("SELECT typeof(difference) FROM latest_effects WHERE point = 1 AND measure = "
                     "'abroad'"),
              "real");
    EXPECT_EQ(number("SELECT value FROM provenance WHERE key = 'sweep'"), "small");
    sqlite3_close(database);
}

TEST_F(SweepCommand, refuses_a_point_or_a_policy_that_was_changed)
{
    put(place_ / "fees.yaml",
        "schema: 1\nscenario: fees\nbase: base.yaml\nshocks:\n"
        "  - {lever: destinations.moscow.checks.capacity, scale: 5, from: 2010-01}\n");
    write_grid("  rule: {policies: [fees.yaml]}\n");
    ASSERT_EQ(sweep().status, 0);
    std::string const policy = text_of(place_ / "fees.yaml");
    put(place_ / "fees.yaml", policy + "# another\n");
    Outcome const other = sweep();
    EXPECT_EQ(other.status, 3);
    EXPECT_THAT(other.err, HasSubstr("policies/fees.yaml is not what the study was begun with"));
    fs::path const point = study() / "points" / "p00001.yaml";
    put(point, text_of(point) + "# edited\n");
    EXPECT_THAT(resume().err, HasSubstr("p00001.yaml: is not what the plan says of this point"));
}

// The folder of a study would hold the package and not what it includes.
TEST_F(SweepCommand, refuses_a_package_of_policies)
{
    put(place_ / "both.yaml", "schema: 1\nscenario: both\ninclude: [permit-fee, bans-halved]\n");
    write_grid("  rule: {policies: [none, both.yaml]}\n");
    Outcome const refused = sweep();
    EXPECT_EQ(refused.status, 2);
    EXPECT_THAT(refused.err, HasSubstr("'both.yaml' is a package of policies, expected policies "
                                       "with all their shocks in one file"));
}

TEST_F(SweepCommand, takes_no_part_of_another_plan)
{
    ASSERT_EQ(sweep("one").status, 0);
    write_grid("  south: {key: start.southern, values: [70 %]}\n");
    ASSERT_EQ(sweep("other").status, 0);
    auto const before = texts_in(study("one") / "runs");
    Outcome const refused = kochmon_with({"merge", study("one").string(), study("other").string()});
    EXPECT_EQ(refused.status, 4);
    EXPECT_EQ(texts_in(study("one") / "runs"), before);
}
}  // namespace
}  // namespace kochmon
