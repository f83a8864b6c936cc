// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "config/mistake.hpp"

namespace kochmon
{
/// What some editors put before the text; it says nothing of UTF-8, and is read over.
inline constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

/// Length in bytes of the UTF-8 character that begins `text`; 0 if it is none.
std::size_t length_of_character(std::string_view text);
/// What keeps a text from being read at all: bytes that are not UTF-8, a byte order mark, control
/// characters, a lone carriage return. The place of the first of them.
struct Unreadable
{
    int line = 1;
    int column = 1;
    Mistake mistake;
};
std::optional<Unreadable> find_unreadable(std::string_view text);
/// What YAML allows and this program does not: tabs that indent, directives.
std::optional<Unreadable> find_unwanted_yaml(std::string_view text);
}  // namespace kochmon
