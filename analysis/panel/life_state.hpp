// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <tuple>

#include "agents/state/population.hpp"

namespace kochmon
{
/// What a spell is a spell of: the place and the layers of status at a month end.
struct LifeStatus
{
    Place place = Place::home;
    Presence presence = Presence::home;
    WorkRight work_right = WorkRight::none;
    Contract contract = Contract::none;
    Papers papers = Papers::genuine;
    std::optional<Sector> sector = {};  // of the job now held

    bool at_home() const { return place == Place::home; }
    template <class Self>
    static auto members(Self& self)
    {
        auto& [place, presence, work_right, contract, papers, sector] = self;
        return std::tie(place, presence, work_right, contract, papers, sector);
    }
    bool operator==(LifeStatus const&) const = default;
};

/// The row of one person at a month end, as far as the panel tells of it.
struct LifeState
{
    bool living = false;
    LifeStatus status = {};
    MonthStamp arrival = never;
    MonthStamp entry = never;
    MonthStamp permit_begin = never;
    MonthStamp permit_end = never;
    MonthStamp queue_end = never;
    MonthStamp passport_end = never;
    MonthStamp last_found = never;
    MonthStamp last_removed = never;
    ByJurisdiction<MonthStamp> ban_end = {never, never, never, never, never, never, never, never};
    unsigned known_bans = 0;
    bool at_consulate = false;

    template <class Self>
    static auto members(Self& self)
    {
        auto& [living, status, arrival, entry, permit_begin, permit_end, queue_end, passport_end,
               last_found, last_removed, ban_end, known_bans, at_consulate] = self;
        return std::tie(living, status, arrival, entry, permit_begin, permit_end, queue_end,
                        passport_end, last_found, last_removed, ban_end, known_bans, at_consulate);
    }
};

LifeState life_state(Persons const& persons, std::size_t row);
}  // namespace kochmon
