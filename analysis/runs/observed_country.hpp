// SPDX-License-Identifier: MIT
#pragma once

#include "config/scenario.hpp"

namespace kochmon
{
/// Targets and what was observed are of the first country of a corridor. Throws ScenarioError, with
/// its place, if the run holds nobody of it: every target would be missed by nobody's doing.
void demand_observed_country(Scenario const& scenario);
}  // namespace kochmon
