// SPDX-License-Identifier: MIT
#include "analysis/calibrate/calibration_file.hpp"

#include <gmock/gmock.h>

#include "engine/error.hpp"

#include "analysis/calibrate/read_calibration.hpp"

#include "tests/analysis/program.hpp"

namespace kochmon
{
namespace
{
using testing::ElementsAre;
using testing::HasSubstr;
namespace fs = std::filesystem;

std::string const shipped_calibrations = KOCHMON_SOURCE "/config/calibration/";

/// A calibration of two parameters with one line replaced.
class CalibrationText
{
  public:
    std::string set = "set: {rules.kernel: linear_flat}\n";
    std::string free =
        "free:\n"
        "  rules.ties.half_way: {from: 1, to: 3, also: [rules.ties.other_russian]}\n"
        "  rules.remittance.of_pay: {from: 20 %, to: 50 %}\n";
    std::string targets = "targets:\n  C9: {discrepancy: 0.005}\n";
    std::string more = {};
    std::string name = "mine";

    fs::path put_into(TestFolder const& folder) const
    {
        fs::path file = folder / "mine.yaml";
        put(file, "schema: 1\ncalibration: " + name + "\nscenario: " + KOCHMON_SOURCE +
                      "/config/baseline.yaml\ntargets_file: " + KOCHMON_SOURCE +
                      "/config/targets.yaml\npersons: 1000\nreplicates: 1\n" + more + set + free +
                      targets);
        return file;
    }

    std::string refusal() const
    {
        TestFolder const folder;
        try
        {
            read_calibration(put_into(folder));
        }
        catch (ScenarioError const& error)
        {
            return error.what();
        }
        return "read";
    }
};

TEST(CalibrationFileOf, the_shipped_ones_name_free_parameters_and_targets)
{
    for (char const* const name : {"diminishing-nested", "linear-flat"})
    {
        CalibrationFile const file = read_calibration(shipped_calibrations + name + ".yaml");
        EXPECT_EQ(file.name, name);
        EXPECT_EQ(file.free.size(), file.problem.parameters.size());
        EXPECT_LE(file.free.size(), most_free_parameters);
        std::size_t aims = file.targets.targets.size();
        for (ShockTest const& shock : file.targets.shocks) aims += shock.answers.size();
        if (file.observed) aims += file.observed->file.observations.size();
        EXPECT_EQ(file.problem.targets.size(), aims);
        EXPECT_GE(file.problem.targets.size(), 10U);
    }
}

TEST(CalibrationFileOf, each_kernel_is_of_its_own)
{
    auto const set = [](char const* name)
    { return read_calibration(shipped_calibrations + name + ".yaml").set.front(); };
    EXPECT_EQ(set("diminishing-nested"), "rules.kernel=diminishing_nested");
    EXPECT_EQ(set("linear-flat"), "rules.kernel=linear_flat");
}

TEST(CalibrationFileOf, a_point_sets_all_paths_of_a_parameter_in_its_unit)
{
    TestFolder const folder;
    CalibrationFile const file = read_calibration(CalibrationText{}.put_into(folder));
    EXPECT_THAT(file.values_at({0.25, 1.0}),
                ElementsAre("rules.ties.half_way=1.5", "rules.ties.other_russian=1.5",
                            "rules.remittance.of_pay=50 %"));
}

// C9: 0.245 to 0.295; what it allows is a third of the half, discrepancy included.
TEST(CalibrationFileOf, aims_at_the_middle_of_a_band_whose_edge_is_three_deviations_off)
{
    TestFolder const folder;
    TargetAim const aim = read_calibration(CalibrationText{}.put_into(folder)).problem.targets[0];
    EXPECT_DOUBLE_EQ(aim.value, 0.27);
    EXPECT_DOUBLE_EQ(aim.discrepancy, 0.005);
    EXPECT_DOUBLE_EQ(3.0 * allowance(aim), 0.025);
}

TEST(CalibrationFileOf, an_aim_may_be_stated)
{
    TestFolder const folder;
    CalibrationText text;
    text.targets = "targets:\n  C9: {value: 0.26, tolerance: 0.002, discrepancy: 0}\n";
    TargetAim const aim = read_calibration(text.put_into(folder)).problem.targets[0];
    EXPECT_DOUBLE_EQ(aim.value, 0.26);
    EXPECT_DOUBLE_EQ(aim.tolerance, 0.002);
}

TEST(CalibrationFileOf, mistakes_are_told_at_their_place)
{
    auto const with_free = [](std::string const& free)
    {
        CalibrationText text;
        text.free = "free:\n  " + free + "\n";
        return text.refusal();
    };
    auto const with_target = [](std::string const& target)
    {
        CalibrationText text;
        text.targets = "targets:\n  " + target + "\n";
        return text.refusal();
    };
    EXPECT_THAT(with_free("rules.ties.half_way: {from: 3, to: 1}"), HasSubstr("is not above"));
    EXPECT_THAT(with_free("rules.remittance.of_pay: {from: 20 %, to: 0.5}"),
                HasSubstr("another unit"));
    EXPECT_THAT(with_free("rules.ties.half_way: {from: 1}"), HasSubstr("is missing"));
    EXPECT_THAT(with_free("rules.ties.half_way: {from: 1, too: 2}"), HasSubstr("unknown key"));
    EXPECT_THAT(with_target("C99: {discrepancy: 0.1}"), HasSubstr("no target of that name"));
    EXPECT_THAT(with_target("C13_early: {discrepancy: 0.1}"), HasSubstr("with a band"));
    EXPECT_THAT(with_target("C9: {}"), HasSubstr("is missing"));
    EXPECT_THAT(with_target("C9: {tolerance: 0, discrepancy: 0}"), HasSubstr("leaves nothing"));
    EXPECT_THAT(with_target("C9: {tolerance: -1, discrepancy: 1}"), HasSubstr("above 0"));
    EXPECT_THAT(with_target("C9: {discrepancy: 0.1}"), HasSubstr("more than the band allows"));
    EXPECT_THAT(with_target("C9: {discrepancy: 0.005}"), "read");
}

TEST(CalibrationFileOf, a_path_is_set_once)
{
    CalibrationText twice;
    twice.free = "free:\n  rules.ties.half_way: {from: 1, to: 2, also: [rules.ties.half_way]}\n";
    EXPECT_THAT(twice.refusal(), HasSubstr("a second time"));
    CalibrationText fixed;
    fixed.set = "set: {rules.ties.half_way: 2}\n";
    EXPECT_THAT(fixed.refusal(), HasSubstr("a second time"));
}

TEST(CalibrationFileOf, a_name_that_is_no_name_of_a_file_is_refused)
{
    CalibrationText text;
    text.name = "../mine";
    EXPECT_THAT(text.refusal(), HasSubstr("no name of a calibration"));
}

TEST(CalibrationFileOf, persons_and_months_are_not_set_by_path)
{
    for (char const* const path : {"population.persons", "time.months"})
    {
        CalibrationText text;
        text.set = std::string("set: {") + path + ": 12}\n";
        EXPECT_THAT(text.refusal(), HasSubstr("is not set here")) << path;
    }
}

TEST(CalibrationFileOf, more_than_24_free_parameters_are_refused)
{
    CalibrationText text;
    text.free = "free:\n";
    for (int k = 0; k < 24; ++k) text.free += "  key" + std::to_string(k) + ": {from: 1, to: 2}\n";
    EXPECT_EQ(text.refusal(), "read");
    text.free += "  one_more: {from: 1, to: 2}\n";
    EXPECT_THAT(text.refusal(), HasSubstr("free: 25 free parameters, expected at most 24"));
}
}  // namespace
}  // namespace kochmon
