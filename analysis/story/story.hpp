// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace kochmon
{
/// The report of finished results, whole HTML: of runs, comparisons, targets, calibrations and
/// sweeps, one after the other as they are given. Throws FileError where a folder holds none of
/// them or is not as it was written, UsageError of a language without a catalogue.
std::string report_of(std::vector<std::filesystem::path> const& folders,
                      std::string const& language);
}  // namespace kochmon
