// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "analysis/runs/calibration_worlds.hpp"

namespace kochmon
{
/// For people: how many runs a calibration would make, what each of them lives, part by part, and
/// how many runs of a wave the emulators take.
std::string told_plan(CalibrationFile const& file, CalibrationWorlds const& worlds);
}  // namespace kochmon
