// SPDX-License-Identifier: MIT
#pragma once

#include "engine/quantities.hpp"

#include "config/fields.hpp"

#include "agents/state/population.hpp"
#include "agents/vocabulary/places.hpp"

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
    ByJurisdiction<Regime> regime{};
    // By country of origin: for whom the regime of free movement is; who is outside needs a permit.
    ByJurisdiction<ByCountry<bool>> union_members = everybody();
    ByJurisdiction<int> permitted_months{};
    ByJurisdiction<bool> re_entry{};  // whether a new stay begins at once after leaving
    ByJurisdiction<Kopecks> re_entry_cost{};

    void fields(Fields& field);

    bool free_movement(Jurisdiction where, Region origin) const
    {
        return regime[index(where)] == Regime::free_movement &&
               union_members[index(where)][index(origin_country(origin))];
    }
    /// Last month of the stay of who enters in `arrival`: permitted in the months t+1 .. t+d,
    /// overstayed from t+d+1.
    MonthStamp stay_end(Place place, Month arrival) const
    {
        return stay_end(permitted_months[index(jurisdiction_of(place))], arrival);
    }
    static MonthStamp stay_end(int permitted_months, Month arrival)
    {
        return stamp(arrival + permitted_months);
    }

    static constexpr ByJurisdiction<ByCountry<bool>> everybody()
    {
        ByJurisdiction<ByCountry<bool>> members{};
        for (auto& of_one : members) of_one.fill(true);
        return members;
    }
};
}  // namespace kochmon
