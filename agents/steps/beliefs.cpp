// SPDX-License-Identifier: MIT
#include "agents/steps/beliefs.hpp"

#include "agents/steps/steps.hpp"

namespace kochmon::steps
{
namespace
{
void learn(Society const& society, Persons& persons, std::size_t person, Experience experience)
{
    persons[person].perceived_risk =
        updated_risk(society.parameters.risk_belief, persons[person].perceived_risk, experience);
}

// Who was found tells the others of the household, at home and abroad.
void tell_household(Society const& society, Piece& piece, std::size_t found)
{
    Persons& persons = piece.population().persons;
    auto const& first = piece.population().households.first_member;
    std::size_t const household = persons[found].household;
    for (std::size_t person = first[household]; person < first[household + 1]; ++person)
    {
        bool const hears = !persons.nowhere(person) && !persons.status(person).held();
        if (person == found || !hears) continue;
        hear_news(society, persons, person);
        learn(society, persons, person, Experience::member_detected);
    }
}
}  // namespace

void hear_news(Society const& society, Persons& persons, std::size_t person)
{
    int const months = society.news.months();
    persons[person].perceived_risk = society.news.heard(
        persons[person].origin, persons[person].perceived_risk, persons[person].news_heard);
    persons[person].news_heard = static_cast<MonthStamp>(months);
}

// Who was found, and who was not, learn of the risk; a prison shows nothing of it.
void learn_of_risk(Society const& society, Piece& piece)
{
    Persons& persons = piece.population().persons;
    std::size_t next = 0;
    for (std::uint32_t const person : piece.abroad)
    {
        bool const found = next < piece.found.size() && piece.found[next] == person;
        if (found) ++next;
        if (!found && persons.status(person).held()) continue;
        hear_news(society, persons, person);
        learn(society, persons, person, found ? Experience::detected : Experience::quiet);
    }
    for (std::uint32_t const person : piece.found) tell_household(society, piece, person);
}
}  // namespace kochmon::steps
