// SPDX-License-Identifier: MIT
#pragma once

#include <array>

#include "config/fields.hpp"

#include "agents/vocabulary/places.hpp"

namespace kochmon
{
/// Unrest at home: what it takes from the value of being there, RUB/month [F25]; by region in the
/// first country of origin, as a whole in another.
struct Unrest
{
    ByRegion<double> cost{};        // of the first country
    ByCountry<double> elsewhere{};  // of the first country nothing

    void fields(Fields& field);
    double at(Region region) const
    {
        Country const country = origin_country(region);
        return country == first_country ? cost[index(region)] : elsewhere[index(country)];
    }
};
}  // namespace kochmon
