// SPDX-License-Identifier: MIT
#include "agents/steps/steps.hpp"

namespace kochmon::steps
{
namespace
{
bool considers_leaving(Society const& society, Piece& piece, std::size_t person)
{
    Persons const& persons = piece.population().persons;
    bool const attentive =
        piece.monthly_word(MonthlyLane::attention, person) < society.world.attention_at_home;
    return attentive || persons.must_decide[person] != 0;
}

bool may_join(Society const& society, Piece& piece, std::size_t person)
{
    return piece.monthly_word(MonthlyLane::job, person) < society.world.joining_at_home;
}

void list_at_home(Society const& society, Piece& piece, std::uint32_t person)
{
    bool const considers = considers_leaving(society, piece, person);
    bool const joins = may_join(society, piece, person);
    if (!considers && !joins) return;
    Persons const& persons = piece.population().persons;
    if (!departure_age.holds(persons.age_in_months(person, society.month))) return;
    if (considers) piece.considering.push_back(person);
    if (joins) piece.joining.push_back(person);
}
}  // namespace

// Everybody's draws of the month, and the short lists on which the other steps work: most persons
// at home need no more than their draw of attention. Who dies this month does nothing else in it.
void draw_luck(Society const& society, Piece& piece)
{
    piece.draw_month(society.draws());
    piece.abroad.clear();
    piece.considering.clear();
    piece.joining.clear();
    piece.found.clear();
    piece.newborn.clear();
    piece.dying.clear();
    MonthStamp const now = stamp(society.month);
    Persons const& persons = piece.population().persons;
    for (std::size_t person = piece.tile().first_person; person < piece.tile().last_person;
         ++person)
    {
        auto const row = static_cast<std::uint32_t>(person);
        if (persons.nowhere(person))
        {
            if (persons.birth[person] == now) piece.newborn.push_back(row);
        }
        else if (persons.death[person] == now)
            piece.dying.push_back(row);
        else if (persons.abroad(person))
            piece.abroad.push_back(row);
        else
            list_at_home(society, piece, row);
    }
}
}  // namespace kochmon::steps
