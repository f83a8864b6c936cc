// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <string>

namespace kochmon
{
/// Where the replicates of a run lie in parts until they are joined, below the place where its
/// result grows.
inline constexpr char parts_name[] = ".kochmon-replicates";
/// Among them: what run they are of.
inline constexpr char run_of_parts[] = "run";

/// Whether an unfinished result of this very run lies there: one that a run may go on from, if it
/// is as it was written. `run`: what tells runs of other bytes apart; empty: none goes on.
bool is_unfinished(std::filesystem::path const& place, std::string const& run);

/// Removes what is left of files that killed processes were writing, in all folders below.
void clear_temporary_files_below(std::filesystem::path const& folder);
}  // namespace kochmon
