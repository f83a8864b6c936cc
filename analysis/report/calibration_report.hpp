// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "analysis/calibrate/calibration_file.hpp"

namespace kochmon
{
/// For people: how far each target is met at the best run, what each parameter is known to be and
/// by which target, and what contradicts.
std::string told_calibration(CalibrationFile const& file, Calibration const& found);

/// The tables of a calibration by name (docs/calibration.md): runs.csv, accepted.csv,
/// parameters.csv, sensitivities.csv, waves.csv.
std::vector<std::pair<std::string, std::string>> calibration_tables(CalibrationFile const& file,
                                                                    Calibration const& found);

/// runs.csv of runs whose standard errors are pooled (`with_pooled_errors`).
std::string runs_csv(CalibrationFile const& file, std::vector<Evaluation> const& runs);

/// A scenario for each run of the accepted set, best first: what the calibration has found, laid
/// over `scenario.yaml` of its folder, with the calibration as source; and where it aims at what
/// was observed, the same over `observed-scenario.yaml`.
std::vector<std::pair<std::string, std::string>> accepted_scenarios(CalibrationFile const& file,
                                                                    Calibration const& found);
}  // namespace kochmon
