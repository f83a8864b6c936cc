// SPDX-License-Identifier: MIT
#pragma once

#include <optional>

#include "analysis/figures/figure.hpp"
#include "analysis/sweep/rows_in_sight.hpp"
#include "analysis/sweep/study.hpp"

namespace kochmon
{
/// How a row answers to each of the factors that matter most, six at most: the mean over points by
/// the factor's value. Nothing where no factor has three values.
std::optional<Figure> figure_of_responses(Study const& study, StudyTables const& tables,
                                          RowInSight const& row);
}  // namespace kochmon
