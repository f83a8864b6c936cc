// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "analysis/figures/gnuplot.hpp"
#include "analysis/figures/lines_in_time.hpp"
#include "analysis/output/output_folder.hpp"
#include "analysis/targets/modelled_past.hpp"

namespace kochmon
{
/// Numbers of the figure: by panel a row a month or year modelled (mean, smallest and largest over
/// replicates) and a row an observation (value and band). Growth is left out.
std::string observed_figure_csv(ObservedFile const& file, ModelledPast const& past);
/// How the numbers of such a CSV are drawn, a panel a measure.
Figure figure_of_observed(std::string const& csv, FigureOfRun const& run, Corridor const& corridor);

/// What was observed beside what the model says, a panel a measure: writes `figures/observed.*`.
Drawing draw_observed(OutputFolder& folder, ObservedFile const& file, ModelledPast const& past,
                      FigureOfRun const& run, Corridor const& corridor);
}  // namespace kochmon
