// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>

namespace kochmon
{
/// The bytes of a file of at most `largest` bytes. Throws FileError naming the file and the cause
/// if it is a folder, a pipe or a device, if it is larger, or if it does not hold what its size
/// says: such as the files of the kernel, which may wait or never end.
std::string read_regular_file(std::filesystem::path const& file, std::size_t largest);
}  // namespace kochmon
