// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "analysis/figures/figure.hpp"
#include "analysis/figures/gnuplot.hpp"
#include "analysis/sweep/study.hpp"
#include "analysis/sweep/study_tables.hpp"

namespace kochmon
{
/// Of each row in sight, as the design has them: tornado, indices, elementary effects, heat map,
/// response curves, fan. None of a study of fewer than three points.
std::vector<Figure> figures_of(Study const& study, StudyTables const& tables);

/// Writes numbers and scripts below `figures/` of the study, and draws them. What is not drawn
/// keeps its numbers and script; the first fault is told.
Drawing draw_figures(Study const& study, StudyTables const& tables);
}  // namespace kochmon
