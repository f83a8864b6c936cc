// SPDX-License-Identifier: MIT
#pragma once

#include "config/scenario.hpp"

namespace kochmon
{
/// Checks what no single key can say: relations between parameters in every month of the run, and
/// that the population tables hold what the start needs. Throws ScenarioError.
void check_model(Scenario const& scenario);
}  // namespace kochmon
