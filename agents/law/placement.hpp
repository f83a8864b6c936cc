// SPDX-License-Identifier: MIT
#pragma once

#include "engine/quantities.hpp"

#include "config/fields.hpp"

#include "agents/vocabulary/places.hpp"

namespace kochmon
{
/// Organized placement [F17]: by the state (South Korea), or by licensed agencies where the
/// scenario opens places. Who is placed has work, a contract and a permit from the first month on.
/// How many are placed is a quota (law/quota).
struct PlacementLaw
{
    ByPlace<Share> test_passed{};  // part of adults who pass the language test of a year
    ByPlace<Kopecks> price{};      // beside the permit's fee

    void fields(Fields& field);
};
}  // namespace kochmon
