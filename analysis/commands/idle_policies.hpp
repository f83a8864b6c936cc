// SPDX-License-Identifier: MIT
#pragma once

#include "config/scenario.hpp"

#include "analysis/commands/flags.hpp"

namespace kochmon
{
/// Says which shocks of a scenario do nothing or begin later than they are written, and why.
/// Throws ScenarioError instead where --strict was given.
void tell_idle_shocks(Scenario const& scenario, Flags const& flags);
/// The same of a policy that is compared with a base, and whether it differs from it at all.
void tell_idle_policy(Scenario const& base, Scenario const& policy, Flags const& flags);
}  // namespace kochmon
