// SPDX-License-Identifier: MIT
#pragma once

#include <set>
#include <string>

#include "config/corridor.hpp"

namespace kochmon
{
/// What the first country of a corridor has for itself stands at the top of a scenario, under names
/// that do not tell whose it is. Parameters alone: its rows in tables bear its name.
std::set<std::string> keys_of_first_country(Corridor const& corridor);
bool is_of_first_country(Corridor const& corridor, std::string const& path);
}  // namespace kochmon
