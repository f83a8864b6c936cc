// SPDX-License-Identifier: MIT
#include "config/suggestion.hpp"

#include <algorithm>
#include <cstdlib>

#include <fmt/format.h>

#include "config/diagnostics.hpp"
#include "config/foreign_character.hpp"
#include "config/visible_text.hpp"

namespace kochmon
{
namespace
{
constexpr std::size_t longest_name = 120;
using Row = std::vector<int>;

/// The row of distances of a's first letters to all beginnings of b, from the two rows before.
Row next_row(Row const& two_before, Row const& before, std::string_view a, std::string_view b)
{
    Row row(b.size() + 1);
    row[0] = before[0] + 1;
    for (std::size_t j = 1; j <= b.size(); ++j)
    {
        bool const same = a.back() == b[j - 1];
        row[j] = std::min({before[j] + 1, row[j - 1] + 1, before[j - 1] + (same ? 0 : 1)});
        bool const swapped =
            a.size() > 1 && j > 1 && a.back() == b[j - 2] && a[a.size() - 2] == b[j - 1];
        if (swapped) row[j] = std::min(row[j], two_before[j - 2] + 1);
    }
    return row;
}
}  // namespace

std::string as_name(std::string_view text)
{
    std::string name(text);
    for (char& letter : name)
    {
        if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
        if (letter == ' ' || letter == '-') letter = '_';
    }
    return name;
}

int edit_distance(std::string_view a, std::string_view b)
{
    Row two_before;
    Row before;
    Row row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) row[j] = static_cast<int>(j);
    for (std::size_t i = 1; i <= a.size(); ++i)
    {
        two_before = std::move(before);
        before = std::move(row);
        row = next_row(two_before, before, a.substr(0, i), b);
    }
    return row.back();
}

std::vector<std::string> closest(std::string_view typed, std::vector<std::string> const& candidates)
{
    if (typed.empty() || typed.size() > longest_name) return {};
    std::string const mistyped = in_latin(typed);
    int nearest = std::clamp(static_cast<int>(mistyped.size()) / 3, 1, 3);
    std::string const name = as_name(mistyped);
    std::vector<std::string> result;
    for (std::string const& candidate : candidates)
    {
        if (candidate.empty()) continue;  // nothing can be proposed in quotes
        int const lengths_differ =
            std::abs(static_cast<int>(candidate.size()) - static_cast<int>(mistyped.size()));
        if (lengths_differ > nearest) continue;
        int const distance = edit_distance(name, as_name(candidate));
        bool const has_no_letter_right = distance >= static_cast<int>(name.size());
        if (distance > nearest || has_no_letter_right) continue;
        if (distance < nearest) result.clear();
        nearest = distance;
        result.push_back(candidate);
    }
    if (result.size() > 3) result.resize(3);
    return result;
}

std::string proposed(std::string_view text)
{
    return fmt::format("'{}'", visible(text));
}

std::string did_you_mean(std::vector<std::string> const& names)
{
    if (names.empty()) return {};
    std::vector<std::string> quoted;
    quoted.reserve(names.size());
    for (std::string const& name : names) quoted.push_back(proposed(name));
    return "did you mean " + listed(quoted, "or") + "?";
}
}  // namespace kochmon
