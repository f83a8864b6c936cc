// SPDX-License-Identifier: MIT
#pragma once

#include "analysis/figures/lines_in_time.hpp"

namespace kochmon
{
/// `legality`: the three steps of legality and the naturalization rate in Russia, and the people
/// abroad.
TimeFigure const& figure_of_legality();

/// `naturalization`: its rate by both denominators, and the share of arrivals naturalized within
/// 1, 3, 5 and 10 years, in Russia.
TimeFigure const& figure_of_naturalization();
}  // namespace kochmon
