// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>

#include "config/strict_map.hpp"

#include "analysis/calibrate/calibration_file.hpp"

namespace kochmon
{
/// Reads what a calibration aims at: targets and answers to shocks of one file, measured on the
/// calibration's own scenario, and figures of a file of observations, measured on theirs. `folder`:
/// to which files are relative.
void read_aims(StrictMap const& calibration, std::filesystem::path const& folder,
               CalibrationFile& file, Diagnostics& diagnostics);
}  // namespace kochmon
