// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <utility>
#include <vector>

#include "analysis/life_tables/panel_lives.hpp"

#include "tests/corridors/kyrgyzstan.hpp"

// Lives of a panel whose first reported month is January 2010, made by hand.
namespace kochmon::tests
{
inline constexpr Month first_month = Month::of(2010, 1);

inline LifeStatus home_status()
{
    return {};
}
/// In Moscow, lawfully, in search of work.
inline LifeStatus searching()
{
    return {.place = destinations::moscow, .presence = Presence::permitted};
}
inline LifeStatus with_work_right(WorkRight right)
{
    return {.place = destinations::moscow, .presence = Presence::registered, .work_right = right};
}
inline LifeStatus working_without_right()
{
    return {.place = destinations::moscow,
            .presence = Presence::permitted,
            .contract = Contract::informal};
}
inline LifeStatus in_presence(Presence presence)
{
    return {.place = destinations::moscow, .presence = presence};
}

/// A life is made of statuses and the months that each lasts.
struct Part
{
    int months;
    LifeStatus status;
    LifeEvent end = LifeEvent::other;
};

/// `arrived`: months before the first reported month, of who is abroad in it. The last part goes on
/// to the end of the run, unless its end is a death.
inline PanelLife life_of_parts(std::vector<Part> const& parts, int arrived = 0)
{
    PanelLife life{.replicate = 0,
                   .person = "p0000000001",
                   .origin = regions::osh,
                   .sex = Sex::male,
                   .birth = Month::of(1980, 6),
                   .spells = {},
                   .end = first_month};
    Month arrival = first_month - arrived;
    for (Part const& part : parts)
    {
        bool const was_home = !life.spells.empty() && life.spells.back().status.at_home();
        if (was_home) arrival = life.end;
        bool const is_home = part.status.at_home();
        Spell spell{.from = life.end, .until = life.end + part.months, .status = part.status};
        spell.arrival = is_home ? never : stamp(arrival);
        spell.end = part.end;
        spell.entered = !life.spells.empty();
        life.spells.push_back(spell);
        life.end = life.end + part.months;
    }
    if (parts.back().end != LifeEvent::death) life.spells.back().until = std::nullopt;
    return life;
}
}  // namespace kochmon::tests
