// SPDX-License-Identifier: MIT
#include <csignal>
#include <sstream>

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>
#include <unistd.h>

#include "engine/memory.hpp"

#include "tests/analysis/program.hpp"
#include "tests/analysis/shipped.hpp"

// `kochmon calibrate` as users meet it, and what others make of its folder.
namespace kochmon
{
namespace
{
using testing::HasSubstr;
using testing::Not;
using tests::baseline_file;

namespace fs = std::filesystem;

/// One parameter, told by one target: a share of pay sent, by remittances over GDP.
fs::path put_calibration(TestFolder const& place, std::string const& band,
                         std::string const& more = {})
{
    put(place / "targets.yaml",
        "schema: 1\ntargets:\n  C9: {what: x, measure: remittances_over_gdp, band: " + band +
            ", source: F16}\nshocks:\n  dearer:\n    what: x\n    policy: " + KOCHMON_SOURCE +
            "/config/policies/permit-fee.yaml\n    answers:\n      sent: "
            "{measure: remittances, month: 2}\n");
    put(place / "small.yaml",
        "schema: 1\nscenario: small\nbase: " + fs::relative(baseline_file, place.path()).string() +
            "\ntime: {start: 2009-11, warm_up: 2 months, months: 48}\n");
    fs::path file = place / "mine.yaml";
    put(file,
        "schema: 1\ncalibration: mine\nscenario: small.yaml\ntargets_file: targets.yaml\n"
        "persons: 1500\nreplicates: 1\nwaves: 2\npoints: 8\nsearch: 2\naccepted: 4\n" +
            more +
            "free:\n  rules.remittance.of_pay: {from: 20 %, to: 50 %}\n"
            "targets:\n  C9: {discrepancy: 0.001}\n");
    return file;
}

Outcome calibrate(fs::path const& file, fs::path const& folder, Arguments const& more = {})
{
    Arguments arguments = {"calibrate", file.string(), "-o", folder.string(), "--progress", "none"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return kochmon_with(arguments);
}

std::size_t lines_of(fs::path const& file)
{
    std::istringstream lines(text_of(file));
    std::size_t count = 0;
    for (std::string line; std::getline(lines, line);) ++count;
    return count;
}

void put_points(fs::path const& file, int points)
{
    std::string text = text_of(file);
    text.replace(text.find("points: 8"), 9, "points: " + std::to_string(points));
    put(file, text);
}

void wait_for(fs::path const& file)
{
    for (int tenths = 0; tenths < 600 && !fs::exists(file); ++tenths) usleep(100'000);
}
}  // namespace

TEST(CalibrateCommand, writes_the_runs_and_the_accepted_set)
{
    TestFolder const place;
    fs::path const folder = place / "found";
    Outcome const run = calibrate(put_calibration(place, "[0.05, 0.9]"), folder);
    ASSERT_EQ(run.status, 0) << run.err;
    EXPECT_THAT(run.out, HasSubstr("rules.remittance.of_pay"));
    EXPECT_THAT(run.out, HasSubstr("runs meet all targets"));
    EXPECT_GE(lines_of(folder / "runs.csv"), 9U);
    for (char const* const file :
         {"accepted.csv", "parameters.csv", "sensitivities.csv", "waves.csv", "scenario.yaml",
          "calibration.yaml", "targets.yaml", "run.json", "accepted/01.yaml"})
        EXPECT_TRUE(fs::exists(folder / file)) << file;
}

TEST(CalibrateCommand, gives_the_same_bytes_on_any_number_of_threads)
{
    TestFolder const place;
    fs::path const file = put_calibration(place, "[0.05, 0.9]");
    ASSERT_EQ(calibrate(file, place / "one", {"--threads", "1"}).status, 0);
    ASSERT_EQ(calibrate(file, place / "seven", {"--threads", "7"}).status, 0);
    for (char const* const table : {"runs.csv", "accepted.csv", "parameters.csv",
                                    "sensitivities.csv", "waves.csv", "accepted/01.yaml"})
        EXPECT_EQ(text_of(place / "one" / table), text_of(place / "seven" / table)) << table;
}

TEST(CalibrateCommand, leaves_scenarios_that_can_be_run)
{
    TestFolder const place;
    ASSERT_EQ(calibrate(put_calibration(place, "[0.05, 0.9]"), place / "found").status, 0);
    std::string const accepted = (place / "found" / "accepted/01.yaml").string();
    EXPECT_THAT(text_of(accepted), HasSubstr("source: 'calibration mine, accepted run 1'"));
    Outcome const valid = kochmon_with({"validate", accepted});
    EXPECT_EQ(valid.status, 0) << valid.err;
    Outcome const told = kochmon_with({"explain", "rules.remittance.of_pay", accepted});
    EXPECT_THAT(told.out, HasSubstr("calibration mine"));
}

TEST(CalibrateCommand, ends_with_7_where_no_run_meets_the_targets)
{
    TestFolder const place;
    Outcome const run = calibrate(put_calibration(place, "[5, 6]"), place / "found");
    EXPECT_EQ(run.status, 7) << run.err;
    EXPECT_THAT(run.out, HasSubstr("No run meets all targets"));
    EXPECT_FALSE(fs::exists(place / "found" / "accepted"));
    EXPECT_TRUE(fs::exists(place / "found" / "run.json"));
}

TEST(CalibrateCommand, refuses_what_cannot_be_run_before_anything_is_run)
{
    TestFolder const place;
    fs::path const file = put_calibration(place, "[0.05, 0.9]", "set: {rules.no_such_key: 1}\n");
    Outcome const run = calibrate(file, place / "found");
    EXPECT_EQ(run.status, 2);
    EXPECT_THAT(run.err, HasSubstr("rules.no_such_key"));
    EXPECT_FALSE(fs::exists(place / "found"));
}

// A policy over a base that has shocks itself could not be told from it.
TEST(CalibrateCommand, refuses_a_scenario_with_shocks)
{
    TestFolder const place;
    fs::path const file = put_calibration(place, "[0.05, 0.9]");
    put(place / "small.yaml",
        text_of(place / "small.yaml") +
            "shocks:\n  - {lever: jurisdictions.russia.permit.fee, scale: 1.1, from: 2010-01}\n");
    Outcome const run = calibrate(file, place / "found");
    EXPECT_EQ(run.status, 2);
    EXPECT_THAT(run.err, HasSubstr("has shocks of its own"));
}

TEST(CalibrateCommand, keeps_what_was_run_until_it_was_stopped)
{
    TestFolder const place;
    fs::path const file = put_calibration(place, "[0.05, 0.9]");
    put(file, text_of(file) + "#\n");
    put_points(file, 4000);
    Program running({"calibrate", file.string(), "-o", (place / "found").string()});
    wait_for(place / "found" / "runs.csv");
    running.send(SIGINT);
    Outcome const run = running.wait();
    EXPECT_EQ(run.status, 130) << run.err;
    EXPECT_THAT(run.err, HasSubstr("stopped on request"));
    ASSERT_TRUE(fs::exists(place / "found" / "runs.csv"));
    EXPECT_GE(lines_of(place / "found" / "runs.csv"), 2U);
    EXPECT_FALSE(fs::exists(place / "found" / "run.json"));
    EXPECT_FALSE(fs::exists(place / "found" / "accepted"));
    // What it left can be written over.
    put_calibration(place, "[0.05, 0.9]");
    EXPECT_EQ(calibrate(file, place / "found", {"--force"}).status, 0);
}

TEST(CalibrateCommand, leaves_what_was_run_when_it_is_killed)
{
    TestFolder const place;
    fs::path const file = put_calibration(place, "[0.05, 0.9]");
    put_points(file, 4000);
    Program running({"calibrate", file.string(), "-o", (place / "found").string()});
    fs::path const runs = place / "found" / "runs.csv";
    wait_for(runs);
    running.send(SIGKILL);
    running.wait();
    ASSERT_TRUE(fs::exists(runs));
    EXPECT_GE(lines_of(runs), 2U);
    put_calibration(place, "[0.05, 0.9]");
    EXPECT_EQ(calibrate(file, place / "found", {"--force"}).status, 0);
}

TEST(CalibrateCommand, leaves_an_older_result_whole_until_its_end)
{
    for (int const signal : {SIGINT, SIGKILL})
    {
        TestFolder const place;
        fs::path const file = put_calibration(place, "[0.05, 0.9]");
        ASSERT_EQ(calibrate(file, place / "found").status, 0);
        std::string const before = text_of(place / "found" / "run.json");
        std::string const runs = text_of(place / "found" / "runs.csv");
        put_points(file, 4000);
        Program running({"calibrate", file.string(), "-o", (place / "found").string(), "--force"});
        fs::path const part = place / "found" / ".kochmon-part";
        wait_for(part / "runs.csv");
        running.send(signal);
        Outcome const run = running.wait();
        EXPECT_EQ(run.status, 128 + signal) << run.err;
        if (signal == SIGINT)
        {
            EXPECT_THAT(run.out, HasSubstr(part.string()));
        }
        EXPECT_EQ(text_of(place / "found" / "run.json"), before);
        EXPECT_EQ(text_of(place / "found" / "runs.csv"), runs);
        EXPECT_TRUE(fs::exists(place / "found" / "accepted" / "01.yaml"));
        EXPECT_GE(lines_of(part / "runs.csv"), 2U);
        put_calibration(place, "[0.05, 0.9]");
        EXPECT_EQ(calibrate(file, place / "found", {"--force"}).status, 0);
        EXPECT_FALSE(fs::exists(part));
    }
}

// 4096 runs at once take 80 GB at least.
TEST(CalibrateCommand, leaves_no_folder_and_loses_no_older_results_where_memory_is_short)
{
    auto const available = available_memory();
    if (!available || *available > 80'000'000'000) GTEST_SKIP() << "so much memory is there";
    TestFolder const place;
    fs::path const file = put_calibration(place, "[0.05, 0.9]");
    ASSERT_EQ(calibrate(file, place / "found").status, 0);
    put_points(file, 4096);
    Outcome const none = calibrate(file, place / "none", {"--threads", "4096"});
    EXPECT_EQ(none.status, 5) << none.err;
    EXPECT_THAT(none.err, HasSubstr("4096 times at once"));
    EXPECT_FALSE(fs::exists(place / "none"));
    EXPECT_EQ(calibrate(file, place / "found", {"--force", "--threads", "4096"}).status, 5);
    EXPECT_TRUE(fs::exists(place / "found" / "run.json"));
    EXPECT_TRUE(fs::exists(place / "found" / "accepted" / "01.yaml"));
}

TEST(CalibrateCommand, ends_with_the_first_batch_where_nothing_can_be_written)
{
    TestFolder const place;
    put(place / "file", "x");
    Outcome const run = calibrate(put_calibration(place, "[0.05, 0.9]"), place / "file" / "found");
    EXPECT_EQ(run.status, 4) << run.err;
    EXPECT_THAT(run.out, Not(HasSubstr("goes on")));
}

TEST(CalibrateCommand, ends_when_a_file_of_its_scenario_is_changed)
{
    TestFolder const place;
    fs::path const file = put_calibration(place, "[0.05, 0.9]");
    put_points(file, 4000);
    Program running({"calibrate", file.string(), "-o", (place / "found").string()});
    wait_for(place / "found" / "runs.csv");
    put(place / "small.yaml", text_of(place / "small.yaml") + "# changed\n");
    Outcome const run = running.wait();
    EXPECT_EQ(run.status, 4);
    EXPECT_THAT(run.err, HasSubstr("was changed while the calibration ran"));
    EXPECT_GE(lines_of(place / "found" / "runs.csv"), 2U);
    EXPECT_FALSE(fs::exists(place / "found" / "run.json"));
}

TEST(CalibrateCommand, does_not_write_over_a_folder_unasked)
{
    TestFolder const place;
    fs::create_directories(place / "found");
    put(place / "found" / "mine.txt", "x");
    EXPECT_EQ(calibrate(put_calibration(place, "[0.05, 0.9]"), place / "found").status, 3);
}

TEST(RobustTargets, live_the_shocks_under_every_accepted_set)
{
    TestFolder const place;
    ASSERT_EQ(calibrate(put_calibration(place, "[0.05, 0.9]"), place / "found").status, 0);
    Outcome const run = kochmon_with({"targets", (place / "small.yaml").string(), "--robust",
                                      (place / "found").string(), "-o", (place / "robust").string(),
                                      "--persons", "1500", "--progress", "none"});
    ASSERT_EQ(run.status, 0) << run.err;
    EXPECT_THAT(run.out, HasSubstr("found: "));
    std::size_t accepted = 0;
    for ([[maybe_unused]] auto const& entry : fs::directory_iterator(place / "found" / "accepted"))
        ++accepted;
    EXPECT_EQ(lines_of(place / "robust" / "robust.csv"), accepted + 1);
}

TEST(RobustTargets, refuses_a_folder_without_an_accepted_set)
{
    TestFolder const place;
    put_calibration(place, "[0.05, 0.9]");
    Outcome const run = kochmon_with({"targets", (place / "small.yaml").string(), "--robust",
                                      place.path().string(), "--persons", "1500"});
    EXPECT_EQ(run.status, 4);
    EXPECT_THAT(run.err, HasSubstr("holds no accepted set"));
}
}  // namespace kochmon
