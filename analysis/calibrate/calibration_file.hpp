// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "config/scenario.hpp"

#include "analysis/calibrate/calibrate.hpp"
#include "analysis/targets/observed_file.hpp"
#include "analysis/targets/targets_file.hpp"

namespace kochmon
{
/// A free parameter as the file states it: the numbers of its range are of this unit.
struct FreeKey
{
    std::vector<std::string> paths;  // all get the same value; the first names it
    std::string unit;                // as YAML writes it; empty: none
};

/// Figures of a file of observations, which are measured on a scenario of their own.
struct ObservedAims
{
    std::filesystem::path scenario;
    ObservedFile file;  // those aimed at alone
};

/// What `kochmon calibrate` reads (docs/calibration.md).
struct CalibrationFile
{
    std::filesystem::path path;
    std::string text;  // as it was read
    std::string name;
    std::filesystem::path scenario;
    TargetsFile targets;  // those aimed at alone, its shocks with the answers aimed at
    std::optional<ObservedAims> observed;
    std::int64_t persons = 0;      // agents of every run
    std::uint32_t replicates = 1;  // of every run, from 0
    std::vector<std::string> set;  // `path=value`: fixed, such as the kernel
    std::vector<FreeKey> free;
    // Parameters as `free`; targets are those of `targets`, its answers, what was observed.
    CalibrationProblem problem;
    std::vector<Bounds> bands;  // of the problem's targets
    CalibrationSettings settings;

    /// `path=value` for each path of the free parameters at that point.
    std::vector<std::string> values_at(UnitPoint const& point) const;
};
}  // namespace kochmon
