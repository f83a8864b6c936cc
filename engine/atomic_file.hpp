// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace kochmon
{
/// Writes a whole file or none: a temporary file in the same folder, write, fsync, rename, fsync of
/// the folder. Throws FileError naming the file and the cause; an older file of that name is then
/// still whole. Creates missing folders.
void write_whole_file(std::filesystem::path const& file, std::string_view content);
/// Throws FileError naming the file and the cause.
std::string read_whole_file(std::filesystem::path const& file);
/// SHA-256 of the bytes, 64 hexadecimal digits.
std::string sha256(std::string_view bytes);
}  // namespace kochmon
