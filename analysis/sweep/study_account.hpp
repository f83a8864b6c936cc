// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <map>
#include <string>

#include <nlohmann/json.hpp>

namespace kochmon
{
inline constexpr char kind_of_account[] = "study of a sweep";

/// The account of a study as it lies in its folder. Throws FileError where it is not as a sweep
/// wrote it.
nlohmann::ordered_json read_account(std::filesystem::path const& file);
/// Hashes of all that points are laid over, by path; points follow from the plan.
nlohmann::ordered_json hashes_of(std::map<std::string, std::string> const& content);
/// The first file that differs between what was and what is; empty: none.
std::string changed_file(nlohmann::ordered_json const& then, nlohmann::ordered_json const& now);
}  // namespace kochmon
