// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "config/scenario.hpp"

#include "agents/state/population.hpp"
#include "agents/vocabulary/places.hpp"

namespace kochmon
{
/// Ages of those abroad at the start.
inline constexpr AgeSpan age_abroad{19, 51};

/// More emigrants of a country than adults.
struct TooMany
{
    Country country = first_country;
    std::string from;  // a region or part of the country, or nothing
    double emigrants = 0.0;
    double adults = 0.0;
};
/// What is wrong, and which keys would mend it.
std::string message(Corridor const& corridor, TooMany const& wrong);

/// Throws ScenarioError, with its place, if the stocks abroad of a country at the start are larger
/// than what it has of that age by its tables: the stock would be cut in silence.
void check_emigrants(Scenario const& scenario, Country country);
}  // namespace kochmon
