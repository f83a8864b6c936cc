// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "config/scenario.hpp"

#include "analysis/study/compare.hpp"

namespace kochmon
{
/// `legality_rate 0.1 points`, with `at 2012-12` or the last month: which effect is to be known how
/// exactly. Shares are in points, counts in persons, money in RUB. Throws UsageError that says
/// what was expected.
Precision precision_of(std::string const& text, RunSettings const& run,
                       std::vector<SeriesColumn> const& columns);
}  // namespace kochmon
