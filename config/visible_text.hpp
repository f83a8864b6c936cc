// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace kochmon
{
/// The first character of a text that is valid UTF-8; the bare byte where it is not.
char32_t first_character(std::string_view text);
/// Whether a character is not seen or moves what follows: controls, spaces that are not the usual
/// one, marks of direction.
bool is_unseen(char32_t character);
/// The text as it can be shown on a terminal: what is not seen is written out (`\n`, `\x1b`,
/// `\u{a0}`), and so are bytes that are no UTF-8.
std::string visible(std::string_view text);
}  // namespace kochmon
