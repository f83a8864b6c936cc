// SPDX-License-Identifier: MIT
#include <algorithm>

#include "agents/options/destinations.hpp"
#include "agents/steps/applications.hpp"
#include "agents/steps/beliefs.hpp"
#include "agents/steps/decisions.hpp"
#include "agents/steps/steps.hpp"

namespace kochmon::steps
{
// Destinations that pay enough more than home compete with it.
void consider_leaving(Society const& society, Piece& piece, std::size_t person, Lists lists)
{
    Persons const& persons = piece.population().persons;
    ModelParameters const& parameters = society.parameters;
    Destinations const destinations(society, piece.population(), person, lists);
    Trip const trip = persons.trips[person] == 0 ? Trip::first : Trip::later;
    ByPlace<Offer> offers{};
    ByPlace<bool> placed{};
    bool any = false;
    double const income = destinations.income_at_home();
    for (Place const place : society.corridor().destinations())
    {
        Way const way = destinations.best_way(place, hurdle(parameters.departure, income, trip));
        Offer& offer = offers[index(place)];
        offer = way.offer;
        offer.open = worth_considering(parameters.departure, offer, income, trip);
        placed[index(place)] = way.placed;
        any = any || offer.open;
    }
    if (!any) return;
    auto const place = choose_destination(
        parameters.departure, parameters.value.kernel, destinations.value_of_home(), offers,
        society.noise(persons.subject(person), DecisionPoint::departure)
            .remembered_in(piece.noise_memory()));
    if (!place) return;
    Why const why = placed[index(*place)] ? Why::by_placement : Why::own_choice;
    enter(society, piece, destinations.intent(*place, Act::depart, why));
}

void decide_at_home(Society const& society, Piece& piece)
{
    Persons& persons = piece.population().persons;
    for (std::uint32_t const person : piece.considering)
    {
        persons.must_decide[person] = 0;
        hear_news(society, persons, person);
        if (std::binary_search(piece.joining.begin(), piece.joining.end(), person)) continue;
        piece.happened(Count::considered_leaving, person);
        consider_leaving(society, piece, person, Lists::open);
    }
}
}  // namespace kochmon::steps
