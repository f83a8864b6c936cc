// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// The scenarios, policies and sweeps that come with the program lie in one folder, `config`.
namespace kochmon
{
/// Whether a word may be the name of one: it has neither folder nor extension.
bool is_name_of_shipped(std::string_view text);
/// `NAME.yaml` there or in its `policies` or `origins`, or the baseline of the corridor NAME;
/// nothing if there is none. What scenarios are held against is no scenario.
std::optional<std::filesystem::path> shipped_scenario(std::filesystem::path const& config,
                                                      std::string const& name);
/// `sweeps/NAME.yaml` there.
std::optional<std::filesystem::path> shipped_sweep(std::filesystem::path const& config,
                                                   std::string const& name);
/// `calibration/NAME.yaml` there, and the folder `calibration/NAME` of what it accepts.
std::optional<std::filesystem::path> shipped_calibration(std::filesystem::path const& config,
                                                         std::string const& name);
std::optional<std::filesystem::path> shipped_sets(std::filesystem::path const& config,
                                                  std::string const& name);
/// Sorted.
std::vector<std::string> names_of_shipped_scenarios(std::filesystem::path const& config);
std::vector<std::string> names_of_shipped_sweeps(std::filesystem::path const& config);
std::vector<std::string> names_of_shipped_calibrations(std::filesystem::path const& config);
/// The files `*.yaml` of a folder, in the order of their names; none where there is no such folder.
std::vector<std::filesystem::path> yaml_files_in(std::filesystem::path const& folder);
}  // namespace kochmon
