// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace kochmon
{
/// Base64 (RFC 4648, with padding) of the bytes that an even number of hexadecimal digits says.
std::string base64_of_digits(std::string_view digits);
}  // namespace kochmon
