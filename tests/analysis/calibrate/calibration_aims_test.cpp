// SPDX-License-Identifier: MIT
#include <gmock/gmock.h>

#include "engine/error.hpp"

#include "analysis/calibrate/calibration_file.hpp"
#include "analysis/calibrate/read_calibration.hpp"

#include "tests/analysis/program.hpp"

// What a calibration aims at beside the targets of its scenario.
namespace kochmon
{
namespace
{
using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
namespace fs = std::filesystem;

char const targets_text[] =
    "schema: 1\n"
    "targets:\n"
    "  C9: {what: x, measure: remittances_over_gdp, band: [0.2, 0.5], source: F16}\n"
    "shocks:\n"
    "  dearer:\n"
    "    what: x\n"
    "    policy: dearer.yaml\n"
    "    answers:\n"
    "      stock: {measure: abroad, band: [-0.05, 0.01]}\n"
    "      told: {measure: foreign_workers}\n"
    "  cheaper:\n"
    "    what: x\n"
    "    policy: cheaper.yaml\n"
    "    answers:\n"
    "      sent: {measure: remittances, band: [0.1, 0.7]}\n"
    "      stock: {measure: abroad, band: [0, 0.3]}\n";
char const observed_text[] =
    "schema: 1\n"
    "observed:\n"
    "  HT1: {what: x, measure: foreign_workers, in: russia, month: 2011-04, value: 300, band: "
    "[100, "
    "400], source: S1}\n"
    "  HT2: {what: x, measure: naturalizations, in: russia, year: 2012, value: 5, band: [2, 8], "
    "source: S1}\n"
    "  C9: {what: x, measure: abroad, in: total, month: 2011-04, value: 3, band: [1, 4], source: "
    "S1}\n";

/// Reads a calibration of these files with more keys.
struct Aims
{
    TestFolder folder;
    fs::path file = folder / "mine.yaml";

    explicit Aims(std::string const& more)
    {
        put(folder / "targets.yaml", targets_text);
        put(folder / "past-targets.yaml", observed_text);
        put(file,
            "schema: 1\ncalibration: mine\nscenario: s.yaml\ntargets_file: targets.yaml\n"
            "persons: 1000\nreplicates: 1\nfree: {rules.ties.half_way: {from: 1, to: 3}}\n"
            "targets: {C9: {discrepancy: 0.01}}\n" +
                more);
    }

    CalibrationFile read() const { return read_calibration(file); }

    std::string refusal() const
    {
        try
        {
            read();
        }
        catch (ScenarioError const& error)
        {
            return error.what();
        }
        return "read";
    }
};

std::string observing(std::string const& targets)
{
    return "observed: {scenario: past.yaml, file: past-targets.yaml, targets: {" + targets + "}}\n";
}

std::vector<std::string> names_of(CalibrationFile const& file)
{
    std::vector<std::string> names;
    for (TargetAim const& aim : file.problem.targets) names.push_back(aim.name);
    return names;
}

TEST(CalibrationAims, are_targets_then_answers_in_the_order_of_the_shocks_then_what_was_observed)
{
    Aims const aims(
        "answers: {cheaper.stock: {discrepancy: 0.01}, dearer.stock: {discrepancy: 0.001}, "
        "cheaper.sent: {discrepancy: 0}}\n" +
        observing("HT2: {discrepancy: 0.5}, HT1: {value: 250, tolerance: 20, discrepancy: 5}"));
    CalibrationFile const file = aims.read();
    EXPECT_THAT(names_of(file),
                ElementsAre("C9", "dearer.stock", "cheaper.sent", "cheaper.stock", "HT2", "HT1"));
    ASSERT_EQ(file.targets.shocks.size(), 2U);
    EXPECT_EQ(file.targets.shocks[0].name, "dearer");
    EXPECT_EQ(file.targets.shocks[0].answers.size(), 1U);
    EXPECT_EQ(file.targets.shocks[1].answers[0].name, "sent");
    EXPECT_EQ(file.targets.shocks[1].answers[1].name, "stock");
    EXPECT_EQ(file.observed->file.observations[0].id, "HT2");
    EXPECT_EQ(file.observed->scenario, aims.folder / "past.yaml");
    ASSERT_EQ(file.bands.size(), 6U);
    EXPECT_DOUBLE_EQ(file.bands[3].high, 0.3);
}

TEST(CalibrationAims, of_answers_and_observations_follow_the_band_as_targets_do)
{
    Aims const aims("answers: {cheaper.sent: {discrepancy: 0.06}}\n" +
                    observing("HT2: {value: 6, tolerance: 0.5, discrepancy: 0}"));
    std::vector<TargetAim> const found = aims.read().problem.targets;
    EXPECT_DOUBLE_EQ(found[1].value, 0.4);
    EXPECT_DOUBLE_EQ(allowance(found[1]), 0.1);  // a third of half the band
    EXPECT_DOUBLE_EQ(found[2].value, 6.0);
    EXPECT_DOUBLE_EQ(found[2].tolerance, 0.5);
}

TEST(CalibrationAims, without_answers_live_no_shock)
{
    CalibrationFile const file = Aims("").read();
    EXPECT_TRUE(file.targets.shocks.empty());
    EXPECT_FALSE(file.observed.has_value());
    EXPECT_EQ(file.bands.size(), 1U);
}

TEST(CalibrationAims, at_what_is_not_there_are_refused_at_their_place)
{
    EXPECT_THAT(Aims("answers: {dearer.stok: {discrepancy: 0.001}}\n").refusal(),
                AllOf(HasSubstr("mine.yaml:9:11: answers.dearer.stok: no answer of that name in "),
                      HasSubstr("expected one of dearer.stock, dearer.told, cheaper.sent"),
                      HasSubstr("did you mean 'dearer.stock'?")));
    EXPECT_THAT(Aims(observing("HT9: {discrepancy: 1}")).refusal(),
                AllOf(HasSubstr("observed.targets.HT9: no figure of that name in "),
                      HasSubstr("past-targets.yaml, expected one of HT1, HT2, C9")));
    EXPECT_THAT(Aims("answers: {}\n").refusal(), HasSubstr("nothing to aim at"));
    EXPECT_THAT(Aims(observing("")).refusal(),
                HasSubstr("observed.targets: nothing to aim at, expected one figure at least"));
}

TEST(CalibrationAims, at_an_answer_without_a_band_are_refused)
{
    EXPECT_THAT(
        Aims("answers: {dearer.told: {value: 0, tolerance: 1, discrepancy: 0}}\n").refusal(),
        AllOf(HasSubstr("answers.dearer.told: has no band in "),
              HasSubstr("expected one with a band"), HasSubstr("leave it out here")));
}

TEST(CalibrationAims, that_a_file_of_targets_has_no_shocks_for_are_refused)
{
    Aims const aims("answers: {dearer.stock: {discrepancy: 0.001}}\n");
    std::string const text = targets_text;
    put(aims.folder / "targets.yaml", text.substr(0, text.find("shocks:")));
    EXPECT_THAT(aims.refusal(), HasSubstr("expected no such key, since it holds none"));
}

TEST(CalibrationAims, with_a_mistake_in_their_numbers_are_refused)
{
    EXPECT_THAT(Aims("answers: {dearer.stock: {}}\n").refusal(),
                HasSubstr("answers.dearer.stock.discrepancy: is missing"));
    EXPECT_THAT(Aims("answers: {dearer.stock: {discrepancy: 1}}\n").refusal(),
                HasSubstr("is more than the band allows, expected at most 0.01"));
    EXPECT_THAT(Aims(observing("HT1: {discrepancy: 1, tolerence: 2}")).refusal(),
                AllOf(HasSubstr("observed.targets.HT1.tolerence: unknown key"),
                      HasSubstr("did you mean 'tolerance'?")));
    EXPECT_THAT(Aims(observing("HT1: {discrepancy: 0, tolerance: 0}")).refusal(),
                HasSubstr("leaves nothing allowed"));
}

TEST(CalibrationAims, that_have_the_name_of_another_are_refused)
{
    EXPECT_THAT(Aims(observing("C9: {discrepancy: 0.1}")).refusal(),
                HasSubstr("observed.targets.C9: is the name of another figure that is aimed at"));
}

TEST(CalibrationAims, at_targets_are_not_looked_for_among_what_was_observed)
{
    Aims const aims("");
    std::string text = text_of(aims.file);
    text.replace(text.find("targets.yaml"), 12, "past-targets.yaml");
    put(aims.file, text);
    EXPECT_THAT(aims.refusal(), AllOf(HasSubstr("targets_file: holds what was observed"),
                                      HasSubstr("name this one under observed.file")));
}

TEST(CalibrationAims, at_what_was_observed_name_its_scenario_and_its_file)
{
    EXPECT_THAT(
        Aims("observed: {file: past-targets.yaml, targets: {HT1: {discrepancy: 1}}}\n").refusal(),
        HasSubstr("observed.scenario: is missing"));
    EXPECT_THAT(
        Aims("observed: {scenario: past.yaml, targets: {HT1: {discrepancy: 1}}}\n").refusal(),
        HasSubstr("observed.file: is missing"));
    EXPECT_THAT(
        Aims("observed: {scenario: past.yaml, file: targets.yaml, targets: {HT1: {}}}\n").refusal(),
        HasSubstr(
            "observed.file: holds nothing that was observed, expected a file with a key observed"));
    EXPECT_THAT(Aims("observed: past.yaml\n").refusal(),
                HasSubstr("expected a map with scenario, file, targets"));
}
}  // namespace
}  // namespace kochmon
