// SPDX-License-Identifier: MIT
#include "agents/law/rights.hpp"

#include <algorithm>

namespace kochmon
{
void lose_work_right(Persons& persons, std::size_t person, Month month)
{
    persons.work_right[person] = WorkRight::none;
    persons.permit_paid[person] = never;
    persons.resident_since[person] = never;
    persons.stay_end[person] = std::max(persons.stay_end[person], stamp(month - 1));
    if (persons.contract[person] == Contract::formal) persons.contract[person] = Contract::informal;
}

bool overruns_stay(Persons& persons, std::size_t person, Month month)
{
    bool const needs_no_stay =
        persons.work_right[person] != WorkRight::none || persons.permit_begin[person] != never;
    if (needs_no_stay || !persons.status(person).presence_lawful()) return false;
    if (persons.stay_end[person] >= stamp(month)) return false;
    persons.presence[person] = Presence::overstayed;
    persons.lawful_since[person] = never;
    return true;
}
}  // namespace kochmon
