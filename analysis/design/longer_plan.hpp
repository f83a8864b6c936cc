// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>

#include "analysis/design/plan.hpp"

namespace kochmon
{
/// The plan's text with another number, which must be larger, under a key at its top. Throws
/// UsageError.
std::string with_number(std::string const& text, std::string const& key, std::size_t number,
                        std::size_t before);
/// Throws UsageError where more points would be another design.
void demand_longer_design(SweepPlan const& plan);
}  // namespace kochmon
