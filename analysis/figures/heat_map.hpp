// SPDX-License-Identifier: MIT
#pragma once

#include <optional>

#include "analysis/figures/figure.hpp"
#include "analysis/sweep/rows_in_sight.hpp"
#include "analysis/sweep/study.hpp"

namespace kochmon
{
/// Of a grid: a row by the values of the two factors that matter most, the mean over those of the
/// others. Nothing for other designs, or one factor.
std::optional<Figure> figure_of_heat(Study const& study, StudyTables const& tables,
                                     RowInSight const& row);
}  // namespace kochmon
