// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "config/resolved.hpp"

namespace kochmon
{
/// Whether the model asks for the parameter in that month (Declared::in_force), shocks applied.
bool is_in_force(ResolvedScenario const& scenario, Declared const& declared, Month month);
/// Of one that is not: `jurisdictions.russia.regime is free_movement`, the first setting that
/// fails in each case.
std::string why_not_in_force(ResolvedScenario const& scenario, Declared const& declared,
                             Month month);
/// `jurisdictions.russia.regime is permit`, a line for each case; none if it always is.
std::vector<std::string> in_force_texts(Declarations const& declarations, Declared const& declared);
}  // namespace kochmon
