// SPDX-License-Identifier: MIT
#pragma once

#include <array>

#include "config/fields.hpp"

#include "agents/vocabulary/places.hpp"

namespace kochmon
{
/// Unrest at home: what it takes from the value of being there, RUB/month [F25]; by region where a
/// country has it so, as a whole in another.
struct Unrest
{
    ByRegion<double> cost{};         // nothing where it is told of the country as a whole
    ByCountry<double> of_country{};  // nothing where it is told by region

    void fields(Fields& field);
    /// What one country has of it.
    void fields_of(Fields& field, Country country);
    double at(Region region) const
    {
        return cost[index(region)] + of_country[index(origin_country(region))];
    }
};
}  // namespace kochmon
