// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "analysis/compare/nesting.hpp"
#include "analysis/figures/gnuplot.hpp"
#include "analysis/measures/series.hpp"
#include "analysis/output_folder.hpp"

namespace kochmon
{
/// Numbers of the figure: a row a month, mean, smallest and largest over replicates.
std::string legality_csv(SeriesRecorder const& series);
/// The script that draws `legality.csv` into `legality.svg` and `legality.pdf`.
std::string legality_gnuplot(SeriesRecorder const& series, std::string const& scenario,
                             Nesting const& nesting = {});

/// Legality rate in Russia and the people abroad through time: writes `figures/legality.*`.
Drawing draw_legality(OutputFolder const& folder, SeriesRecorder const& series,
                      std::string const& scenario, Nesting const& nesting = {});
}  // namespace kochmon
