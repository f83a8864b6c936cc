// SPDX-License-Identifier: MIT
#include "agents/options/destinations.hpp"

#include <algorithm>
#include <cmath>

#include "agents/law/bans.hpp"
#include "agents/options/labour.hpp"

namespace kochmon
{
Destinations::Destinations(Society const& society, Population const& population, std::size_t person,
                           Lists lists)
    : society_(society),
      parameters_(society.parameters),
      persons_(population.persons),
      person_(person),
      lists_(lists),
      citizen_(persons_[person].work_right == WorkRight::citizen),
      ties_(ties_of(society, population, person)),
      household_(household_means(society, population, person)),
      income_(kochmon::income_at_home(parameters_.markets, persons_[person].origin,
                                      persons_.wage_job[person] != 0, persons_[person].wage_factor,
                                      society.world.income_level[index(persons_[person].origin)])),
      programme_credit_(persons_.at_home(person) ? parameters_.departure_credit.for_member_of(
                                                       origin_country(persons_[person].origin),
                                                       household_.cash, household_.income)
                                                 : Kopecks{})
{
}

double Destinations::unmet_at(Place place) const
{
    return unmet_of(society_, persons_[person_].origin, place, ties_[index(place)]);
}

double Destinations::value_of_home() const
{
    return value_of_money(parameters_.value, income_) +
           Kopecks(persons_[person_].attachment).roubles() -
           parameters_.unrest.at(persons_[person_].origin);
}

Means Destinations::means(Place place) const
{
    Kopecks const owed = Kopecks(persons_[person_].debt) + household_.debt;
    Kopecks const sent_abroad = scaled(household_.purse, parameters_.liquidity.sent_abroad.value());
    return {.own = Kopecks(persons_[person_].cash),
            .purse = persons_.at_home(person_) ? household_.purse : sent_abroad,
            .credit =
                credit_limit(parameters_.liquidity, ties_[index(place)], owed, programme_credit_)};
}

// Fare, registration, and the first month's bed and food, which ties make cheaper [F5].
Kopecks Destinations::cost_of(Place place, double unmet) const
{
    MarketParameters const& markets = parameters_.markets;
    std::size_t const at = index(place);
    Kopecks const first_month = society_.world.first_bed[at] + markets.food[at];
    return fare(parameters_, persons_.place[person_], place) +
           registration_fee(parameters_, place, citizen_) +
           scaled(first_month, search_cost_factor(parameters_.ties, unmet));
}

Kopecks Destinations::cost_of(Place place) const
{
    return cost_of(place, unmet_at(place));
}

Kopecks Destinations::with_placement(Place place, Kopecks cost) const
{
    return cost + price_of_placement(parameters_, place, persons_[person_].origin);
}

bool Destinations::within_country(Place place) const
{
    return persons_.abroad(person_) &&
           jurisdiction_of(persons_.place[person_]) == jurisdiction_of(place);
}

// A ban bars only those who know of it, and only at the border.
bool Destinations::may_go(Place place) const
{
    Jurisdiction const where = jurisdiction_of(place);
    if (within_country(place)) return true;
    if (citizen_) return is_in_main_jurisdiction(place);  // who is naturalized goes back there
    return !persons_.banned(person_, where, society_.month) || !knows_ban(persons_, person_, where);
}

bool Destinations::entry_is_free(Place place) const
{
    return within_country(place) ||
           parameters_.stay.entry[index(jurisdiction_of(place))] == Entry::free;
}

bool Destinations::within_reach(Place place) const
{
    return may_go(place) && (citizen_ || entry_is_free(place)) &&
           means(place).cover(cost_of(place));
}

// The language test is the same all the year; placements are made at home.
bool Destinations::may_be_placed(Place place) const
{
    if (citizen_ || lists_ == Lists::closed || !persons_.at_home(person_)) return false;
    if (parameters_.quota.quota[index(Scarce::placement)][index(place)].places == 0.0) return false;
    MonthDraws const january(society_.seeds, Month::of(society_.month.year(), 1));
    double const u =
        january.uniform(persons_.subject(person_), block(DecisionPoint::placement_test),
                        static_cast<std::uint32_t>(index(place)));
    return u < parameters_.placement.test_passed[index(place)].value();
}

Circumstances Destinations::life_at(Place place, Kopecks cost, bool on_credit, double unmet) const
{
    std::size_t const at = index(place);
    return {.place = place,
            .origin = persons_[person_].origin,
            .pay = believed_pay(society_, persons_, person_, place),
            .employed = false,
            .contract = false,
            .client = false,
            .in_household = society_.world.in_household[group_of(persons_.learning(person_))],
            .weakness = weakness_at(parameters_, persons_[person_].language != 0, on_credit, unmet),
            .living = society_.world.living[at].roubles(),
            .chance_of_work = chance_of_work_at(parameters_, place, unmet),
            .one_off_cost = cost.roubles(),
            .perceived_risk = persons_[person_].perceived_risk,
            .income_at_home = income_,
            .aim = persons_[person_].aim};
}

std::optional<Destinations::Outlook> Destinations::outlook(Place place, double more_than) const
{
    if (!may_go(place)) return std::nullopt;
    double const unmet = unmet_at(place);
    Kopecks const cost = cost_of(place, unmet);
    Means const within_reach = means(place);
    if (!within_reach.cover(cost)) return std::nullopt;
    bool const on_credit = within_reach.own + within_reach.purse < cost;
    Outlook there{.life = life_at(place, cost, on_credit, unmet),
                  .cost = cost,
                  .within_reach = within_reach.total()};
    there.placed = may_be_placed(place) && within_reach.cover(with_placement(place, cost));
    there.pay = there.life.chance_of_work * there.life.pay;
    if ((there.placed ? there.life.pay : there.pay) <= more_than) return std::nullopt;
    return there;
}

// What is not money only takes from it, but for what going there may be worth by itself. The margin
// is for rounding.
double Destinations::most_value(Outlook const& there) const
{
    double const net = most_net(there.life, parameters_, there.placed);
    double const worth = value_of_money(parameters_.value, net);
    double const margin = 1e-3 + 1e-9 * (std::abs(worth) + parameters_.value.curvature);
    return worth - parameters_.departure.psychic_cost[index(there.life.place)] + margin;
}

Way Destinations::best_way(Place place, double more_than) const
{
    auto const there = outlook(place, more_than);
    return there ? best_way(*there) : Way{};
}

Way Destinations::best_way(Outlook const& there) const
{
    Place const place = there.life.place;
    Prospects const life(there.life, parameters_);
    // The programme pays for the way alone.
    Kopecks const left_for_permit = there.within_reach - std::max(there.cost, programme_credit_);
    Way way;
    if (citizen_ || entry_is_free(place))
        way.offer = citizen_ ? offer_of(life.citizen(Kopecks{}))
                             : offer_to_foreigner(place, life, left_for_permit);
    way.offer.pay = there.pay;
    way.offer.value -= parameters_.departure.psychic_cost[index(place)];
    if (!there.placed) return way;
    Offer placed = offer_of(life.placed());
    placed.pay = there.life.pay;
    placed.value -= parameters_.departure.psychic_cost[index(place)];
    return way.offer.open && way.offer.value >= placed.value ? way : Way{placed, true};
}

Offer Destinations::offer_of(double net) const
{
    return {.open = true, .value = value_of_money(parameters_.value, net)};
}

// The stay goes along within a country: who is outside the law remains so.
bool Destinations::may_become_legal(Place place) const
{
    if (!within_country(place)) return true;
    Status const status = persons_.status(person_);
    return status.presence_lawful() && status.papers == Papers::genuine;
}

// The better of the legal and the irregular plan; the legal one only if law and money allow it.
Offer Destinations::offer_to_foreigner(Place place, Prospects const& life,
                                       Kopecks left_for_permit) const
{
    std::size_t const region = index(persons_[person_].origin);
    double const norm =
        parameters_.status.cost_of_irregularity(society_.world.regular_share[region][index(place)]);
    Offer offer = offer_of(life.nothing());
    offer.value -= norm;
    if (!may_become_legal(place)) return offer;
    auto const consider = [&](double net, double irregular_part)
    {
        offer.value =
            std::max(offer.value, value_of_money(parameters_.value, net) - irregular_part * norm);
    };
    if (parameters_.stay.free_movement(jurisdiction_of(place), persons_[person_].origin))
    {
        if (left_for_permit >= Kopecks{}) consider(life.legal(), 0.0);
        return offer;
    }
    for (Scheme const scheme : all_schemes)
    {
        PermitLaw const& permit = parameters_.permits.of(scheme);
        bool const may_pay =
            left_for_permit >= permit.first_payment(place, persons_[person_].origin);
        if (may_pay && life.may_have(scheme))
            consider(life.with_permit(scheme), 1.0 - life.reach(scheme));
    }
    return offer;
}

Intent Destinations::intent(Place place, Act act, Why why) const
{
    bool const placed = why == Why::by_placement;
    Kopecks const way = cost_of(place);
    Kopecks const cost = placed ? with_placement(place, way) : way;
    return {.household = persons_[person_].household,
            .person = static_cast<std::uint32_t>(person_),
            .act = act,
            .why = why,
            .place = place,
            .amount = cost,
            .needed = cost,
            .credit = means(place).credit,
            .list = placed ? Scarce::placement : Scarce::nothing};
}
}  // namespace kochmon
