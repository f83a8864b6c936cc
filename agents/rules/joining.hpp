// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <optional>

#include "engine/quantities.hpp"

#include "config/fields.hpp"

#include "agents/vocabulary/places.hpp"

namespace kochmon
{
/// Departures that are not for work: to join family abroad, or to study [F14: 99 % go to work].
struct JoiningParameters
{
    HazardPerMonth family;  // of adults at home with a member of the household abroad
    HazardPerMonth study;   // of the young

    void fields(Fields& field);
};
inline constexpr int first_age_of_study = 17;
inline constexpr int last_age_of_study = 24;

enum class Joining : std::uint8_t
{
    family,
    study
};

/// Whether a person leaves for family or study this month: the two hazards compete.
std::optional<Joining> joins(JoiningParameters const& parameters, bool family_abroad,
                             int age_in_months, double u);
/// The chance above which nobody does, whoever it is: most draws need no second look.
double most_joining(JoiningParameters const& parameters);

/// Where most of the household are abroad, the first of places alike.
Place place_of_family(Places const& destinations, ByPlace<std::uint8_t> const& members);
/// Students go where adults of the region are, in proportion; nowhere if none are.
std::optional<Place> place_of_study(Places const& destinations, ByPlace<double> const& region_share,
                                    double u);
}  // namespace kochmon
