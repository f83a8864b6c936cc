// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "analysis/measures/kept_rows.hpp"
#include "analysis/measures/series.hpp"
#include "analysis/statistics/nested_spread.hpp"

namespace kochmon
{
/// `intervals.csv` of a run of several replicates: every measure in total and by jurisdiction at
/// the end of each year and of the run, mean over replicates, intervals of 50 and 90 %, and the
/// shares of variance.
std::string intervals_csv(SeriesRecorder const& series, Nesting const& nesting,
                          KeptRows const& kept = {});
}  // namespace kochmon
