// SPDX-License-Identifier: MIT
#pragma once

#include <span>

#include "config/scenario.hpp"

#include "analysis/commands/flags.hpp"

namespace kochmon
{
/// Says which shocks of a scenario do nothing or begin later than they are written, and why.
/// Throws ScenarioError instead where --strict was given.
void tell_idle_shocks(Scenario const& scenario, Flags const& flags);
/// The same of policies that are compared with a base, and which of them differ from it in nothing.
/// What does nothing under the base is told if it does nothing under any policy either.
void tell_idle_study(Scenario const& base, std::span<Scenario const> policies, Flags const& flags);
}  // namespace kochmon
