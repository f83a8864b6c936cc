// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "config/resolved.hpp"

namespace kochmon
{
/// What a parameter is in the months of a run, shocks applied and money as the program reads it, a
/// line for each span without a change: `2010-01 to 2012-02: 25000 RUB`; of groups that differ,
/// each value with those that have it.
std::vector<std::string> value_path(ResolvedScenario const& scenario, std::size_t parameter);
}  // namespace kochmon
