// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace kochmon
{
/// Damerau-Levenshtein distance: letters put in, left out, exchanged, or two neighbours swapped.
int edit_distance(std::string_view a, std::string_view b);
/// As names are written here: in lower-case letters, with _ for - and for a space.
std::string as_name(std::string_view text);
/// The candidates nearest to a mistyped name, all of them at the same distance, at most three;
/// none if even the nearest is far off. Capitals, - or a space for _, and
/// letters of other alphabets that look like Latin ones count for nothing.
std::vector<std::string> closest(std::string_view mistyped,
                                 std::vector<std::string> const& candidates);
/// A text that is proposed, in quotes and whole, so that it can be copied.
std::string proposed(std::string_view text);
/// `did you mean 'a' or 'b'?`, or nothing without names.
std::string did_you_mean(std::vector<std::string> const& names);
}  // namespace kochmon
