// SPDX-License-Identifier: MIT
#pragma once

#include "config/fields.hpp"

#include "agents/places.hpp"

namespace kochmon
{
/// Unrest at home: what it takes from the value of being there, by region of origin [F25].
struct Unrest
{
    ByRegion<double> cost{};  // RUB/month

    void fields(Fields& field);
    double at(Region region) const { return cost[index(region)]; }
};
}  // namespace kochmon
