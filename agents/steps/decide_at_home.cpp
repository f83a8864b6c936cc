// SPDX-License-Identifier: MIT
#include <algorithm>

#include "engine/contract.hpp"

#include "agents/options/destinations.hpp"
#include "agents/steps/applications.hpp"
#include "agents/steps/beliefs.hpp"
#include "agents/steps/decisions.hpp"
#include "agents/steps/steps.hpp"

namespace kochmon::steps
{
namespace
{
/// What destinations that pay enough more than home offer to one person there.
class OffersAtHome final : public OffersOf
{
  public:
    OffersAtHome(DepartureParameters const& rule, Destinations const& destinations, Trip trip)
        : rule_(rule),
          destinations_(destinations),
          trip_(trip),
          hurdle_(hurdle(rule, destinations.income_at_home(), trip))
    {
    }

    std::optional<double> most_value(Place place) override
    {
        there_ = destinations_.outlook(place, hurdle_);
        return there_ ? std::optional(destinations_.most_value(*there_)) : std::nullopt;
    }
    Offer offer(Place place) override
    {
        EXPECT(there_ && there_->life.place == place);
        Way way = destinations_.best_way(*there_);
        placed_[index(place)] = way.placed;
        way.offer.open = worth_considering(rule_, way.offer, destinations_.income_at_home(), trip_);
        return way.offer;
    }
    bool is_placed(Place place) const { return placed_[index(place)]; }

  private:
    DepartureParameters const& rule_;
    Destinations const& destinations_;
    Trip trip_;
    double hurdle_;
    std::optional<Destinations::Outlook> there_;  // asked for last
    ByPlace<bool> placed_{};
};
}  // namespace

// Destinations that pay enough more than home compete with it.
void consider_leaving(Society const& society, Piece& piece, std::size_t person, Lists lists)
{
    Persons const& persons = piece.population().persons;
    ModelParameters const& parameters = society.parameters;
    Destinations const destinations(society, piece.population(), person, lists);
    Trip const trip = persons[person].trips == 0 ? Trip::first : Trip::later;
    OffersAtHome offers(parameters.departure, destinations, trip);
    auto const place = choose_destination(
        parameters.departure, parameters.value.kernel, destinations.value_of_home(), offers,
        society.noise(persons.subject(person), DecisionPoint::departure)
            .remembered_in(piece.noise_memory()));
    if (!place) return;
    Why const why = offers.is_placed(*place) ? Why::by_placement : Why::own_choice;
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
