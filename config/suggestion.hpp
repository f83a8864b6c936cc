// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace kochmon
{
/// Damerau-Levenshtein distance: letters put in, left out, exchanged, or two neighbours swapped.
int edit_distance(std::string_view a, std::string_view b);
/// The candidates nearest to a mistyped name, all of them at the same distance, at most three;
/// none if even the nearest is far off.
std::vector<std::string> closest(std::string_view mistyped,
                                 std::vector<std::string> const& candidates);
/// `did you mean 'a' or 'b'?`, or nothing without names.
std::string did_you_mean(std::vector<std::string> const& names);
}  // namespace kochmon
