// SPDX-License-Identifier: MIT
#pragma once

#include "engine/quantities.hpp"

#include "config/fields.hpp"

#include "agents/places.hpp"
#include "agents/population.hpp"

namespace kochmon
{
/// Entry for work.
enum class Entry
{
    free,
    state_quota  // only by placement
};

/// What makes work lawful.
enum class Regime
{
    permit,
    free_movement  // registration and a contract; no permit, no quota, no end of the stay
};

/// Entry, the stay free of a permit (the 90 days), leaving and coming back for another one
/// [F2, F6].
struct StayLaw
{
    ByJurisdiction<Entry> entry{};
    ByJurisdiction<ByCountry<Regime>> regime{};  // by country of origin: unions have members
    ByJurisdiction<int> permitted_months{};
    ByJurisdiction<bool> re_entry{};  // whether a new stay begins at once after leaving
    ByJurisdiction<Kopecks> re_entry_cost{};

    void fields(Fields& field);

    bool free_movement(Jurisdiction where, Region origin) const
    {
        return regime[index(where)][index(origin_country(origin))] == Regime::free_movement;
    }
    /// Last month of the stay of who enters in `arrival`: permitted in the months t+1 .. t+d,
    /// overstayed from t+d+1.
    MonthStamp stay_end(Place place, Month arrival) const;
};
}  // namespace kochmon
