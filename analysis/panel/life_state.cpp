// SPDX-License-Identifier: MIT
#include "analysis/panel/life_state.hpp"

#include "analysis/panel/chosen.hpp"

namespace kochmon
{
namespace
{
LifeStatus status_of(Persons const& persons, std::size_t row)
{
    bool const employed = persons.contract[row] != Contract::none;
    return {.place = persons.place[row],
            .presence = persons.presence[row],
            .work_right = persons.work_right[row],
            .contract = persons.contract[row],
            .papers = persons.papers[row],
            .sector = employed ? std::optional(persons.sector[row]) : std::nullopt};
}
}  // namespace

LifeState life_state(Persons const& persons, std::size_t row)
{
    if (!lives(persons, row)) return {};
    LifeState state;
    state.living = true;
    state.status = status_of(persons, row);
    state.arrival = persons.arrival[row];
    state.entry = persons.entry[row];
    state.permit_begin = persons.permit_begin[row];
    state.permit_end = persons.permit_end[row];
    state.queue_end = persons.queue_end[row];
    state.passport_end = persons.passport_end[row];
    state.last_found = persons.last_found[row];
    state.last_removed = persons.last_removed[row];
    for (std::size_t where = 0; where < persons.ban_end.size(); ++where)
        state.ban_end[where] = persons.ban_end[where][row];
    state.known_bans = persons.known_bans[row];
    state.at_consulate = persons.at_consulate[row] != 0;
    return state;
}
}  // namespace kochmon
