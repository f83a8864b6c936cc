// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <set>
#include <string>

#include "config/corridor.hpp"

#include "agents/vocabulary/origins.hpp"

namespace kochmon
{
/// What the first country of a corridor has for itself stands at the top of a scenario, under names
/// that do not tell whose it is. Parameters alone: its rows in tables bear its name.
std::set<std::string> keys_of_first_country(Corridor const& corridor);
bool is_of_first_country(Corridor const& corridor, std::string const& path);

/// The country left out of which alone a parameter is: a part of its path is the name of the
/// country or of a region of it, or it is a key of the first. Nothing: it concerns somebody.
std::optional<Country> concerned_and_left_out(Corridor const& corridor, Origins const& origins,
                                              std::string const& path);
}  // namespace kochmon
