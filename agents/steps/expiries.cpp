// SPDX-License-Identifier: MIT
#include "agents/steps/steps.hpp"

namespace kochmon::steps
{
namespace
{
void let_permit_lapse(Persons& persons, std::size_t person)
{
    persons.work_right[person] = WorkRight::none;
    persons.presence[person] = Presence::permitted;
    persons.must_decide[person] = 1;
}
}  // namespace

// Permits end; a stay without one becomes an overstay after the permitted months [F6].
void let_terms_expire(Society const& society, Piece& piece)
{
    Persons& persons = piece.population().persons;
    MonthStamp const now = stamp(society.month);
    for (std::uint32_t const person : piece.abroad)
    {
        std::size_t const cell =
            Tally::cell(persons.origin[person], persons.place[person], persons.sex[person]);
        if (persons.work_right[person] == WorkRight::permit && persons.permit_end[person] < now)
        {
            let_permit_lapse(persons, person);
            piece.tally.count(Count::permits_lapsed, cell);
        }
        else if (persons.work_right[person] == WorkRight::permit &&
                 persons.permit_end[person] == now)
            persons.must_decide[person] = 1;
        if (persons.presence[person] != Presence::permitted) continue;
        if (!permitted_stay_over(society.parameters.stay, persons.place[person],
                                 persons.arrival[person], society.month))
            continue;
        persons.presence[person] = Presence::overstayed;
        persons.must_decide[person] = 1;
        piece.tally.count(Count::stays_overrun, cell);
    }
}
}  // namespace kochmon::steps
