// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "analysis/life_tables/life_group.hpp"
#include "analysis/life_tables/panel_lives.hpp"

namespace kochmon
{
/// A person abroad, from a departure from home to the journey home, the death or the end of the
/// run.
struct Stay
{
    Month arrival;
    std::span<Spell const> spells;  // of the life: abroad, without a gap
    Month end;                      // of its last spell, excluded
    bool is_over = false;           // else the run ended first

    /// Whether it began in a reported month. Of the others it is known neither what was before the
    /// first reported month end nor who had ended by then.
    bool is_seen_from_arrival() const { return spells.front().from == arrival; }
    /// Why it was over: return, removal or death.
    LifeEvent end_event() const { return spells.back().end; }
};

/// In their order. The life must outlive them.
std::vector<Stay> stays_of(PanelLife const& life);

/// The groups in which a stay counts: total, destination, origin, sex, and the cohort of its
/// arrival if it was seen from there.
std::vector<LifeGroup> groups_of(Stay const& stay, PanelLife const& life);
}  // namespace kochmon
