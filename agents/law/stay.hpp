// SPDX-License-Identifier: MIT
#pragma once

#include "engine/quantities.hpp"

#include "agents/places.hpp"
#include "agents/population.hpp"

namespace kochmon
{
/// Entry, the stay free of a permit (the 90 days), and registration [F2, F6].
enum class Entry
{
    free,
    state_quota  // only by state placement
};

struct StayLaw
{
    ByJurisdiction<Entry> entry{};
    ByJurisdiction<int> permitted_months{};
    ByJurisdiction<Kopecks> registration_fee{};

    void fields(Fields& field);
};

/// Arrival in month t; the stay is permitted in the months t+1 .. t+d and overstayed from t+d+1.
bool permitted_stay_over(StayLaw const& law, Place place, MonthStamp arrival, Month month);
}  // namespace kochmon
