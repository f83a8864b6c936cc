// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "analysis/compare/effects.hpp"
#include "analysis/figures/gnuplot.hpp"
#include "analysis/output/output_folder.hpp"

namespace kochmon
{
/// Numbers of the figure: a row a month, for each of its measures the effect, the interval of its
/// mean and the spread over replicates.
std::string effect_figure_csv(SeriesRecorder const& base, PolicySeries const& policy,
                              Nesting const& nesting = {});

/// What a policy does to legality and naturalization in Russia, to the people abroad and to the
/// number naturalized through time: writes
/// `figures/effect-NAME.*`.
Drawing draw_effect(OutputFolder& folder, SeriesRecorder const& base, PolicySeries const& policy,
                    Nesting const& nesting = {});
}  // namespace kochmon
