// SPDX-License-Identifier: MIT
#pragma once

#include "engine/quantities.hpp"

#include "config/fields.hpp"

#include "agents/vocabulary/places.hpp"

namespace kochmon
{
/// Registration at the place of stay [F2]: a fee, a deadline after arrival, a fine at a check for
/// who is late. A permit covers it [F3]. The deadline may differ between countries of origin.
struct RegistrationLaw
{
    ByJurisdiction<Kopecks> fee{};
    ByJurisdiction<ByCountry<double>> deadline{};  // months after arrival; days act as d/30
    ByJurisdiction<Kopecks> fine{};

    void fields(Fields& field);

    /// Chance that a check comes after the deadline, in month `months` after the month in which
    /// registration was first possible (0: that month itself, never late); it falls on any day
    /// alike.
    Probability late(Jurisdiction where, Region origin, int months) const;
    /// RUB at a check, the deadline met on average over a horizon in months.
    double expected_fine(Jurisdiction where, Region origin, double horizon) const;
};
}  // namespace kochmon
