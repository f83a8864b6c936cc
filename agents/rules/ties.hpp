// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

#include "agents/vocabulary/places.hpp"

namespace kochmon
{
/// Whom a person knows at a destination, and what that is worth.
struct TiesParameters
{
    double region_weight = 0.0;   // z
    double of_citizens = 1.0;     // of the ties to those who are citizens there
    double half_way = 1.0;        // n0
    double other_main = 0.0;      // of the ties at others of the main jurisdiction
    double work_without = 0.0;    // p0
    double cost_with_many = 1.0;  // kmin
    Places destinations;

    void fields(Fields& field);
};

/// People of a region at each place: of all its adults, and of those adults who are citizens there.
struct RegionAbroad
{
    ByPlace<double> const& share;
    ByPlace<double> const& citizens;
};

/// z x share of the region's adults at j, of whom citizens count in part, since they have settled:
/// ties that all of the region have.
ByPlace<double> ties_to_region(TiesParameters const& parameters, RegionAbroad const& region);

/// n_j = household members at j + ties to the region there; among the destinations of the main
/// jurisdiction a part of the ties in the others counts (else all end in one).
ByPlace<double> ties(TiesParameters const& parameters, ByPlace<std::uint8_t> const& members,
                     ByPlace<double> const& to_region);
/// The same at one place.
double ties_at(TiesParameters const& parameters, ByPlace<std::uint8_t> const& members,
               ByPlace<double> const& to_region, Place place);

/// exp(-n_j / n0): part of the need for ties that is not met. What ties do, they do by it.
double unmet_ties(TiesParameters const& parameters, double ties);

/// p_j = p0 + (1 - p0)(1 - exp(-n_j / n0)): chance of a job in the first month.
double chance_of_work(TiesParameters const& parameters, double unmet);

/// Part of the first month's costs that is left with these ties:
/// kmin + (1 - kmin) exp(-n_j / n0).
double search_cost_factor(TiesParameters const& parameters, double unmet);
}  // namespace kochmon
