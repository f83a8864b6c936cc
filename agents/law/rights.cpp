// SPDX-License-Identifier: MIT
#include "agents/law/rights.hpp"

#include <algorithm>

namespace kochmon
{
void lose_work_right(Persons& persons, std::size_t person, Month month)
{
    persons[person].work_right = WorkRight::none;
    persons[person].permit_paid = never;
    persons[person].resident_since = never;
    persons[person].stay_end = std::max(persons[person].stay_end, stamp(month - 1));
    if (persons[person].contract == Contract::formal) persons[person].contract = Contract::informal;
}

bool overruns_stay(Persons& persons, std::size_t person, Month month)
{
    bool const needs_no_stay =
        persons[person].work_right != WorkRight::none || persons[person].permit_begin != never;
    if (needs_no_stay || !persons.status(person).presence_lawful()) return false;
    if (persons[person].stay_end >= stamp(month)) return false;
    persons[person].presence = Presence::overstayed;
    persons[person].lawful_since = never;
    return true;
}
}  // namespace kochmon
