// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "analysis/statistics/nesting.hpp"
#include "analysis/sweep/last_values.hpp"

namespace kochmon
{
/// `variance.csv`: of each kept row of the last month the standard deviation of a run, and which
/// part of its variance is of the points, of the population and of luck.
std::string variance_csv(std::vector<LastRow> const& rows, Nesting const& nesting);
}  // namespace kochmon
