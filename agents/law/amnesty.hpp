// SPDX-License-Identifier: MIT
#pragma once

#include "engine/quantities.hpp"

#include "config/fields.hpp"

#include "agents/vocabulary/places.hpp"

namespace kochmon
{
/// A window in which overstayers and users of forged papers may buy a permit, outside the quota.
/// Expected amnesties make an irregular life worth more.
struct AmnestyLaw
{
    ByJurisdiction<bool> open{};
    ByJurisdiction<Kopecks> cost{};             // beside the permit's fee
    ByJurisdiction<Probability> struck_off{};   // of the bans on the list, in a month
    ByJurisdiction<HazardPerMonth> expected{};  // of an amnesty, as people believe

    void fields(Fields& field);

    /// Part of a horizon of H months that lies after the first amnesty to be expected:
    /// 1 - (1 - exp(-a H)) / (a H).
    double expected_part(Jurisdiction where, double horizon) const;
};
}  // namespace kochmon
