// SPDX-License-Identifier: MIT
#include <algorithm>

#include <gmock/gmock.h>

#include "analysis/text/csv_table.hpp"

#include "tests/analysis/program.hpp"
#include "tests/analysis/shipped.hpp"

// `kochmon calibrate` that aims at answers to shocks and at what was observed of a second scenario.
namespace kochmon
{
namespace
{
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;
using tests::baseline_file;

namespace fs = std::filesystem;

char const two_free[] =
    "free:\n"
    "  rules.remittance.of_pay: {from: 20 %, to: 50 %}\n"
    "  rules.ties.half_way: {from: 0.7, to: 2.5}\n";

/// A scenario of 2010 on with a target and a shock, another of the years before with what was
/// observed in them, and a calibration that aims at all.
struct Study
{
    TestFolder place;
    fs::path file = place / "mine.yaml";

    explicit Study(std::string const& free = two_free, std::string const& more_of_past = {},
                   std::string const& policy = KOCHMON_SOURCE "/config/policies/permit-fee.yaml")
    {
        std::string const base = fs::relative(baseline_file, place.path()).string();
        put(place / "small.yaml", "schema: 1\nscenario: small\nbase: " + base +
                                      "\ntime: {start: 2009-11, warm_up: 2 months, months: 48}\n");
        put(place / "past.yaml", "schema: 1\nscenario: past\nbase: " + base +
                                     "\ntime: {start: 2009-01, warm_up: 2 months, months: 30}\n" +
                                     more_of_past);
        put(place / "targets.yaml",
            "schema: 1\ntargets:\n  C9: {what: x, measure: remittances_over_gdp, band: [0.05, "
            "0.9], source: F16}\n"
            "shocks:\n  dearer:\n    what: x\n    policy: " +
                policy +
                "\n    answers:\n"
                "      unasked: {measure: abroad, month: 30}\n"
                "      sent: {measure: remittances, month: 2, band: [-1, 1]}\n");
        put(place / "seen.yaml",
            "schema: 1\nobserved:\n"
            "  H1: {what: w, measure: foreigners_abroad, in: russia, month: 2009-12, value: 1, "
            "band: [1, 2000000], source: S1}\n"
            "  'H, 2': {what: w, measure: permits_bought, in: russia, months: [2009-04, 2010-01], "
            "value: 1, band: [0, 2000000], source: S1}\n"
            "  late: {what: w, measure: foreigners_abroad, in: russia, month: 2013-01, value: 1, "
            "band: [1, 2000000], source: S1}\n");
        aim_at("H1: {discrepancy: 10}, 'H, 2': {discrepancy: 10}", free);
    }

    void aim_at(std::string const& observed, std::string const& free = two_free) const
    {
        put(file,
            "schema: 1\ncalibration: mine\nscenario: small.yaml\ntargets_file: targets.yaml\n"
            "persons: 1500\nreplicates: 1\nwaves: 2\npoints: 6\nsearch: 2\naccepted: 4\n"
            "set: {rules.kernel: linear_flat}\n" +
                free +
                "targets: {C9: {discrepancy: 0.001}}\n"
                "answers: {dearer.sent: {discrepancy: 0.01}}\n"
                "observed: {scenario: past.yaml, file: seen.yaml, targets: {" +
                observed + "}}\n");
    }

    Outcome calibrate(Arguments const& more = {}) const
    {
        Arguments arguments = {"calibrate",  file.string(), "-o", (place / "found").string(),
                               "--progress", "none"};
        arguments.insert(arguments.end(), more.begin(), more.end());
        return kochmon_with(arguments);
    }
};

/// Of the scenario of the first accepted run, by replicate and observation.
double lived_again(Study const& study, std::string const& observation)
{
    fs::path const found = study.place / "found";
    Outcome const run = kochmon_with({"targets", (found / "accepted" / "history-01.yaml").string(),
                                      "--targets", (found / "observed-targets.yaml").string(), "-o",
                                      (study.place / "again").string()});
    EXPECT_THAT(run.out, HasSubstr("mine-observed-1")) << run.err;
    CsvTable const table(text_of(study.place / "again" / "replicates.csv"));
    for (std::size_t row = 0; row < table.size(); ++row)
        if (table.cell(row, "target") == observation) return table.number(row, "value");
    return -1.0;
}
}  // namespace

TEST(CalibrateObserved, tells_the_parts_of_a_run_beforehand)
{
    Outcome const run = Study().calibrate({"--dry-run"});
    ASSERT_EQ(run.status, 0) << run.err;
    EXPECT_THAT(
        run.out,
        AllOf(HasSubstr("Would calibrate 2 free parameters to 4 targets"),
              HasSubstr("small, 2010-01 to 2013-12 after 2 months of warm-up: 1 target\n"),
              HasSubstr("small beside 1 policy, 2010-01 to 2010-02 after 2 months of warm-up: "
                        "1 answer to a shock\n"),
              HasSubstr("past, 2009-03 to 2010-01 after 2 months of warm-up: 2 figures"),
              HasSubstr("2 parameters take 8 runs of a wave for squares and 9 for products")));
}

TEST(CalibrateObserved, writes_all_targets_and_accepts_by_all)
{
    Study const study;
    Outcome const run = study.calibrate();
    ASSERT_EQ(run.status, 0) << run.err << run.out;
    EXPECT_THAT(run.out, HasSubstr("dearer.sent"));
    fs::path const found = study.place / "found";
    for (char const* const table : {"runs.csv", "accepted.csv"})
        EXPECT_THAT(text_of(found / table),
                    HasSubstr(",C9,C9_standard_error,dearer.sent,dearer.sent_standard_error,H1,"
                              "H1_standard_error,\"H, 2\",\"H, 2_standard_error\"\n"))
            << table;
    CsvTable const sensitivities(text_of(found / "sensitivities.csv"));
    EXPECT_EQ(sensitivities.size(), 8U);  // of two parameters
    EXPECT_EQ(CsvTable(text_of(found / "waves.csv")).size() % 4, 0U);
    for (char const* const file :
         {"observed-scenario.yaml", "observed-targets.yaml", "accepted/history-01.yaml"})
        EXPECT_TRUE(fs::exists(found / file)) << file;
    // Over older results of its own.
    EXPECT_EQ(study.calibrate().status, 3);
    EXPECT_EQ(study.calibrate({"--force"}).status, 0);
}

TEST(CalibrateObserved, leaves_scenarios_of_the_past_that_live_the_same_again)
{
    Study const study;
    ASSERT_EQ(study.calibrate().status, 0);
    CsvTable const accepted(text_of(study.place / "found" / "accepted.csv"));
    EXPECT_EQ(lived_again(study, "H1"), accepted.number(0, "H1"));
    EXPECT_GT(accepted.number(0, "H1"), 1.0);
    Outcome const run = kochmon_with(
        {"validate", "--strict", (study.place / "found" / "accepted" / "01.yaml").string()});
    EXPECT_EQ(run.status, 0) << run.err;
}

TEST(CalibrateObserved, counts_no_scenario_of_the_past_as_an_accepted_set)
{
    Study const study;
    ASSERT_EQ(study.calibrate().status, 0);
    CsvTable const accepted(text_of(study.place / "found" / "accepted.csv"));
    Outcome const run = kochmon_with({"targets", (study.place / "small.yaml").string(), "--robust",
                                      (study.place / "found").string(), "--dry-run"});
    EXPECT_THAT(run.out, HasSubstr("under " + std::to_string(accepted.size()) + " set")) << run.err;
}

TEST(CalibrateObserved, names_every_file_that_was_read)
{
    Study const study;
    ASSERT_EQ(study.calibrate().status, 0);
    std::string const account = text_of(study.place / "found" / "run.json");
    for (char const* const file : {"mine.yaml", "small.yaml", "past.yaml", "targets.yaml",
                                   "seen.yaml", "permit-fee.yaml", "baseline.yaml"})
        EXPECT_THAT(account, HasSubstr(std::string(file) + "\",\n      \"sha256\"")) << file;
}

TEST(CalibrateObserved, misses_what_was_observed_as_it_misses_targets)
{
    Study const study;
    std::string text = text_of(study.place / "seen.yaml");
    text.replace(text.find("value: 1, band: [1, 2000000]"), 28, "value: 1, band: [0, 2]");
    put(study.place / "seen.yaml", text);
    study.aim_at("H1: {discrepancy: 0.1}");
    Outcome const run = study.calibrate();
    EXPECT_EQ(run.status, 7) << run.err;
    EXPECT_THAT(run.out, HasSubstr("Out of reach by itself: H1."));
    EXPECT_FALSE(fs::exists(study.place / "found" / "accepted"));
}

/// Of a scenario that dates what others hold for all months.
char const dated_fare[] =
    "destinations:\n  moscow:\n    fare:\n"
    "      - {from: 2009-01, value: 8500 RUB, source: assumption}\n"
    "      - {from: 2010-01, value: 9000 RUB, source: assumption}\n";

TEST(CalibrateObserved, refuses_a_parameter_that_the_second_scenario_dates)
{
    char const fare[] = "free:\n  destinations.moscow.fare: {from: 7000 RUB, to: 9000 RUB}\n";
    Outcome run = Study(fare, dated_fare).calibrate();
    EXPECT_EQ(run.status, 2);
    EXPECT_THAT(run.err, AllOf(HasSubstr("mine.yaml: free.destinations.moscow.fare: past has dated "
                                         "values of it ("),
                               HasSubstr("past.yaml:8:"), HasSubstr("leave it out here")));
    char const other_fare[] =
        "free:\n  destinations.kazakhstan.fare: {from: 7000 RUB, to: 9000 RUB, also: "
        "[destinations.moscow.fare]}\n";
    run = Study(other_fare, dated_fare).calibrate();
    EXPECT_THAT(run.err, HasSubstr("free.destinations.moscow.fare: past has dated values"));
    EXPECT_EQ(Study(fare).calibrate({"--dry-run"}).status, 0);
}

TEST(CalibrateObserved, refuses_a_fixed_value_that_the_second_scenario_dates)
{
    Study const study(two_free, dated_fare);
    std::string text = text_of(study.file);
    text.replace(text.find("{rules.kernel: linear_flat}"), 27,
                 "{destinations.moscow.fare: 8000 RUB}");
    put(study.file, text);
    EXPECT_THAT(study.calibrate().err, HasSubstr("set.destinations.moscow.fare: past has dated"));
}

TEST(CalibrateObserved, refuses_a_figure_of_months_that_are_not_reported)
{
    Study const study;
    study.aim_at("H1: {discrepancy: 10}, late: {discrepancy: 10}");
    Outcome const run = study.calibrate();
    EXPECT_EQ(run.status, 2);
    EXPECT_THAT(run.err, HasSubstr("observed.targets.late: is of 2013-01, expected a figure of "
                                   "2009-03 to 2011-08, the months that past reports"));
}

TEST(CalibrateObserved, refuses_a_second_scenario_with_shocks)
{
    Outcome const run =
        Study(two_free,
              "shocks:\n  - {lever: jurisdictions.russia.permit.fee, scale: 1.1, from: 2010-01}\n")
            .calibrate();
    EXPECT_EQ(run.status, 2);
    EXPECT_THAT(run.err, AllOf(HasSubstr("observed.scenario: past has shocks of its own"),
                               HasSubstr("move them into dated values")));
}

TEST(CalibrateObserved, refuses_ranges_at_whose_ends_a_scenario_cannot_be_run)
{
    Outcome const run =
        Study("free:\n  rules.remittance.of_pay: {from: 20 %, to: 150 %}\n").calibrate();
    EXPECT_EQ(run.status, 2);
    EXPECT_THAT(run.err, AllOf(HasSubstr("mine.yaml: free: with every parameter at the high end"),
                               HasSubstr("rules.remittance.of_pay")));
    EXPECT_THAT(run.err, Not(HasSubstr("low end")));
}

TEST(CalibrateObserved, refuses_a_parameter_of_which_a_policy_states_a_value)
{
    TestFolder const policies;
    put(policies / "pay.yaml",
        "schema: 1\nscenario: pay\nbase: " + fs::relative(baseline_file, policies.path()).string() +
            "\nrules: {remittance: {of_pay: {value: 10 %, source: assumption}}}\n");
    Outcome const run = Study(two_free, "", (policies / "pay.yaml").string()).calibrate();
    EXPECT_EQ(run.status, 2);
    EXPECT_THAT(run.err, AllOf(HasSubstr("free.rules.remittance.of_pay: policy pay states a value"),
                               HasSubstr("expected a shock on that lever")));
}
}  // namespace kochmon
