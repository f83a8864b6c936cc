// SPDX-License-Identifier: MIT
#include "agents/options/person_money.hpp"

#include <algorithm>
#include <limits>

#include "agents/options/labour.hpp"

namespace kochmon
{
std::int32_t on_person(Kopecks amount)
{
    INVARIANT(amount.count() >= std::numeric_limits<std::int32_t>::min() &&
              amount.count() <= std::numeric_limits<std::int32_t>::max());
    return static_cast<std::int32_t>(amount.count());
}

void charge(Piece& piece, std::size_t person, Flow kind, Kopecks amount)
{
    Persons& persons = piece.population().persons;
    Region const region = persons[person].origin;
    Place const place = persons.place[person];
    Kopecks const cash(persons[person].cash);
    Kopecks const paid = std::min(cash, amount);
    Kopecks const missing = amount - paid;
    persons[person].cash = on_person(cash - paid);
    piece.tally.flow(kind, region, place, amount);
    if (missing == Kopecks{}) return;
    persons[person].debt = on_person(Kopecks(persons[person].debt) + missing);
    persons.must_decide[person] = 1;
    piece.tally.flow(Flow::credit, region, place, missing);
}

void record(Tally& tally, DebtService const& service, Region region, Place place)
{
    tally.flow(Flow::interest, region, place, service.interest);
    tally.flow(Flow::repaid, region, place, service.repaid);
    tally.flow(Flow::written_off, region, place, service.written_off);
}

HouseholdMeans household_means(Society const& society, Population const& population,
                               std::size_t person)
{
    LiquidityParameters const& liquidity = society.parameters.liquidity;
    Households const& households = population.households;
    std::size_t const household = population.persons[person].household;
    SettledAccount const account = settled(households, household, society.savings, liquidity);
    return {.cash = account.cash,
            .income = income_of_household(
                households, household, society.parameters.markets,
                society.world.income_level[index(households.region[household])]),
            .purse = purse(liquidity, account.cash),
            .debt = account.debt};
}

Kopecks fare(ModelParameters const& parameters, Place from, Place to)
{
    ByPlace<Kopecks> const& from_home = parameters.markets.fare;
    if (from == Place::home) return from_home[index(to)];
    if (to == Place::home) return from_home[index(from)];
    return scaled(from_home[index(to)], parameters.return_home.fare);
}

Kopecks registration_fee(ModelParameters const& parameters, Place place, bool citizen)
{
    if (citizen) return Kopecks{};
    return parameters.registration.fee[index(jurisdiction_of(place))];
}

Means means_of(Society const& society, Population const& population, std::size_t person,
               double ties)
{
    Persons const& persons = population.persons;
    HouseholdMeans const home = household_means(society, population, person);
    Kopecks const owed = Kopecks(persons[person].debt) + home.debt;
    Kopecks const sent_abroad =
        scaled(home.purse, society.parameters.liquidity.sent_abroad.value());
    return {.own = Kopecks(persons[person].cash),
            .purse = persons.at_home(person) ? home.purse : sent_abroad,
            .credit = credit_limit(society.parameters.liquidity, ties, owed)};
}

Kopecks price_of_placement(ModelParameters const& parameters, Place place, Region origin)
{
    Kopecks const price = parameters.placement.price[index(place)];
    bool const needs_permit = !parameters.stay.free_movement(jurisdiction_of(place), origin);
    if (!needs_permit) return price;
    PermitLaw const& permit = parameters.permits.of(Scheme::permit);
    return price + permit.fee_of(place, origin) + permit.papers[index(jurisdiction_of(place))];
}

Kopecks monthly_pay(Society const& society, Persons const& persons, std::size_t person)
{
    double const contract = has_contract(persons, person) ? 1.0 : 0.0;
    return Kopecks::from_roubles(
        pay_abroad(society, persons, person) *
        society.parameters.pay.of_status(persons.status(person).right_at_work(), contract));
}

namespace
{
ByPlace<std::uint8_t> kin_of(Population const& population, std::size_t person)
{
    Persons const& persons = population.persons;
    ByPlace<std::uint8_t> kin = members_by_place(population, persons[person].household);
    --kin[index(persons.place[person])];
    return kin;
}
}  // namespace

ByPlace<double> ties_of(Society const& society, Population const& population, std::size_t person)
{
    return ties(society.parameters.ties, kin_of(population, person),
                society.world.region_ties[index(population.persons[person].origin)]);
}

double ties_here(Society const& society, Population const& population, std::size_t person)
{
    Persons const& persons = population.persons;
    return ties_at(society.parameters.ties, kin_of(population, person),
                   society.world.region_ties[index(persons[person].origin)], persons.place[person]);
}

// Most persons abroad have the ties of their region alone, known from the start of the month.
double unmet_of(Society const& society, Region origin, Place place, double ties)
{
    World const& world = society.world;
    TiesParameters const& rule = society.parameters.ties;
    bool const are_kinless = ties == world.kinless_ties[index(origin)][index(place)] &&
                             rule.half_way == world.kinless_half_way;
    return are_kinless ? world.kinless_unmet[index(origin)][index(place)] : unmet_ties(rule, ties);
}
}  // namespace kochmon
