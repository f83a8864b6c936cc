// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <vector>

#include "analysis/calibrate/accepted_set.hpp"
#include "analysis/calibrate/evaluations.hpp"
#include "analysis/calibrate/history_matching.hpp"
#include "analysis/calibrate/identification.hpp"
#include "analysis/calibrate/search.hpp"

namespace kochmon
{
struct CalibrationSettings
{
    WaveSettings waves = {};  // its space.cutoff is also that of acceptance
    SearchSettings search = {};
    std::size_t accepted = 50;  // runs in the accepted set, at most
    std::size_t batch = 0;      // points given to the evaluation at once, at most; 0: all of a wave
    std::function<bool()> stop_asked = {};  // looked at before every batch
    TakeRuns batch_run = {};                // given all runs until now after every batch
};

/// What a calibration has found. docs/calibration.md says what it means.
struct Calibration
{
    HistoryMatch match;
    std::vector<SearchReport> searches = {};
    AcceptedSet accepted = {};
    Identification identification = {};
    std::vector<Evaluation> runs = {};  // all, in the order in which they were run
    bool stopped = false;               // on request; all above tells what was run until then
};

/// Waves of history matching, a search inside what they leave, the runs that meet all targets, and
/// what these say about the parameters. The same problem, settings and evaluation give the same
/// calibration.
Calibration calibrate(CalibrationProblem const& problem, Evaluate const& evaluate,
                      CalibrationSettings const& settings);
}  // namespace kochmon
