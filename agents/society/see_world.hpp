// SPDX-License-Identifier: MIT
#pragma once

#include "config/corridor.hpp"

#include "agents/model/parameters.hpp"
#include "agents/state/world.hpp"

namespace kochmon
{
/// Step 2 of the month. `weight`: persons that one agent stands for.
void see_world(World& world, ModelParameters const& parameters, Corridor const& corridor,
               Stocks const& last_month, double weight);
}  // namespace kochmon
