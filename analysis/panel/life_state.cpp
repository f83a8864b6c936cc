// SPDX-License-Identifier: MIT
#include "analysis/panel/life_state.hpp"

#include "analysis/panel/chosen.hpp"

namespace kochmon
{
namespace
{
LifeStatus status_of(Persons const& persons, std::size_t row)
{
    bool const employed = persons[row].contract != Contract::none;
    return {.place = persons.place[row],
            .presence = persons[row].presence,
            .work_right = persons[row].work_right,
            .contract = persons[row].contract,
            .papers = persons[row].papers,
            .sector = employed ? std::optional(persons[row].sector) : std::nullopt};
}
}  // namespace

LifeState life_state(Persons const& persons, std::size_t row)
{
    if (!lives(persons, row)) return {};
    LifeState state;
    state.living = true;
    state.status = status_of(persons, row);
    state.arrival = persons[row].arrival;
    state.entry = persons[row].entry;
    state.permit_begin = persons[row].permit_begin;
    state.permit_end = persons[row].permit_end;
    state.queue_end = persons[row].queue_end;
    state.passport_end = persons[row].passport_end;
    state.last_found = persons.last_found[row];
    state.last_removed = persons[row].last_removed;
    for (std::size_t where = 0; where < persons.ban_end.size(); ++where)
        state.ban_end[where] = persons.ban_end[where][row];
    state.known_bans = persons[row].known_bans;
    state.at_consulate = persons[row].at_consulate != 0;
    return state;
}
}  // namespace kochmon
