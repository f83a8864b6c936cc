// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace kochmon
{
/// Names the first character of the text that is not of ASCII, for those who cannot see what is
/// wrong: `it holds a no-break space (U+00A0), write an ordinary space`. Empty if there is none.
std::string foreign_character(std::string_view text);
/// The text with Latin letters in the place of those that look like them.
std::string in_latin(std::string_view text);
}  // namespace kochmon
