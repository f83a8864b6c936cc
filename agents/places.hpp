// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>

#include "config/fields.hpp"

namespace kochmon
{
/// Regions of origin; the southern ones first [F24].
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
    talas
};
inline constexpr std::size_t region_count = 9;
inline std::array<std::string, region_count> const region_names = {
    "batken", "osh", "osh_city", "jalal_abad", "chuy", "bishkek", "issyk_kul", "naryn", "talas"};

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
using ByPlace = std::array<Value, place_count>;
template <class Value>
using ByJurisdiction = std::array<Value, jurisdiction_count>;

/// The dimension by which a lever may differ between regions of origin.
inline GroupDimension origin_dimension()
{
    return {"origin", {region_names.begin(), region_names.end()}};
}
}  // namespace kochmon
