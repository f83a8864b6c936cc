// SPDX-License-Identifier: MIT
#pragma once

#include "engine/quantities.hpp"

#include "agents/places.hpp"

namespace kochmon
{
/// Checks with a fixed capacity, diluted by the number of irregulars.
struct CheckLaw
{
    HazardPerMonth hazard;  // lambda
    double crowding = 0.0;  // k
    double regular_visibility = 0.0;
    double days_lost = 0.0;                  // by a regular worker at a check
    ByPlace<double> capacity{};              // E
    ByPlace<double> other_irregulars{};      // persons, full-scale
    ByPlace<double> reference_irregulars{};  // I0, persons, full-scale

    void fields(Fields& field);

    /// Hazard of a check at a destination for visibility 1, given the irregulars of the simulated
    /// origins there (full-scale): lambda E (1 + k) / (1 + k I / I0).
    HazardPerMonth hazard_at(Place place, double irregulars) const;
};
}  // namespace kochmon
