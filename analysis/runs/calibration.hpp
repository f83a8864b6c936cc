// SPDX-License-Identifier: MIT
#pragma once

#include <exception>
#include <functional>
#include <vector>

#include "engine/parallel.hpp"

#include "analysis/calibrate/calibration_file.hpp"

namespace kochmon
{
/// How the runs of a calibration are carried out.
struct CalibrationRequest
{
    Workers const& workers;  // runs of a batch take a thread each, a single run takes all
    std::function<bool()> stop_asked = {};
    TakeRuns batch_run = {};  // given all runs until now after every batch
};

/// A calibration of a scenario: what it found, and what ended it before its time, if something did.
/// All runs made until then are in what it found.
struct CalibrationStudy
{
    Calibration found;
    double weight = 1.0;            // persons that one agent stands for
    std::exception_ptr error = {};  // of a run
};

/// The scenario of the file with what the file sets. Throws ScenarioError if it cannot be run at
/// both ends of the ranges, FileError.
Scenario base_of(CalibrationFile const& file);

/// The policies against which its targets are measured.
std::vector<Scenario> policies_of(CalibrationFile const& file);

/// Throws MemoryError if runs on so many threads at once do not fit.
void demand_memory_of_runs(CalibrationFile const& file, std::size_t threads);

CalibrationStudy calibrate_scenario(CalibrationFile const& file, CalibrationRequest const& request);
}  // namespace kochmon
