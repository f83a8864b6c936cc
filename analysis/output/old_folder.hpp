// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace kochmon
{
/// Whether two names, neither of them followed if it is a link, are of one file.
bool is_same_file(std::filesystem::path const& one, std::filesystem::path const& other);

/// Gives a file, link or folder another name that must be free. 0 or errno's value.
int rename_to_free_name(std::filesystem::path const& from, std::filesystem::path const& to);

/// A second name in `to` for every file and link of `from`, so that none is missing at any moment
/// while folders are exchanged. 0 or errno's value.
int link_all(std::vector<std::string> const& paths, std::filesystem::path const& from,
             std::filesystem::path const& to);

/// Removes a folder of ours that gave its place to `folder`: what we wrote, and second names of
/// what is in `folder`. Other files go there if their place is free; else they stay with the
/// folder.
void remove_old_folder(std::filesystem::path const& old, std::filesystem::path const& folder);

/// Removes the folders below that hold nothing.
void remove_empty_folders(std::filesystem::path const& folder);
}  // namespace kochmon
