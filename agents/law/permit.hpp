// SPDX-License-Identifier: MIT
#pragma once

#include "engine/quantities.hpp"

#include "agents/places.hpp"

namespace kochmon
{
/// The work permit or patent: paid upfront, covers registration for its duration [F3].
struct PermitLaw
{
    ByJurisdiction<ByRegion<Kopecks>> fee{};  // may differ by origin
    ByJurisdiction<int> duration{};           // months

    void fields(Fields& field);

    Kopecks fee_of(Place place, Region origin) const;
    /// The fee spread over the months it buys, RUB/month.
    double fee_per_month(Place place, Region origin) const;
};
}  // namespace kochmon
