// SPDX-License-Identifier: MIT
#pragma once

#include "engine/quantities.hpp"

#include "config/fields.hpp"

#include "agents/vocabulary/places.hpp"

namespace kochmon
{
/// Intermediaries sell a permit with everything done, for a total price. Some hand out forged
/// papers to a client who does not know; the others apply for a genuine permit, quota included.
/// Supervision lowers the forged share.
struct IntermediaryLaw
{
    ByJurisdiction<Kopecks> price{};  // in all, fee included
    ByJurisdiction<Share> forged{};

    void fields(Fields& field);

    bool forges(Jurisdiction where, double u) const { return u < forged[index(where)].value(); }
};
}  // namespace kochmon
