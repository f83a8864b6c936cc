// SPDX-License-Identifier: MIT
#include <algorithm>

#include "agents/labour.hpp"
#include "agents/law/bans.hpp"
#include "agents/person_money.hpp"
#include "agents/prospects.hpp"
#include "agents/steps/applications.hpp"
#include "agents/steps/decisions.hpp"
#include "agents/steps/steps.hpp"

namespace kochmon::steps
{
namespace
{
/// What leaving for a destination costs before the first pay: fare, registration, and the first
/// month's bed and food, which ties make cheaper [F5].
Kopecks cost_of_departure(Society const& society, Place place, double ties, Kopecks registration)
{
    ModelParameters const& parameters = society.parameters;
    MarketParameters const& markets = parameters.markets;
    std::size_t const at = index(place);
    Kopecks const first_month = society.world.first_bed[at] + markets.food[at];
    return markets.fare[at] + registration +
           scaled(first_month, search_cost_factor(parameters.ties, ties));
}

/// How a destination would be reached: by one's own devices, or placed by the state or an agency.
struct Way
{
    Offer offer;
    bool placed = false;
};

/// One person at home who considers leaving.
class Considering
{
  public:
    Considering(Society const& society, Population const& population, std::size_t person,
                Lists lists)
        : society_(society),
          parameters_(society.parameters),
          persons_(population.persons),
          person_(person),
          lists_(lists),
          citizen_(persons_.work_right[person] == WorkRight::citizen),
          ties_(ties_of(society, population, person)),
          household_(household_means(society, population, person)),
          income_(income_at_home(parameters_.markets, persons_.origin[person],
                                 persons_.wage_job[person] != 0, persons_.wage_factor[person]))
    {
    }

    std::optional<Intent> decide() const
    {
        ByPlace<Offer> offers{};
        ByPlace<bool> placed{};
        bool any = false;
        Trip const trip = persons_.trips[person_] == 0 ? Trip::first : Trip::later;
        for (std::size_t at = 1; at < place_count; ++at)
        {
            Way const way = best_way(static_cast<Place>(at));
            offers[at] = way.offer;
            placed[at] = way.placed;
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
        return intent(*place, placed[index(*place)]);
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
        Kopecks const registration = registration_fee(parameters_, place, citizen_);
        return cost_of_departure(society_, place, ties_[index(place)], registration);
    }
    Kopecks cost_of_placement(Place place) const
    {
        return cost_of(place) + price_of_placement(parameters_, place, persons_.origin[person_]);
    }

    // A ban bars only those who know of it.
    bool may_go(Place place) const
    {
        Jurisdiction const where = jurisdiction_of(place);
        if (citizen_) return is_russian(place);  // who is naturalized goes back there
        return !persons_.banned(person_, where, society_.month) ||
               !knows_ban(persons_, person_, where);
    }
    bool entry_is_free(Place place) const
    {
        return parameters_.stay.entry[index(jurisdiction_of(place))] == Entry::free;
    }

    // The language test is the same all the year.
    bool may_be_placed(Place place) const
    {
        if (citizen_ || lists_ == Lists::closed) return false;
        if (parameters_.quota.quota[index(Scarce::placement)][index(place)].places == 0.0)
            return false;
        MonthDraws const january(society_.seeds, Month::of(society_.month.year(), 1));
        double const u =
            january.uniform(persons_.subject(person_), block(DecisionPoint::placement_test),
                            static_cast<std::uint32_t>(place));
        return u < parameters_.placement.test_passed[index(place)].value();
    }

    Circumstances life_at(Place place, Kopecks cost, bool on_credit) const
    {
        std::size_t const at = index(place);
        return {.place = place,
                .origin = persons_.origin[person_],
                .pay = believed_pay(society_, persons_, person_, place),
                .weakness =
                    weakness_at(parameters_, persons_.russian[person_] != 0, on_credit, ties_[at]),
                .living = society_.world.living[at].roubles(),
                .chance_of_work = chance_of_work_at(parameters_, place, ties_[at]),
                .one_off_cost = cost.roubles(),
                .perceived_risk = persons_.perceived_risk[person_],
                .income_at_home = income_};
    }

    // The best way that law and money leave open.
    Way best_way(Place place) const
    {
        if (!may_go(place)) return {};
        Kopecks const cost = cost_of(place);
        Means const within_reach = means(place);
        if (!within_reach.cover(cost)) return {};
        bool const on_credit = within_reach.own + within_reach.purse < cost;
        Prospects const life(life_at(place, cost, on_credit), parameters_);
        Way way;
        if (citizen_ || entry_is_free(place))
            way.offer = citizen_ ? offer_of(life.citizen(Kopecks{}))
                                 : offer_to_foreigner(place, life, within_reach.total() - cost);
        if (!may_be_placed(place) || !within_reach.cover(cost_of_placement(place))) return way;
        Offer const placed = offer_of(life.placed());
        return way.offer.open && way.offer.value >= placed.value ? way : Way{placed, true};
    }

    Offer offer_of(double net) const
    {
        return {.open = true, .net = net, .value = value_of_money(parameters_.value, net)};
    }

    // The better of the legal and the irregular plan; the legal one only if money covers it.
    Offer offer_to_foreigner(Place place, Prospects const& life, Kopecks left_for_permit) const
    {
        std::size_t const region = index(persons_.origin[person_]);
        double const norm =
            parameters_.status.norm_cost * society_.world.regular_share[region][index(place)];
        Offer offer = offer_of(life.nothing());
        offer.value -= norm;
        bool const free_movement = parameters_.stay.free_movement(jurisdiction_of(place));
        Kopecks const fee = free_movement
                                ? Kopecks{}
                                : parameters_.permit.first_payment(place, persons_.origin[person_]);
        if (left_for_permit < fee) return offer;
        Offer const legal = offer_of(life.legal());
        offer.net = std::max(offer.net, legal.net);
        offer.value = std::max(offer.value, legal.value);
        return offer;
    }

    Intent intent(Place place, bool placed) const
    {
        Kopecks const cost = placed ? cost_of_placement(place) : cost_of(place);
        return {.household = persons_.household[person_],
                .person = static_cast<std::uint32_t>(person_),
                .act = Act::depart,
                .why = placed ? Why::by_placement : Why::own_choice,
                .place = place,
                .amount = cost,
                .needed = cost,
                .credit = means(place).credit,
                .list = placed ? Scarce::placement : Scarce::nothing};
    }

    Society const& society_;
    ModelParameters const& parameters_;
    Persons const& persons_;
    std::size_t person_;
    Lists lists_;
    bool citizen_;
    ByPlace<double> ties_;
    HouseholdMeans household_;
    double income_;
};
}  // namespace

void consider_leaving(Society const& society, Piece& piece, std::size_t person, Lists lists)
{
    auto const intent = Considering(society, piece.population(), person, lists).decide();
    if (intent) enter(society, piece, *intent);
}

void decide_at_home(Society const& society, Piece& piece)
{
    Persons& persons = piece.population().persons;
    for (std::uint32_t const person : piece.considering)
    {
        persons.must_decide[person] = 0;
        piece.tally.count(Count::considered_leaving,
                          Tally::cell(persons.origin[person], Place::home, persons.sex[person]));
        consider_leaving(society, piece, person, Lists::open);
    }
}
}  // namespace kochmon::steps
