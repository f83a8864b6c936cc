// SPDX-License-Identifier: MIT
#include "agents/options/destinations.hpp"

#include <cmath>

#include <gtest/gtest.h>

#include "agents/options/labour.hpp"
#include "agents/rules/departure.hpp"

#include "tests/agents/world_of_tests.hpp"
#include "tests/corridors/kyrgyzstan.hpp"

namespace kochmon
{
namespace
{
struct Valued
{
    std::size_t worth = 0;
    std::size_t left_out = 0;  // without being valued, where all was valued before
};

/// Of everybody at home, whether they may leave or not, every destination: valued whatever it pays,
/// and only where it may pass the hurdle.
Valued valued_both_ways(Simulation const& simulation, Trip trip)
{
    Population const& population = simulation.population();
    Persons const& persons = population.persons;
    DepartureParameters const& rule = simulation.society().parameters.departure;
    Valued valued;
    for (std::size_t person = 0; person < persons.key.size(); ++person)
    {
        if (!persons.at_home(person)) continue;
        Destinations const destinations(simulation.society(), population, person, Lists::open);
        double const income = destinations.income_at_home();
        for (Place const at : kyrgyz_corridor()->destinations())
        {
            auto const place = at;
            Way const all = destinations.best_way(place);
            Way const screened = destinations.best_way(place, hurdle(rule, income, trip));
            bool const is_worth_it = worth_considering(rule, all.offer, income, trip);
            EXPECT_EQ(worth_considering(rule, screened.offer, income, trip), is_worth_it);
            valued.worth += is_worth_it ? 1 : 0;
            valued.left_out += all.offer.open && !screened.offer.open ? 1 : 0;
            if (!is_worth_it) continue;
            EXPECT_EQ(screened.offer.value, all.offer.value) << "person " << person;
            EXPECT_EQ(screened.placed, all.placed) << "person " << person;
        }
    }
    return valued;
}

/// How many offers are open, of everybody, wherever they are; the bound of each is no less.
std::size_t offers_within_bounds(Simulation const& simulation)
{
    Population const& population = simulation.population();
    std::size_t open = 0;
    for (std::size_t person = 0; person < population.persons.size(); ++person)
    {
        if (population.persons.nowhere(person)) continue;
        Destinations const destinations(simulation.society(), population, person, Lists::open);
        for (Place const place : kyrgyz_corridor()->destinations())
        {
            auto const there = destinations.outlook(place);
            Offer const offer = there ? destinations.best_way(*there).offer : Offer{};
            if (!offer.open) continue;
            ++open;
            EXPECT_GE(destinations.most_value(*there), offer.value) << "person " << person;
        }
    }
    return open;
}

class BestWay : public testing::TestWithParam<std::vector<std::string>>
{
};

// At the hurdles of the baseline hardly anybody expects pay too low.
TEST_P(BestWay, is_the_same_where_what_cannot_pass_the_hurdle_is_not_valued)
{
    std::vector<std::string> set = GetParam();
    set.insert(set.end(),
               {"rules.departure.first_trip_hurdle=2.5", "rules.departure.later_trip_hurdle=2"});
    Scenario const scenario =
        tests::TestWorld{.persons = "4000", .months = 24, .set = set}.scenario();
    Workers const workers(1);
    Simulation simulation(scenario, synthesize(scenario), 0, {workers, {}});
    simulation.run();
    for (Trip const trip : {Trip::first, Trip::later})
    {
        Valued const valued = valued_both_ways(simulation, trip);
        EXPECT_GT(valued.worth, 1000U);
        EXPECT_GT(valued.left_out, 1000U);
    }
}

// Destinations that are liked for themselves have costs below nothing.
TEST_P(BestWay, is_worth_no_more_than_the_bound_of_its_destination)
{
    for (char const* const liked : {"0 RUB/month", "-5000 RUB/month"})
    {
        std::vector<std::string> set = GetParam();
        for (std::string const& cost :
             tests::everywhere("destinations", std::string("psychic_cost=") + liked))
            set.push_back(cost);
        Scenario const scenario =
            tests::TestWorld{.persons = "4000", .months = 24, .set = set}.scenario();
        Workers const workers(1);
        Simulation simulation(scenario, synthesize(scenario), 0, {workers, {}});
        simulation.run();
        EXPECT_GT(offers_within_bounds(simulation), 2'000U);
    }
}

INSTANTIATE_TEST_SUITE_P(
    Destinations, BestWay,
    testing::Values(std::vector<std::string>{},
                    std::vector<std::string>{"rules.pay.contract_premium=-20 %",
                                             "rules.work.regular_premium=-10 %"},
                    std::vector<std::string>{"rules.work.citizen_premium=50 %",
                                             "rules.kernel=linear_flat"},
                    std::vector<std::string>{"jurisdictions.russia.amnesty.expected=1 1/year"},
                    tests::everywhere("jurisdictions", "permit.fee=0 RUB")));

/// Those at home, before whom Russia gives no permit but a patent for all work, for nothing.
class OffersOfPatent : public testing::Test
{
  protected:
    static constexpr std::size_t at_russia = index(jurisdictions::russia);

    OffersOfPatent()
        : scenario_(tests::TestWorld{.persons = "4000", .months = 3}.scenario()),
          simulation_(scenario_, synthesize(scenario_), 0, {workers_, {}}),
          persons(simulation_.population().persons),
          society(simulation_.society())
    {
        simulation_.run();
        society = simulation_.society();
        for (Scheme const which : all_schemes) scheme(which).open[at_russia] = false;
        patent().open[at_russia] = true;
        patent().employers[at_russia] = Employers::all;
        patent().fee[at_russia].fill(Kopecks{});
        patent().papers[at_russia] = Kopecks{};
    }
    PermitLaw& scheme(Scheme which) { return society.parameters.permits.of(which); }
    PermitLaw& patent() { return scheme(Scheme::patent); }
    Offer offer_of_moscow(std::size_t person) const
    {
        return Destinations(society, simulation_.population(), person, Lists::open)
            .best_way(destinations::moscow)
            .offer;
    }
    bool is_open(std::size_t person) const { return offer_of_moscow(person).open; }
    double worth_of_moscow(std::size_t person) const { return offer_of_moscow(person).value; }
    double worth_of_moscow_if_paid(std::size_t person, double least_pay)
    {
        patent().least_pay[at_russia] = Kopecks::from_roubles(least_pay);
        double const worth = worth_of_moscow(person);
        patent().least_pay[at_russia] = Kopecks{};
        return worth;
    }
    double worth_of_moscow_without(std::size_t person)
    {
        patent().open[at_russia] = false;
        double const worth = worth_of_moscow(person);
        patent().open[at_russia] = true;
        return worth;
    }

    Workers workers_{1};
    Scenario scenario_;
    Simulation simulation_;
    Persons const& persons;
    Society society = tests::society_of_tests();
};

TEST_F(OffersOfPatent, are_made_where_it_is_open_to_those_who_expect_pay_enough)
{
    int worth_more = 0;
    for (std::size_t person = 0; person < persons.size(); ++person)
    {
        if (!persons.at_home(person)) continue;
        double const pay = std::floor(believed_pay(society, persons, person, destinations::moscow));
        double const with = worth_of_moscow(person);
        double const without = worth_of_moscow_without(person);
        EXPECT_GE(with, without);
        EXPECT_EQ(worth_of_moscow_if_paid(person, pay), with);
        EXPECT_EQ(worth_of_moscow_if_paid(person, pay + 1.0), without);
        worth_more += with > without ? 1 : 0;
    }
    EXPECT_GT(worth_more, 100);
}

TEST_F(OffersOfPatent, are_worth_less_by_what_a_strange_country_costs_beside_money)
{
    int open = 0;
    for (std::size_t person = 0; person < persons.size(); person += 20)
    {
        if (!persons.at_home(person)) continue;
        double& cost = society.parameters.departure.psychic_cost[index(destinations::moscow)];
        cost = 0.0;
        double const familiar = worth_of_moscow(person);
        cost = 1'234.0;
        double const strange = worth_of_moscow(person);
        if (!is_open(person)) continue;
        EXPECT_NEAR(strange, familiar - 1'234.0, 1e-6);
        ++open;
    }
    EXPECT_GT(open, 20);
}
}  // namespace
}  // namespace kochmon
