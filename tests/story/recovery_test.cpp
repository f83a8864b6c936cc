// SPDX-License-Identifier: MIT
// A calibration is held against worlds whose parameters are known: what it is given are the levels
// that such a world showed under other luck, and it has to find the parameters again.
#include <array>
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "analysis/calibrate/read_calibration.hpp"
#include "analysis/runs/calibration.hpp"
#include "analysis/runs/targets.hpp"
#include "analysis/targets/judgement.hpp"

#include "tests/corridors/kyrgyzstan.hpp"

namespace kochmon
{
namespace
{
constexpr std::array targets = {"C11", "C9", "C14"};
constexpr std::array measures_of_targets = {"persons_abroad", "remittances_over_gdp",
                                            "exploited_share"};
constexpr char const* free_parameters =
    "  rules.return_home.sunk_cost: {from: 5000 RUB/month, to: 20000 RUB/month}\n"
    "  rules.remittance.of_pay: {from: 20 %, to: 50 %}\n"
    "  rules.exploitation.hazard: {from: 4 %/month, to: 14 %/month}\n"
    "  home.growth_need: {from: 1, to: 9}\n";  // moves a figure of the report, and nobody
constexpr std::size_t without_information = 3;
constexpr char const* persons_of_truth = "6000";
constexpr std::uint32_t replicates_of_truth = 8;

/// A truth and where it stands in the ranges above.
struct Truth
{
    char const* name;
    std::vector<std::string> set;
    UnitPoint point;
};

std::vector<Truth> truths()
{
    auto const at = [](char const* name, UnitPoint const& point) -> Truth
    {
        return {name,
                {fmt::format("rules.return_home.sunk_cost={} RUB/month", 5000 + 15000 * point[0]),
                 fmt::format("rules.remittance.of_pay={} %", 20 + 30 * point[1]),
                 fmt::format("rules.exploitation.hazard={} %/month", 4 + 10 * point[2])},
                point};
    };
    return {at("short_stays", {0.25, 0.6, 0.5, 0.5}), at("long_stays", {0.75, 0.35, 0.7, 0.5}),
            at("generous", {0.5, 0.8, 0.3, 0.5})};
}

class Recovery : public testing::TestWithParam<Truth>
{
  public:
    Recovery(Recovery const&) = delete;
    Recovery& operator=(Recovery const&) = delete;

  protected:
    Recovery()
        : folder_(std::filesystem::path(testing::TempDir()) /
                  fmt::format("kochmon-recovery-{}", GetParam().name))
    {
        std::filesystem::create_directories(folder_);
    }
    ~Recovery() override { std::filesystem::remove_all(folder_); }

    static std::string baseline() { return std::string(KOCHMON_SOURCE) + "/config/baseline.yaml"; }

    void write(std::string const& name, std::string const& text) const
    {
        std::ofstream(folder_ / name) << text;
    }

    /// Levels of the world of that truth, as a file of targets whose bands are three standard
    /// deviations between replicates wide to each side.
    void observe(Workers const& workers) const
    {
        std::string all = "schema: 1\ntargets:\n";
        for (std::size_t at = 0; at < targets.size(); ++at)
            all += fmt::format("  {}: {{what: x, measure: {}, band: [0, 1], source: x}}\n",
                               targets[at], measures_of_targets[at]);
        write("targets.yaml", all);
        TargetsFile const file = read_targets(folder_ / "targets.yaml", *kyrgyz_corridor());
        Overrides const overrides{.set = GetParam().set, .seed = 77, .persons = persons_of_truth};
        MeasuredTargets const found =
            measure_targets(worlds_of_targets(baseline(), file, overrides), file,
                            {.workers = workers, .replicates = replicates_of_truth});
        std::string seen = "schema: 1\ntargets:\n";
        for (std::size_t at = 0; at < targets.size(); ++at)
        {
            Estimate const level = estimate(found.values, at);
            double squares = 0.0;
            for (auto const& value : level.values)
                squares += std::pow(*value - *level.mean, 2.0) / (replicates_of_truth - 1);
            double const half = 3.0 * std::sqrt(squares);
            seen += fmt::format(
                "  {}: {{what: x, measure: {}, band: [{:.6f}, {:.6f}], source: x}}\n", targets[at],
                measures_of_targets[at], *level.mean - half, *level.mean + half);
        }
        write("targets.yaml", seen);
    }

    CalibrationFile problem() const
    {
        std::string text = fmt::format(
            "schema: 1\ncalibration: recovery\nscenario: {}\ntargets_file: targets.yaml\n"
            "persons: {}\nreplicates: 1\nwaves: 3\npoints: 200\nsearch: 0\naccepted: 40\nfree:\n{}"
            "targets:\n",
            baseline(), persons_of_truth, free_parameters);
        for (char const* const id : targets) text += fmt::format("  {}: {{discrepancy: 0}}\n", id);
        write("recovery.yaml", text);
        return read_calibration(folder_ / "recovery.yaml");
    }

  private:
    std::filesystem::path folder_;
};

TEST_P(Recovery, finds_the_parameters_of_a_known_world)
{
    // The truth nearest to an end of its ranges is looked for in every run of the tests.
    bool const is_rare = std::string_view(GetParam().name) != "generous";
    if (is_rare && std::getenv("KOCHMON_RARE_CHECKS") == nullptr)
        GTEST_SKIP() << "a rare check: scripts/test --all";
    Workers const workers(2);
    observe(workers);
    CalibrationFile const file = problem();
    Calibration const found = calibrate_scenario(file, {.workers = workers}).found;
    ASSERT_FALSE(found.accepted.is_empty());
    std::vector<double> const truth = values_at(file.problem, GetParam().point);
    for (std::size_t k = 0; k < file.free.size(); ++k)
    {
        ParameterIdentification const& one = found.identification.parameters[k];
        std::string const& path = file.free[k].paths.front();
        ASSERT_TRUE(one.accepted) << path;
        std::cout << fmt::format(
            "{:<32} truth {:>10.4g}  accepted {:.4g} to {:.4g} of {:.4g} to {:.4g}\n", path,
            truth[k], one.accepted->low, one.accepted->high, file.problem.parameters[k].low,
            file.problem.parameters[k].high);
        if (k == without_information)
        {
            EXPECT_EQ(one.identified, Identified::not_identified) << path;
            continue;
        }
        EXPECT_LE(one.accepted->low, truth[k]) << path;
        EXPECT_GE(one.accepted->high, truth[k]) << path;
        EXPECT_EQ(one.identified, Identified::pinned) << path;
        // Stays and remittances are told by the same money; exploitation by its own target alone.
        if (k == 2)
        {
            EXPECT_EQ(one.pinned_by, std::optional<std::size_t>(2)) << path;
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Truths, Recovery, testing::ValuesIn(truths()),
                         [](auto const& one) { return std::string(one.param.name); });
}  // namespace
}  // namespace kochmon
