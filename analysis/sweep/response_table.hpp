// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>

#include "analysis/sweep/last_values.hpp"
#include "analysis/sweep/study.hpp"

namespace kochmon
{
/// `responses.csv`: how each kept row of the last month answers to each factor: the mean over the
/// points with a value, or with values near each other, with its 90 % interval, and from where to
/// where the points lie. Differences from the base where the plan compares to it.
std::string responses_csv(Study const& study, std::vector<LastRow> const& rows);

/// The number with which a value begins (`1500 RUB`); nothing for a word or a list.
std::optional<double> leading_number(std::string const& value);
}  // namespace kochmon
