// SPDX-License-Identifier: MIT
#pragma once

#include <compare>
#include <optional>
#include <string>

namespace kochmon
{
/// Where something stands: the file by its number in Diagnostics, line and column from 1, columns
/// counted in characters.
struct FilePlace
{
    int file = 0;
    int line = 1;
    int column = 1;
    auto operator<=>(FilePlace const&) const = default;
};

struct Mistake
{
    std::string what;
    std::string expected = {};
    std::string hint = {};
};

/// What has been read, or why not.
template <class Read>
struct Reading
{
    std::optional<Read> value = {};
    Mistake mistake = {};
};
}  // namespace kochmon
