// SPDX-License-Identifier: MIT
#include "agents/destinations.hpp"

#include <gtest/gtest.h>

#include "agents/rules/departure.hpp"

#include "tests/agents/world_of_tests.hpp"

namespace kochmon
{
namespace
{
struct Valued
{
    std::size_t worth = 0;
    std::size_t left_out = 0;  // without being valued, where all was valued before
};

/// Of everybody at home, whether they may leave or not, every destination: valued whatever it nets,
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
        for (std::size_t at = 1; at < place_count; ++at)
        {
            auto const place = static_cast<Place>(at);
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

class BestWay : public testing::TestWithParam<std::vector<std::string>>
{
};

TEST_P(BestWay, is_the_same_where_what_cannot_pass_the_hurdle_is_not_valued)
{
    Scenario const scenario =
        tests::TestWorld{.persons = "4000", .months = 24, .set = GetParam()}.scenario();
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

INSTANTIATE_TEST_SUITE_P(
    Destinations, BestWay,
    testing::Values(std::vector<std::string>{},
                    std::vector<std::string>{"rules.pay.contract_premium=-20 %",
                                             "rules.work.regular_premium=-10 %"},
                    std::vector<std::string>{"rules.work.citizen_premium=50 %",
                                             "rules.kernel=linear_flat"},
                    std::vector<std::string>{"jurisdictions.russia.amnesty.expected=1 1/year"},
                    tests::everywhere("jurisdictions", "permit.fee=0 RUB")));
}  // namespace
}  // namespace kochmon
