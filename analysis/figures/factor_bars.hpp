// SPDX-License-Identifier: MIT
#pragma once

#include <optional>

#include "analysis/figures/figure.hpp"
#include "analysis/sweep/rows_in_sight.hpp"

namespace kochmon
{
/// Factors above one another, the one that matters most on top, twenty at most.
inline constexpr std::size_t most_bars = 20;

/// Of a design one at a time: how far the ends of each factor move a row from the base.
std::optional<Figure> figure_of_tornado(StudyTables const& tables, RowInSight const& row,
                                        std::string const& study);
/// How much of the variance each factor makes: first-order and total indices, or what factors of a
/// grid do by themselves and in pairs.
std::optional<Figure> figure_of_indices(StudyTables const& tables, RowInSight const& row,
                                        std::string const& study);
/// Elementary effects of each factor, and how much they differ by place.
std::optional<Figure> figure_of_morris(StudyTables const& tables, RowInSight const& row,
                                       std::string const& study);
}  // namespace kochmon
