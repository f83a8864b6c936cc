// SPDX-License-Identifier: MIT
#pragma once

#include "engine/quantities.hpp"

#include "config/fields.hpp"

#include "agents/places.hpp"

namespace kochmon
{
/// Registration at the place of stay [F2]: a fee, a deadline after arrival, a fine at a check for
/// who is late. A permit covers it [F3].
struct RegistrationLaw
{
    ByJurisdiction<Kopecks> fee{};
    ByJurisdiction<double> deadline{};  // months after arrival; days act as d/30
    ByJurisdiction<Kopecks> fine{};

    void fields(Fields& field);

    /// Chance that a check in month `months` after the arrival (1: the first month) comes after
    /// the deadline; the check falls on any day of the month alike.
    Probability late(Jurisdiction where, int months) const;
};
}  // namespace kochmon
