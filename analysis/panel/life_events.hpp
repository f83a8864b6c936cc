// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <tuple>
#include <vector>

#include "config/corridor.hpp"

#include "analysis/panel/life_state.hpp"

namespace kochmon
{
/// What happens in a life, as the change of a row from one month end to the next tells it. In the
/// order in which the events of a month are told: what moves the place, the presence, the work
/// right, the papers, the work; then what moves none of them.
enum class LifeEvent : std::uint8_t
{
    // Place.
    death,
    departure,   // detail: placement
    returned,    // by own choice; detail: turned_back, at the border on the way in again
    removal,     // by the state; detail: found, after_prison
    moved_on,    // to another destination
                 // Presence.
    conviction,  // to prison
    overstay_begun,
    re_entry,  // left and came back: a new permitted stay
    registration,
    permit_awaited,  // granted, and counts from a later month
                     // Work right.
    naturalization,
    residence,     // detail: temporary, permanent
    permit_begun,  // detail: renewed, after_waiting
    permit_ended,
    residence_ended,
    free_movement_begun,
    free_movement_ended,
    // Papers.
    forged_papers,        // detail: knowingly, unknowingly
    forged_papers_ended,  // ran out, were put away or replaced
                          // Work.
    job_found,            // detail: the sector
    contract,
    contract_ended,  // with the right; works on informally
    job_lost,
    // None of them, or what no event above tells.
    other,
    found,        // by a check, irregular; detail: fined, removed, convicted
    ban,          // set or prolonged; detail: its last month
    ban_purged,   // by an amnesty; detail: whose it was
    turned_back,  // at entry, from home; detail: by whom
    citizenship_sought,
    citizenship_denied,
    consular_registration,
    passport_expired,  // abroad
    passport_renewed
};
inline std::array<std::string, 33> const life_event_names = {"death",
                                                             "departure",
                                                             "return",
                                                             "removal",
                                                             "moved_on",
                                                             "conviction",
                                                             "overstay_begun",
                                                             "re_entry",
                                                             "registration",
                                                             "permit_awaited",
                                                             "naturalization",
                                                             "residence",
                                                             "permit_begun",
                                                             "permit_ended",
                                                             "residence_ended",
                                                             "free_movement_begun",
                                                             "free_movement_ended",
                                                             "forged_papers",
                                                             "forged_papers_ended",
                                                             "job_found",
                                                             "contract",
                                                             "contract_ended",
                                                             "job_lost",
                                                             "other",
                                                             "found",
                                                             "ban",
                                                             "ban_purged",
                                                             "turned_back",
                                                             "citizenship_sought",
                                                             "citizenship_denied",
                                                             "consular_registration",
                                                             "passport_expired",
                                                             "passport_renewed"};
/// An event with the destination concerned: of a departure where to, of the way home where from.
struct Happening
{
    LifeEvent event = LifeEvent::other;
    Place place = Place::home;
    std::string detail = {};

    template <class Self>
    static auto members(Self& self)
    {
        auto& [event, place, detail] = self;
        return std::tie(event, place, detail);
    }

    bool operator==(Happening const&) const = default;
};

/// What happened to one person in `month`, between the end of the month before and its end.
std::vector<Happening> events_between(Corridor const& corridor, LifeState const& before,
                                      LifeState const& now, Month month);

/// Which of the events between two different statuses ended the spell: the first of those that
/// speak of a layer that moved.
LifeEvent end_of_spell(std::vector<Happening> const& events, LifeStatus const& before,
                       LifeStatus const& now);
}  // namespace kochmon
