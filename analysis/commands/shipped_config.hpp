// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "analysis/commands/verbs.hpp"

namespace kochmon
{
/// The folder of the scenarios that come with the program: that of KOCHMON_CONFIG, else
/// `../share/kochmon/config` beside the program, else `config` of the sources it was built from,
/// where it lies in `build/NAME`. Nothing where there is none. Throws FileError where
/// KOCHMON_CONFIG names a folder without a baseline.
std::optional<std::filesystem::path> shipped_config();
/// The same, of a program that lies at that place, with what KOCHMON_CONFIG says, if anything.
std::optional<std::filesystem::path> shipped_config(std::filesystem::path const& program,
                                                    char const* said);

/// A word without folder and extension that is no file here is the name of what comes with the
/// program: its file. Other words stay as they are. Throws FileError, with names that are near,
/// where there is nothing of that name.
std::string found_by_name(std::string const& text, LookedFor looked_for,
                          std::optional<std::filesystem::path> const& config);

/// The baseline of which is spoken where no scenario is named: that which lies here, as in a
/// checkout, else the shipped one.
std::optional<std::filesystem::path> usual_baseline(Flags const& flags);
}  // namespace kochmon
