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
    if (!attentive && persons.must_decide[person] == 0) return false;
    return departure_age.holds(persons.age_in_months(person, society.month));
}
}  // namespace

// Everybody's draws of the month, and the two short lists on which the other steps work: most
// persons at home need no more than their draw of attention.
void draw_luck(Society const& society, Piece& piece)
{
    piece.draw_month(society.draws());
    piece.abroad.clear();
    piece.considering.clear();
    Persons const& persons = piece.population().persons;
    for (std::size_t person = piece.tile().first_person; person < piece.tile().last_person;
         ++person)
    {
        auto const row = static_cast<std::uint32_t>(person);
        if (!persons.at_home(person))
            piece.abroad.push_back(row);
        else if (considers_leaving(society, piece, person))
            piece.considering.push_back(row);
    }
}
}  // namespace kochmon::steps
