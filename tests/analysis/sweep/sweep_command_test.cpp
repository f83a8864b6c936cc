// SPDX-License-Identifier: MIT
#include <csignal>
#include <filesystem>
#include <limits>
#include <list>
#include <map>
#include <sstream>
#include <thread>

#include <gmock/gmock.h>
#include <sqlite3.h>

#include "engine/atomic_file.hpp"

#include "analysis/text/csv_text.hpp"

#include "tests/analysis/program.hpp"

// A sweep by the real program: what it writes, and that nothing is lost or done twice.
namespace kochmon
{
namespace
{
using testing::HasSubstr;
using testing::StartsWith;
namespace fs = std::filesystem;

using Texts = std::map<std::string, std::string>;

class SweepCommand : public testing::Test
{
  protected:
    SweepCommand() { write_plan(""); }

    /// Four points and the base, two replicates, ten months.
    void write_plan(std::string const& more_factors) const
    {
        put(plan(),
            "schema: 1\nsweep: small\nbase: " KOCHMON_SOURCE
            "/config/baseline.yaml\n"
            "persons: 2000\nmonths: 6\nset: {time.start: 2009-09, time.warm_up: 4 months}\n"
            "replicates: 2\nvary:\n"
            "  fee: {lever: jurisdictions.russia.permit.fee, scale: [0.5, 2], from: 2010-01}\n"
            "  cash: {key: rules.attention.abroad, values: [5 %/month, 12 %/month]}\n" +
                more_factors +
                "design: grid\n"
                "keep: {measures: [abroad, legality_by_right], by: [total], months: last}\n");
    }
    fs::path plan() const { return place_ / "small.yaml"; }
    fs::path study(std::string const& name = "study") const { return place_ / name; }
    Outcome sweep(std::string const& name = "study", Arguments more = {}) const
    {
        more.insert(more.begin(), {"sweep", plan().string(), "-o", study(name).string()});
        return kochmon_with(more);
    }
    Outcome resume(std::string const& name = "study") const
    {
        return kochmon_with({"resume", study(name).string()});
    }
    Texts tables(std::string const& name = "study") const
    {
        return texts_in(study(name) / "tables");
    }

    TestFolder place_;
};

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
    write_plan("  homes: {key: regions.osh.household_size, values: [4.0]}\n");
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

TEST_F(SweepCommand, lives_again_what_is_missing_and_nothing_else)
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
    write_plan("  moscow: {key: start.destinations.moscow, values: [42 %, 90 %]}\n");
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
    write_plan("  south: {key: start.southern, values: [70 %]}\n");
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

TEST_F(SweepCommand, of_assumptions_ranks_them)
{
    put(plan(), "schema: 1\nsweep: assumed\nbase: " KOCHMON_SOURCE
                "/config/baseline.yaml\n"
                "persons: 2000\nmonths: 6\nset: {time.start: 2009-09, time.warm_up: 4 months}\n"
                "replicates: 2\nassumptions: [rules.attention, origins.uzbekistan]\nspread: 2\n"
                "design: one_at_a_time\nkeep: {measures: [abroad], months: last}\n");
    Outcome const plan_told = sweep("study", {"--dry-run"});
    EXPECT_THAT(plan_told.out, HasSubstr("assumptions, ")) << plan_told.err;
    ASSERT_EQ(sweep().status, 0);
    Texts const tables = this->tables();
    EXPECT_THAT(tables.at("points.csv"), StartsWith("point,replicates_done,factor,value\n"
                                                    "0,2,base,base\n1,2,rules.attention."));
    EXPECT_THAT(tables.at("points.csv"), testing::Not(HasSubstr("uzbekistan.start")));
    std::istringstream lines(tables.at("tornado.csv"));
    std::string line;
    std::getline(lines, line);
    double before = std::numeric_limits<double>::infinity();
    int rank = 0;
    while (std::getline(lines, line))
    {
        std::vector<std::string> const cells = csv_cells(line);
        EXPECT_EQ(cells[4], std::to_string(++rank));
        EXPECT_LE(std::stod(cells[6]), before);
        before = std::stod(cells[6]);
    }
    EXPECT_GE(rank, 4);
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

TEST_F(SweepCommand, that_grows_leaves_its_runs_as_they_are)
{
    put(plan(), "schema: 1\nsweep: sample\nbase: " KOCHMON_SOURCE
                "/config/baseline.yaml\n"
                "persons: 2000\nmonths: 6\nset: {time.start: 2009-09, time.warm_up: 4 months}\n"
                "replicates: 1\nvary:\n"
                "  cash: {key: start.cash, values: {low: 5000 RUB, high: 20000 RUB}}\n"
                "design: sobol\npoints: 3   # a few\nkeep: {measures: [abroad], months: last}\n");
    ASSERT_EQ(sweep().status, 0);
    Texts const before = texts_in(study() / "runs");
    ASSERT_EQ(kochmon_with({"expand", study().string(), "--points", "5"}).status, 0);
    Outcome const grown = kochmon_with({"expand", study().string(), "--replicates", "2"});
    ASSERT_EQ(grown.status, 0) << grown.err;
    Texts const after = texts_in(study() / "runs");
    EXPECT_EQ(after.size(), 12U);
    for (auto const& [name, text] : before) EXPECT_EQ(after.at(name), text) << name;
    EXPECT_THAT(text_of(study() / "plan.yaml"), HasSubstr("points: 5   # a few\n"));
    EXPECT_EQ(kochmon_with({"expand", study().string(), "--points", "4"}).status, 64);
    put(plan(), text_of(study() / "plan.yaml"));
    ASSERT_EQ(sweep("whole").status, 0);
    EXPECT_EQ(texts_in(study("whole") / "runs"), after);
}

TEST_F(SweepCommand, keeps_negative_values_as_numbers)
{
    put(plan(), "schema: 1\nsweep: net\nbase: " KOCHMON_SOURCE
                "/config/baseline.yaml\n"
                "persons: 2000\nmonths: 6\nset: {time.start: 2009-09, time.warm_up: 4 months}\n"
                "replicates: 1\nvary:\n"
                "  fee: {lever: jurisdictions.russia.permit.fee, add: [-1000 RUB], from: 2010-01}\n"
                "design: grid\nkeep: {measures: [net_arrivals], by: [total, destination]}\n");
    ASSERT_EQ(sweep().status, 0);
    EXPECT_THAT(tables().at("series.csv"), HasSubstr(",-"));
    EXPECT_THAT(tables().at("series.csv"), testing::Not(HasSubstr("'")));
    EXPECT_THAT(tables().at("points.csv"), HasSubstr("\n1,1,-1000 RUB\n"));
    EXPECT_THAT(text_of(study() / "study.sqlite"), testing::Not(HasSubstr("'-")));
}

TEST_F(SweepCommand, refuses_a_point_or_a_policy_that_was_changed)
{
    put(place_ / "fees.yaml",
        "schema: 1\nscenario: fees\nbase: base.yaml\nshocks:\n"
        "  - {lever: destinations.moscow.checks.capacity, scale: 5, from: 2010-01}\n");
    write_plan("  rule: {policies: [fees.yaml]}\n");
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

TEST_F(SweepCommand, takes_no_part_of_another_plan)
{
    ASSERT_EQ(sweep("one").status, 0);
    write_plan("  south: {key: start.southern, values: [70 %]}\n");
    ASSERT_EQ(sweep("other").status, 0);
    auto const before = texts_in(study("one") / "runs");
    Outcome const refused = kochmon_with({"merge", study("one").string(), study("other").string()});
    EXPECT_EQ(refused.status, 4);
    EXPECT_EQ(texts_in(study("one") / "runs"), before);
}

TEST_F(SweepCommand, says_in_a_dry_run_what_it_would_do)
{
    Outcome const outcome = sweep("study", {"--dry-run", "--threads", "2"});
    EXPECT_EQ(outcome.status, 0);
    EXPECT_THAT(outcome.out, HasSubstr("Would run the sweep small, a grid of 4 points beside the "
                                       "base, 2 replicates"));
    EXPECT_THAT(outcome.out, testing::ContainsRegex("About .* on 2 threads, .* MB of memory, "
                                                    ".* kB of disk, for 10 runs"));
    EXPECT_THAT(outcome.out, HasSubstr("4 of 4 points loaded, 0 refused"));
    EXPECT_FALSE(fs::exists(study()));
}

TEST_F(SweepCommand, names_in_a_dry_run_points_that_are_refused)
{
    write_plan("  moscow: {key: start.destinations.moscow, values: [42 %, 90 %]}\n");
    Outcome const outcome = sweep("study", {"--dry-run"});
    EXPECT_THAT(outcome.out, HasSubstr("8 of 8 points loaded, 4 refused\n  p00002: "));
}

// Bytes are foreseen; time hangs on the machine.
TEST_F(SweepCommand, takes_the_disk_that_the_dry_run_foresees)
{
    put(plan(), "schema: 1\nsweep: disk\nbase: " KOCHMON_SOURCE
                "/config/baseline.yaml\n"
                "persons: 2000\nmonths: 6\nset: {time.start: 2009-09, time.warm_up: 4 months}\n"
                "replicates: 3\nvary:\n"
                "  attention: {key: rules.attention.abroad, values: {low: 5 %/month, high: 9 "
                "%/month, steps: 6}}\n"
                "design: grid\nkeep: {measures: [abroad, legality_by_right], by: [total, origin, "
                "destination]}\n");
    std::string const out = sweep("study", {"--dry-run"}).out;
    std::size_t const end = out.find(" of disk");
    std::size_t const begin = out.rfind(' ', out.rfind(' ', end - 1) - 1) + 1;
    std::istringstream told(out.substr(begin, end - begin));
    double foreseen = 0.0;
    std::string unit;
    told >> foreseen >> unit;
    foreseen *= unit == "MB" ? 1e6 : 1e3;
    ASSERT_EQ(sweep().status, 0);
    double bytes = 0.0;
    for (auto const& entry : fs::recursive_directory_iterator(study()))
        if (entry.is_regular_file()) bytes += static_cast<double>(entry.file_size());
    EXPECT_NEAR(foreseen / bytes, 1.0, 0.25) << out << bytes;
}

TEST_F(SweepCommand, runs_once_what_points_share_and_gives_each_what_it_gets_alone)
{
    put(plan(), "schema: 1\nsweep: shared\nbase: " KOCHMON_SOURCE
                "/config/baseline.yaml\n"
                "persons: 2000\nmonths: 6\nset: {time.start: 2009-09, time.warm_up: 4 months}\n"
                "replicates: 1\ncompare_to: none\nvary:\n"
                "  attention: {key: rules.attention.abroad, values: [5 %/month, 12 %/month]}\n"
                "  fee: {lever: jurisdictions.russia.permit.fee, scale: [1, 2, 4], from: 2010-03}\n"
                "design: grid\nkeep: {measures: [abroad, legality_by_right]}\n");
    ASSERT_EQ(sweep().status, 0);
    for (char const* const point : {"p00001", "p00003", "p00005"})
    {
        fs::path const alone = place_ / point;
        ASSERT_EQ(
            kochmon_with({"run", (study() / "points" / (std::string(point) + ".yaml")).string(),
                          "--measures", "abroad,legality_by_right", "--by", "total", "-q", "-o",
                          alone.string()})
                .status,
            0);
        std::string const text = text_of(study() / "runs" / (std::string(point) + "-r000.csv"));
        std::size_t const begin = text.find("scenario,replicate"), end = text.rfind("sha256 ");
        EXPECT_EQ(text.substr(begin, end - begin), text_of(alone / "series.csv")) << point;
    }
}

TEST_F(SweepCommand, varies_over_the_sets_that_a_calibration_accepts)
{
    put(place_ / "mine" / "accepted" / "01.yaml",
        "schema: 1\nscenario: one\nbase: x.yaml\nrules:\n"
        "  attention: {abroad: {value: 5 %/month, source: calibration mine}}\n");
    put(place_ / "mine" / "accepted" / "02.yaml",
        "schema: 1\nscenario: two\nbase: x.yaml\nrules:\n"
        "  attention: {abroad: {value: 12 %/month, source: calibration mine}}\n"
        "start:\n  cash: {value: 9000 RUB, source: calibration mine}\n");
    put(plan(), "schema: 1\nsweep: sets\nbase: " KOCHMON_SOURCE
                "/config/baseline.yaml\n"
                "persons: 2000\nmonths: 6\nset: {time.start: 2009-09, time.warm_up: 4 months}\n"
                "replicates: 1\nvary:\n  accepted: {calibration: mine}\n"
                "design: grid\nkeep: {measures: [abroad], months: last}\n");
    Outcome const outcome = sweep();
    ASSERT_EQ(outcome.status, 0) << outcome.err;
    EXPECT_THAT(tables().at("points.csv"), HasSubstr("\n1,1,01\n2,1,02\n"));
    EXPECT_THAT(text_of(study() / "points" / "p00002.yaml"),
                HasSubstr("abroad: {value: 12 %/month, source: calibration mine}\n"));
    fs::remove_all(place_ / "mine");
    EXPECT_EQ(resume().status, 0) << "the study holds copies";
    put(study() / "sets" / "accepted" / "accepted" / "02.yaml", "schema: 1\n");
    EXPECT_NE(resume().status, 0);
}

TEST_F(SweepCommand, refuses_sets_that_are_not_accepted)
{
    put(place_ / "mine" / "accepted" / "01.yaml", "schema: 1\nscenario: one\nbase: x.yaml\n");
    write_plan("  accepted: {calibration: mine, sets: [01, 07]}\n");
    EXPECT_THAT(sweep().err, HasSubstr("vary.accepted.sets: '07' is no accepted set, expected 01"));
    write_plan("  accepted: {calibration: nowhere}\n");
    EXPECT_THAT(sweep().err, HasSubstr("nowhere: holds no accepted set"));
}
}  // namespace
}  // namespace kochmon
