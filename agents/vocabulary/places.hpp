// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>

#include "config/fields.hpp"

namespace kochmon
{
/// Countries of origin. A country is a row of this list, its regions below, and values in YAML and
/// CSV; nothing else in the program names one. The first is the country whom the facts concern: its
/// economy is told, and an agent stands for as many persons everywhere as it does there.
enum class Country : std::uint8_t
{
    kyrgyzstan,
    uzbekistan,
    tajikistan
};
inline constexpr std::size_t country_count = 3;
inline std::array<std::string, country_count> const country_names = {"kyrgyzstan", "uzbekistan",
                                                                     "tajikistan"};
inline constexpr auto first_country = Country{};

/// Regions of origin, country by country in the order above; the southern ones of the first country
/// come first [F24].
enum class Region : std::uint8_t
{
    batken,
    osh,
    osh_city,
    jalal_abad,
    chuy,
    bishkek,
    issyk_kul,
    naryn,
    talas,
    uzbekistan,
    tajikistan
};
inline constexpr std::size_t region_count = 11;
inline std::array<std::string, region_count> const region_names = {
    "batken",    "osh",   "osh_city", "jalal_abad", "chuy",      "bishkek",
    "issyk_kul", "naryn", "talas",    "uzbekistan", "tajikistan"};
inline constexpr std::array<Region, country_count> first_regions = {
    Region::batken, Region::uzbekistan, Region::tajikistan};

/// The first country has the first regions.
inline constexpr auto regions_of_first_country = static_cast<std::size_t>(first_regions[1]);

constexpr Country origin_country(Region region)
{
    std::size_t country = country_count - 1;
    while (first_regions[country] > region) --country;
    return static_cast<Country>(country);
}

constexpr bool is_southern(Region region)
{
    return region <= Region::jalal_abad;
}

/// Where a person is: at home or at a destination [F4, F14, F17]. Who is not born yet, or dead, is
/// nowhere, which is not counted among the places.
enum class Place : std::uint8_t
{
    home,
    moscow,
    st_petersburg,
    rest_of_russia,
    kazakhstan,
    south_korea,
    other,
    nowhere
};
inline constexpr std::size_t place_count = 7;
inline constexpr std::size_t destination_count = place_count - 1;
inline std::array<std::string, place_count> const place_names = {
    "home", "moscow", "st_petersburg", "rest_of_russia", "kazakhstan", "south_korea", "other"};

constexpr bool is_russian(Place place)
{
    return place >= Place::moscow && place <= Place::rest_of_russia;
}

/// Whose law rules at a destination.
enum class Jurisdiction : std::uint8_t
{
    russia,
    kazakhstan,
    south_korea,
    other
};
inline constexpr std::size_t jurisdiction_count = 4;
inline std::array<std::string, jurisdiction_count> const jurisdiction_names = {
    "russia", "kazakhstan", "south_korea", "other"};

constexpr Jurisdiction jurisdiction_of(Place destination)
{
    if (is_russian(destination)) return Jurisdiction::russia;
    auto const after_russia = static_cast<int>(destination) - static_cast<int>(Place::kazakhstan);
    return static_cast<Jurisdiction>(static_cast<int>(Jurisdiction::kazakhstan) + after_russia);
}

template <class Enum>
constexpr std::size_t index(Enum value)
{
    return static_cast<std::size_t>(value);
}

template <class Value>
using ByRegion = std::array<Value, region_count>;
template <class Value>
using ByCountry = std::array<Value, country_count>;
template <class Value>
using ByPlace = std::array<Value, place_count>;
template <class Value>
using ByJurisdiction = std::array<Value, jurisdiction_count>;

/// The dimension by which a lever may differ between regions of origin.
inline GroupDimension origin_dimension()
{
    return {"origin", {region_names.begin(), region_names.end()}};
}

/// The dimension by which the law may differ between citizens of the countries of origin.
inline GroupDimension country_dimension()
{
    return {"country", {country_names.begin(), country_names.end()}};
}

/// Whether a country has regions that is_southern tells apart.
constexpr bool has_a_south(Country country)
{
    return is_southern(first_regions[static_cast<std::size_t>(country)]);
}

/// Where what a country of origin has for itself stands in a scenario. The first country has it at
/// the top, where scenarios of it alone look for it.
inline std::string path_of_origin(Country country)
{
    return "origins." + country_names[static_cast<std::size_t>(country)] + ".";
}
inline std::string path_of_start(Country country)
{
    return country == first_country ? std::string() : path_of_origin(country);
}
}  // namespace kochmon
