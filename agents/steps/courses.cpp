// SPDX-License-Identifier: MIT
#include "agents/programmes/courses.hpp"

#include "agents/steps/steps.hpp"

namespace kochmon::steps
{
// Every January, for adults at home.
void take_courses(Society const& society, Piece& piece)
{
    Courses const& courses = society.parameters.courses;
    if (!courses.held(origin_country(piece.tile().region)) || !society.month.is_january()) return;
    Persons& persons = piece.population().persons;
    Tile const& tile = piece.tile();
    for (std::size_t person = tile.first_person; person < tile.last_person; ++person)
    {
        if (!persons.at_home(person)) continue;
        if (!departure_age.holds(persons.age_in_months(person, society.month))) continue;
        Learnt const now = learnt(courses, persons, person, society.draws());
        if (now.language)
        {
            persons[person].language = 1;
            piece.happened(Count::learnt_language, person);
        }
        if (now.profession)
        {
            persons[person].profession = 1;
            piece.happened(Count::learnt_profession, person);
        }
    }
}
}  // namespace kochmon::steps
