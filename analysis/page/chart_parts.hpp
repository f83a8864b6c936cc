// SPDX-License-Identifier: MIT
#pragma once

#include <initializer_list>
#include <string>
#include <utility>

#include "analysis/page/html_text.hpp"

// Parts of Vega-Lite specifications that charts share.
namespace kochmon
{
inline constexpr int height_of_a_chart = 240;
inline constexpr int height_of_a_panel = 130;
inline constexpr char first_colour[] = "#0072b2";

/// Told apart without seeing red or green too: by Okabe and Ito, dark first.
Json const& colours();
/// `null` of what is no number.
Json number_or_none(double number);
/// A channel in time; the field holds months as `2010-01`.
Json month_axis();
Json quantity(std::string const& field, std::string const& title);
/// A channel of names, without a title.
Json names(std::string const& field);
/// What stands beside the pointer: field and title, numbers with four digits.
Json tooltip_of(std::initializer_list<std::pair<std::string, std::string>> words,
                std::initializer_list<std::pair<std::string, std::string>> numbers);
/// A line across, at zero of the channel `x` or `y`.
Json zero_rule(std::string const& channel);
/// Layers: the zero of `x`, a bar from `low_90` to `high_90`, a dot on it.
Json dots_with_intervals(Json const& y, Json const& x, Json const& tooltip);
/// Panels below each other, one for each name of the field, in the order given.
Json panels_by(std::string const& field, Json const& in_order);
/// The names that stand in a column of rows, each once, as they come.
Json names_in_order(Json const& rows, std::size_t column);
}  // namespace kochmon
