// SPDX-License-Identifier: MIT
#pragma once

#include <functional>

#include "engine/parallel.hpp"

#include "analysis/calibrate/calibration_file.hpp"

namespace kochmon
{
/// How the runs of a calibration are carried out.
struct CalibrationRequest
{
    Workers const& workers;  // each run takes one of their threads
    Overrides overrides = {};
    std::function<bool()> stop_asked = {};
    std::function<void(std::size_t runs)> runs_made = {};  // after each batch, all until now
};

/// Throws ScenarioError if the scenario cannot be read at both ends of the ranges.
void demand_runnable(CalibrationFile const& file, Overrides const& overrides);

/// Runs the scenario of the file at each point of a batch.
Evaluate evaluation_of(CalibrationFile const& file, CalibrationRequest const& request);

Calibration calibrate_scenario(CalibrationFile const& file, CalibrationRequest const& request);
}  // namespace kochmon
