// SPDX-License-Identifier: MIT
#include "agents/state/why_irregular.hpp"

namespace kochmon
{
Irregularity why_irregular(Persons const& persons, std::size_t person, Month month)
{
    Status const status = persons.status(person);
    if (status.papers == Papers::forged_unknowingly) return Irregularity::deceived;
    if (persons[person].permit_begin != never) return Irregularity::awaiting_permit;
    bool const lacks_contract_alone =
        status.work_right == WorkRight::free_movement && status.presence == Presence::registered;
    if (lacks_contract_alone) return Irregularity::no_contract;
    if (status.work_right == WorkRight::permit) return Irregularity::beyond_permit;
    bool const barred = persons.banned(person, jurisdiction_of(persons.place[person]), month + 1);
    if (status.presence == Presence::overstayed && barred) return Irregularity::banned;
    return persons[person].irregular_because;
}
}  // namespace kochmon
