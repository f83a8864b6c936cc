// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>

#include "analysis/calibrate/calibration_file.hpp"

namespace kochmon
{
/// Throws FileError, and ScenarioError with every mistake in the file.
CalibrationFile read_calibration(std::filesystem::path const& file);
}  // namespace kochmon
