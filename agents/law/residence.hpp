// SPDX-License-Identifier: MIT
#pragma once

#include "engine/quantities.hpp"

#include "config/fields.hpp"

#include "agents/places.hpp"

namespace kochmon
{
/// Temporary and permanent residence: work without a permit, and the residence that the reformed
/// route to citizenship asks for. Places are a quota (law/quota).
struct ResidenceLaw
{
    ByJurisdiction<bool> open{};
    ByJurisdiction<Kopecks> temporary_fee{};
    ByJurisdiction<int> temporary_duration{};       // months
    ByJurisdiction<int> months_before_permanent{};  // of temporary residence
    ByJurisdiction<Kopecks> permanent_fee{};
    ByJurisdiction<int> clean_record{};  // months without being found irregular

    void fields(Fields& field);
};
}  // namespace kochmon
