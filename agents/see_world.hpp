// SPDX-License-Identifier: MIT
#pragma once

#include "agents/parameters.hpp"
#include "agents/world.hpp"

namespace kochmon
{
/// Step 2 of the month. `weight`: persons that one agent stands for.
void see_world(World& world, ModelParameters const& parameters, Stocks const& last_month,
               double weight);
}  // namespace kochmon
