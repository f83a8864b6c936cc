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

CalibrationStudy calibrate_scenario(CalibrationFile const& file, CalibrationRequest const& request);
}  // namespace kochmon
