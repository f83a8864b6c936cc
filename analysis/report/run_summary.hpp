// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "config/scenario.hpp"

#include "analysis/measures/series.hpp"
#include "analysis/runs/run.hpp"

namespace kochmon
{
/// A run in plain text for a demographer, 80 columns at most: what was simulated, a table by
/// calendar year, the last twelve months by destination and origin, and what is assumed.
std::string summary_of(Scenario const& scenario, RunAccount const& account,
                       SeriesRecorder const& series);
/// Values of the scenario, tables and shocks included, that have no source; those of countries of
/// origin that are left out do not count.
std::size_t count_assumptions(Scenario const& scenario);
}  // namespace kochmon
