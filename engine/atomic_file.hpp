// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "engine/sha256.hpp"

namespace kochmon
{
/// Writes a whole file or none: a temporary file in the same folder, write, fsync, rename, fsync of
/// the folder. Throws FileError naming the file and the cause; an older file of that name is then
/// still whole. Creates missing folders.
void write_whole_file(std::filesystem::path const& file, std::string_view content);
/// The same of content that is too large to be held at once: one piece after the other, each
/// valid until the next is asked for, nothing at the end.
using Pieces = std::function<std::optional<std::string_view>()>;
void write_whole_file(std::filesystem::path const& file, Pieces const& next);
/// Throws FileError naming the file and the cause.
std::string read_whole_file(std::filesystem::path const& file);

/// Whether a temporary file of ours may have this name: `.kochmon-PROCESS-NUMBER.tmp`.
bool is_temporary_name(std::string const& name);
/// Removes what processes that were killed have left in a folder; a file that somebody is writing
/// stays. What cannot be removed stays too: it harms nobody.
void clear_stale_temporary_files(std::filesystem::path const& folder);
}  // namespace kochmon
