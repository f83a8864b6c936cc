// SPDX-License-Identifier: MIT
#pragma once

#include "engine/quantities.hpp"

#include "agents/places.hpp"

namespace kochmon
{
/// The work permit or patent: paid upfront, covers registration for its duration [F3].
struct PermitLaw
{
    ByJurisdiction<Kopecks> fee{};
    ByJurisdiction<int> duration{};  // months

    void fields(Fields& field);

    /// The fee spread over the months it buys, RUB/month.
    double fee_per_month(Place place) const;
};
}  // namespace kochmon
