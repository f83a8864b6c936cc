// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <ostream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "analysis/panel/life_events.hpp"

#include "tests/corridors/kyrgyzstan.hpp"

// Rows made by hand, a month apart, and what is to be told of them.
namespace kochmon::tests
{
inline constexpr Month may = Month::of(2010, 5);
inline constexpr MonthStamp this_month = stamp(may);
inline constexpr MonthStamp last_month = stamp(may - 1);
inline constexpr MonthStamp in_a_year = stamp(may + 12);

inline LifeState at_home()
{
    LifeState state;
    state.living = true;
    state.passport_end = stamp(may + 24);
    return state;
}

/// In Moscow for three months, within the permitted stay, in search of work.
inline LifeState abroad()
{
    LifeState state = at_home();
    state.status.place = destinations::moscow;
    state.status.presence = Presence::permitted;
    state.arrival = state.entry = stamp(may - 3);
    return state;
}

inline LifeState with_permit(MonthStamp end)
{
    LifeState state = abroad();
    state.status.presence = Presence::registered;
    state.status.work_right = WorkRight::permit;
    state.permit_end = end;
    return state;
}

inline LifeState overstayed()
{
    LifeState state = abroad();
    state.status.presence = Presence::overstayed;
    return state;
}

inline LifeState working(LifeState state, Contract contract)
{
    state.status.contract = contract;
    state.status.sector = Sector::trade;
    return state;
}

inline LifeState with_papers(LifeState state, Papers papers, MonthStamp end)
{
    state.status.papers = papers;
    state.permit_end = end;
    return state;
}

inline LifeState with_right(LifeState state, WorkRight right)
{
    state.status.presence = Presence::registered;
    state.status.work_right = right;
    return state;
}

/// A state and what is changed of it.
inline LifeState but(LifeState state, std::function<void(LifeState&)> const& change)
{
    change(state);
    return state;
}

/// What a month did to a row and what is to be told of it.
struct Told
{
    std::string name;
    LifeState before;
    LifeState now;
    std::vector<Happening> events;
    LifeEvent end;  // of the spell; `other` if it goes on

    friend std::ostream& operator<<(std::ostream& out, Told const& told)
    {
        return out << told.name;
    }
};

inline void expect_told(Told const& told)
{
    auto const events = events_between(*kyrgyz_corridor(), told.before, told.now, may);
    EXPECT_EQ(events, told.events);
    bool const goes_on = told.before.status == told.now.status;
    LifeEvent const end =
        goes_on ? LifeEvent::other : end_of_spell(events, told.before.status, told.now.status);
    EXPECT_EQ(life_event_names[index(end)], life_event_names[index(told.end)]);
}

inline std::string name_of(testing::TestParamInfo<Told> const& tested)
{
    return tested.param.name;
}

inline Happening in_moscow(LifeEvent event, std::string detail = {})
{
    return {event, destinations::moscow, std::move(detail)};
}
}  // namespace kochmon::tests
