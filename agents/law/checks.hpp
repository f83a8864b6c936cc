// SPDX-License-Identifier: MIT
#pragma once

#include "engine/quantities.hpp"

#include "config/fields.hpp"

#include "agents/vocabulary/places.hpp"
#include "agents/vocabulary/status.hpp"

namespace kochmon
{
/// How visible a person is to checks, relative to an overstayer.
struct Visibility
{
    double regular = 0.0;      // part of a regular worker: shown papers, time or a bribe
    double within_stay = 1.0;  // irregular, but presence is lawful
    double forged_papers = 1.0;
    BySector<double> sector{};  // of workers
};

/// Checks with a fixed capacity, diluted by the number of irregulars.
struct CheckLaw
{
    HazardPerMonth hazard;   // lambda
    double crowding = 0.0;   // k
    double days_lost = 0.0;  // by a regular worker at a check
    Visibility visibility;
    ByPlace<double> capacity{};              // E
    ByPlace<double> other_irregulars{};      // persons, full-scale
    ByPlace<double> reference_irregulars{};  // I0, persons, full-scale

    void fields(Fields& field);

    /// Hazard of a check at a destination for visibility 1, given the irregulars of the simulated
    /// origins there (full-scale): lambda E (1 + k) / (1 + k I / I0).
    HazardPerMonth hazard_at(Place place, double irregulars) const;
    /// v of a foreigner by status and, for workers, sector.
    double visibility_of(Status const& status, Sector sector) const;
};
}  // namespace kochmon
