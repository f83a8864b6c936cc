// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace kochmon
{
struct WrittenFile
{
    std::string path;  // below the folder, with /
    std::string sha256;
};

/// SHA-256 over the lines `sha256  path` of the files, sorted by path: what `sha256sum` prints.
std::string digest_of(std::vector<WrittenFile> files);

/// Whether a path stays below the folder to which it is relative.
bool stays_inside(std::filesystem::path const& path);

/// Whether a regular file lies there and no link leads to it below the folder: what a link leads to
/// is somebody else's.
bool holds_file(std::filesystem::path const& folder, std::filesystem::path const& path);
/// The first part of the path below the folder that is a link or no folder; empty: the way is free.
std::filesystem::path obstacle_on_the_way(std::filesystem::path const& folder,
                                          std::filesystem::path const& path);
}  // namespace kochmon
