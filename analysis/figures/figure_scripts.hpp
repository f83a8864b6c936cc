// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "analysis/figures/figure_layout.hpp"

// Programs that draw a figure from its CSV beside them, in a copied folder too: the same numbers,
// texts and places by gnuplot, matplotlib and ggplot2.
namespace kochmon
{
/// Stands in a panel of which no number is known.
inline constexpr char no_numbers_yet[] = "no value yet";

/// `formats`: of `svg`, `pdf`, `png` (300 dots an inch), in this order.
std::string gnuplot_script(Figure const& figure, FigureLayout const& layout,
                           std::vector<std::string> const& formats);
std::string matplotlib_script(Figure const& figure, FigureLayout const& layout,
                              std::vector<std::string> const& formats);
std::string ggplot_script(Figure const& figure, FigureLayout const& layout,
                          std::vector<std::string> const& formats);
}  // namespace kochmon
