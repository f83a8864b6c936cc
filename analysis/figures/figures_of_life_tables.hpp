// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "analysis/figures/gnuplot.hpp"
#include "analysis/life_tables/life_tables.hpp"
#include "analysis/output/output_folder.hpp"

namespace kochmon
{
/// A figure with its numbers and the script that draws `NAME.svg` and `NAME.pdf` of them.
struct LifeFigure
{
    std::string name;
    std::string csv;
    std::string script;
};

/// `incidences`: who has met what so long after an arrival, a panel a wait. `statuses`: how persons
/// stand with the law so long after an arrival. Of all arrivals, ten years.
std::vector<LifeFigure> figures_of(LifeTables const& tables, std::string const& scenario);
/// Writes numbers and script below `figures/`, and draws them.
Drawing draw(LifeFigure const& figure, OutputFolder& folder);
}  // namespace kochmon
