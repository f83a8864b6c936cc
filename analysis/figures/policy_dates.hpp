// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "config/scenario.hpp"

#include "analysis/figures/figure.hpp"

namespace kochmon
{
/// The months in which shocks of a scenario begin and end, on the axis of time.
FigureDates dates_of(Scenario const& scenario);
/// What the first of its shocks do, as far as a line has room: `permit.fee × 1.10 from 2010-01`.
std::string shocks_in_words(Scenario const& scenario);
}  // namespace kochmon
