// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "analysis/calibrate/calibration_file.hpp"
#include "analysis/runs/targets.hpp"

namespace kochmon
{
/// The scenarios of a calibration with what its file sets.
struct CalibrationScenarios
{
    Scenario base;
    std::vector<Scenario> policies = {};    // of targets, then of answers
    std::optional<Scenario> observed = {};  // whole; runs end with the last figure aimed at

    /// Every file read, those of the base first.
    std::vector<std::pair<std::filesystem::path, std::string>> files_read() const;
};
/// Throws FileError, and ScenarioError where a scenario cannot be run at both ends of all ranges,
/// where a value of its own would be replaced without a word, or a figure is of no month of it.
CalibrationScenarios scenarios_of(CalibrationFile const& file);

/// What one run of a calibration lives, one after the other.
struct CalibrationWorlds
{
    TargetWorlds targets;
    std::optional<TargetWorlds> answers = {};
    std::optional<Scenario> observed = {};
};
/// `values`: `path=value`, of the free parameters; none: as the scenarios have them.
CalibrationWorlds worlds_at(CalibrationFile const& file, std::vector<std::string> const& values);

/// Throws MemoryError if runs on so many threads at once do not fit.
void demand_memory_of_runs(CalibrationFile const& file, std::size_t threads);

/// What each part measures, in the order of the problem's targets; the last was stopped if there
/// are fewer.
std::vector<MeasuredTargets> measure_parts(CalibrationWorlds const& worlds,
                                           CalibrationFile const& file, RunRequest const& request);
}  // namespace kochmon
