// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "analysis/sweep/rows_in_sight.hpp"

namespace kochmon
{
/// On which factors a row hangs, the most important first, as the design of the study shows it;
/// and where the numbers are not to be trusted.
std::vector<std::string> factor_sentences(StudyTables const& tables, RowInSight const& row);
}  // namespace kochmon
