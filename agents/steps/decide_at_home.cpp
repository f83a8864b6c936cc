// SPDX-License-Identifier: MIT
#include <algorithm>

#include "agents/person_money.hpp"
#include "agents/prospects.hpp"
#include "agents/steps/steps.hpp"

namespace kochmon::steps
{
namespace
{
/// What leaving for a destination costs before the first pay: fare, registration, and the first
/// month's bed and food, which ties make cheaper [F5].
Kopecks cost_of_departure(ModelParameters const& parameters, Place place, double ties,
                          Kopecks registration)
{
    MarketParameters const& markets = parameters.markets;
    std::size_t const at = index(place);
    Kopecks const first_month = markets.first_bed[at] + markets.food[at];
    return markets.fare[at] + registration +
           scaled(first_month, search_cost_factor(parameters.ties, ties));
}

/// One person at home who considers leaving.
class Considering
{
  public:
    Considering(Society const& society, Population const& population, std::size_t person)
        : society_(society),
          parameters_(society.parameters),
          persons_(population.persons),
          person_(person),
          ties_(ties_of(society, population, person)),
          household_(household_means(society, population, person)),
          income_(income_at_home(parameters_.markets, persons_.origin[person],
                                 persons_.wage_job[person] != 0, persons_.wage_factor[person]))
    {
    }

    std::optional<Intent> decide() const
    {
        ByPlace<Offer> offers{};
        bool any = false;
        Trip const trip = persons_.trips[person_] == 0 ? Trip::first : Trip::later;
        for (std::size_t at = 1; at < place_count; ++at)
        {
            offers[at] = offer(static_cast<Place>(at));
            offers[at].open = worth_considering(parameters_.departure, offers[at], income_, trip);
            any = any || offers[at].open;
        }
        if (!any) return std::nullopt;
        double const home = value_of_money(parameters_.value, income_) +
                            Kopecks(persons_.attachment[person_]).roubles();
        auto const place =
            choose_destination(parameters_.departure, home, offers,
                               society_.noise(persons_.subject(person_), DecisionPoint::departure));
        if (!place) return std::nullopt;
        return intent(*place);
    }

  private:
    Means means(Place place) const
    {
        return {
            .own = Kopecks(persons_.cash[person_]),
            .purse = household_.purse,
            .credit = credit_limit(parameters_.liquidity, ties_[index(place)], household_.debt)};
    }

    Kopecks cost_of(Place place) const
    {
        Kopecks const registration = registration_fee(parameters_, place, citizen());
        return cost_of_departure(parameters_, place, ties_[index(place)], registration);
    }

    bool entry_open(Place place) const
    {
        Jurisdiction const where = jurisdiction_of(place);
        if (citizen() && !is_russian(place)) return false;  // who is naturalized goes back there
        return parameters_.stay.entry[index(where)] == Entry::free &&
               !persons_.banned(person_, where, society_.month);
    }

    // The better of the legal and the irregular plan; the legal one only if money covers it.
    Offer offer(Place place) const
    {
        if (!entry_open(place)) return {};
        std::size_t const at = index(place);
        Kopecks const cost = cost_of(place);
        if (!means(place).cover(cost)) return {};
        Circumstances const life{
            .place = place,
            .origin = persons_.origin[person_],
            .pay = society_.world.believed_wage[at] * persons_.wage_factor[person_],
            .chance_of_work = chance_of_work(parameters_.ties, ties_[at]),
            .one_off_cost = cost.roubles(),
            .perceived_risk = persons_.perceived_risk[person_],
            .income_at_home = income_};
        if (!citizen()) return offer_to_foreigner(life, means(place).total() - cost);
        double const net = net_of_citizen(life, parameters_);
        return {.open = true, .net = net, .value = value_of_money(parameters_.value, net)};
    }

    Offer offer_to_foreigner(Circumstances const& life, Kopecks left_for_permit) const
    {
        Prospect const plans = prospect(life, parameters_);
        std::size_t const region = index(persons_.origin[person_]);
        double const norm =
            parameters_.status.norm_cost * society_.world.regular_share[region][index(life.place)];
        Offer offer{.open = true,
                    .net = plans.irregular,
                    .value = value_of_money(parameters_.value, plans.irregular) - norm};
        if (left_for_permit < parameters_.permit.fee_of(life.place, life.origin)) return offer;
        offer.net = std::max(offer.net, plans.legal);
        offer.value = std::max(offer.value, value_of_money(parameters_.value, plans.legal));
        return offer;
    }

    bool citizen() const { return persons_.work_right[person_] == WorkRight::citizen; }

    Intent intent(Place place) const
    {
        Kopecks const cost = cost_of(place);
        return {.household = persons_.household[person_],
                .person = static_cast<std::uint32_t>(person_),
                .act = Act::depart,
                .place = place,
                .amount = cost,
                .needed = cost,
                .credit = means(place).credit};
    }

    Society const& society_;
    ModelParameters const& parameters_;
    Persons const& persons_;
    std::size_t person_;
    ByPlace<double> ties_;
    HouseholdMeans household_;
    double income_;
};
}  // namespace

void decide_at_home(Society const& society, Piece& piece)
{
    Persons& persons = piece.population().persons;
    for (std::uint32_t const person : piece.considering)
    {
        persons.must_decide[person] = 0;
        piece.tally.count(Count::considered_leaving,
                          Tally::cell(persons.origin[person], Place::home, persons.sex[person]));
        if (auto const intent = Considering(society, piece.population(), person).decide())
            piece.tile().intents.push_back(*intent);
    }
}
}  // namespace kochmon::steps
