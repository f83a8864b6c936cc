// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "config/corridor.hpp"

#include "analysis/figures/lines_in_time.hpp"

namespace kochmon
{
/// `legality`: the three steps of legality and the naturalization rate in the main jurisdiction,
/// and the people abroad.
TimeFigure figure_of_legality(Corridor const& corridor);

/// `naturalization`: its rate by both denominators, and the share of arrivals naturalized within
/// 1, 3, 5 and 10 years, in the main jurisdiction.
TimeFigure figure_of_naturalization(Corridor const& corridor);

/// Both.
std::vector<TimeFigure> figures_of_a_run(Corridor const& corridor);
}  // namespace kochmon
