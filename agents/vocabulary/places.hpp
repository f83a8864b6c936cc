// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <vector>

#include "config/corridor.hpp"
#include "config/fields.hpp"

namespace kochmon
{
/// The number of any enumerator; those of a corridor have functions of their own
/// (config/corridor.hpp).
template <class Enum>
constexpr std::size_t index(Enum value)
{
    return static_cast<std::size_t>(value);
}

// Values by number, with room for the largest corridor.
template <class Value>
using ByRegion = std::array<Value, most_regions>;
template <class Value>
using ByCountry = std::array<Value, most_countries>;
template <class Value>
using ByPlace = std::array<Value, most_places>;
template <class Value>
using ByJurisdiction = std::array<Value, most_jurisdictions>;

/// The dimension by which a lever may differ between regions of origin.
inline GroupDimension origin_dimension(Corridor const& corridor)
{
    return {"origin", corridor.region_names()};
}

/// The dimension by which the law may differ between citizens of the countries of origin.
inline GroupDimension country_dimension(Corridor const& corridor)
{
    return {"country", corridor.country_names()};
}

/// The dimension by which a programme may differ between the states of origin that have some, and
/// their numbers.
inline GroupDimension programme_dimension(Corridor const& corridor)
{
    GroupDimension countries{"country", {}};
    for (Country const country : corridor.with(Own::programmes))
        countries.names.push_back(corridor.name_of(country));
    return countries;
}
inline std::vector<std::size_t> with_programmes(Corridor const& corridor)
{
    std::vector<std::size_t> numbers;
    for (Country const country : corridor.with(Own::programmes)) numbers.push_back(index(country));
    return numbers;
}

/// Where what a country of origin has for itself stands in a scenario. The first country has it at
/// the top, where scenarios of it alone look for it.
inline std::string path_of_origin(Corridor const& corridor, Country country)
{
    return "origins." + corridor.name_of(country) + ".";
}
inline std::string path_of_start(Corridor const& corridor, Country country)
{
    return country == first_country ? std::string() : path_of_origin(corridor, country);
}
inline std::string path_of_law(Corridor const& corridor, Jurisdiction where)
{
    return "jurisdictions." + corridor.name_of(where);
}
inline std::string path_of_destination(Corridor const& corridor, Place destination)
{
    return "destinations." + corridor.name_of(destination);
}
inline std::string path_of_region(Corridor const& corridor, Region region)
{
    return "regions." + corridor.name_of(region);
}
}  // namespace kochmon
