// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace kochmon
{
/// 128 bits of the system's random source as 32 hexadecimal digits. Throws FileError if there are
/// none to be had.
std::string new_secret();
/// Takes as long wherever two texts of one length differ, so that time tells no digit.
bool is_same_secret(std::string_view offered, std::string_view secret);
}  // namespace kochmon
