// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>

#include "config/strict_map.hpp"

#include "analysis/statistics/paired.hpp"

namespace kochmon
{
/// As many digits as tell a figure of that size from its neighbours in a paper; what is not 0 is
/// not told as 0.
std::string figure(double number);
/// `none` if there is none.
std::string figure(std::optional<double> const& number);
/// `[low, high]`; empty if there is none.
std::string span_of(std::optional<Interval> const& interval);
std::string span_of(std::optional<Bounds> const& band);
}  // namespace kochmon
