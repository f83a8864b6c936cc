// SPDX-License-Identifier: MIT
#pragma once

#include <optional>

#include "analysis/figures/figure.hpp"
#include "analysis/sweep/rows_in_sight.hpp"
#include "analysis/sweep/study.hpp"

namespace kochmon
{
/// A row through time: where the points lie, as bands around their median. Nothing for fewer than
/// three months or five points.
std::optional<Figure> figure_of_fan(Study const& study, StudyTables const& tables,
                                    RowInSight const& row);
}  // namespace kochmon
