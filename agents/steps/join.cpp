// SPDX-License-Identifier: MIT
#include <algorithm>

#include "agents/options/destinations.hpp"
#include "agents/steps/applications.hpp"
#include "agents/steps/steps.hpp"

namespace kochmon::steps
{
namespace
{
std::optional<Place> destination(Society const& society, Population const& population,
                                 std::size_t person, Joining joining)
{
    Persons const& persons = population.persons;
    if (joining == Joining::family)
        return place_of_family(society.corridor().destinations(),
                               members_by_place(population, persons[person].household));
    double const u = society.draws().uniform(persons.subject(person), block(DecisionPoint::study));
    return place_of_study(society.corridor().destinations(),
                          society.world.region_share[index(persons[person].origin)], u);
}

// Whether the person leaves, if law and money let them go.
bool leaves(Society const& society, Piece& piece, std::size_t person)
{
    Population const& population = piece.population();
    Persons const& persons = population.persons;
    auto const members = members_by_place(population, persons[person].household);
    bool family_abroad = false;
    for (Place const place : society.corridor().destinations())
        family_abroad = family_abroad || members[index(place)] > 0;
    auto const joining = joins(society.parameters.joining, family_abroad,
                               persons.age_in_months(person, society.month),
                               piece.monthly(MonthlyLane::job, person));
    if (!joining) return false;
    auto const place = destination(society, population, person, *joining);
    if (!place) return false;
    Destinations const destinations(society, population, person, Lists::open);
    if (!destinations.within_reach(*place)) return false;
    Why const why = *joining == Joining::family ? Why::to_join_family : Why::to_study;
    enter(society, piece, destinations.intent(*place, Act::depart, why));
    return true;
}
}  // namespace

// Departures that are not for work: to join family, or to study.
void leave_for_family_or_study(Society const& society, Piece& piece)
{
    std::vector<std::uint32_t>& joining = piece.joining;
    joining.erase(
        std::remove_if(joining.begin(), joining.end(),
                       [&](std::uint32_t person) { return !leaves(society, piece, person); }),
        joining.end());
}
}  // namespace kochmon::steps
