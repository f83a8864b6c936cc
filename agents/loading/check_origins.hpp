// SPDX-License-Identifier: MIT
#pragma once

#include "config/scenario.hpp"

namespace kochmon
{
/// Throws ScenarioError, with its place, if the countries of origin of a scenario cannot be: all
/// are left out, a table lacks what an included one needs, more of one are to be abroad than it
/// has, or a shock is for somebody of whom there is nobody.
void check_origins(Scenario const& scenario);
}  // namespace kochmon
