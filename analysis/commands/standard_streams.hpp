// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

namespace kochmon
{
/// Writes results to standard output. Throws FileError if they do not arrive, as on a full disk.
void write_output(std::string_view text);
/// Writes a message to standard error; if that fails there is nobody left to tell.
void write_message(std::string_view text) noexcept;
}  // namespace kochmon
