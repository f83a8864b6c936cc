// SPDX-License-Identifier: MIT
#include "agents/conservation.hpp"

#include <gtest/gtest.h>

#include "engine/error.hpp"

#include "tests/agents/world_of_tests.hpp"

namespace kochmon
{
namespace
{
std::size_t const osh_home = Tally::cell(Region::osh, Place::home, Sex::male);
std::size_t const osh_moscow = Tally::cell(Region::osh, Place::moscow, Sex::male);
Month const month = Month::of(2010, 1);

Tally before()
{
    Tally tally;
    tally.count(Count::living, osh_home, 10);
    tally.hold({.cash = 1000, .debt = 50});
    return tally;
}

// One person left, on 30 kopecks of credit, for a fare of 80.
Tally after()
{
    Tally tally;
    tally.count(Count::living, osh_home, 9);
    tally.count(Count::living, osh_moscow, 1);
    tally.count(Count::departures, osh_moscow, 1);
    tally.flow(Flow::credit, Region::osh, Place::moscow, Kopecks(30));
    tally.flow(Flow::fares, Region::osh, Place::moscow, Kopecks(80));
    tally.hold({.cash = 950, .debt = 80});
    return tally;
}
}  // namespace

TEST(Conservation, holds_when_stocks_and_flows_agree)
{
    EXPECT_NO_THROW(check_conservation(before(), after(), month));
}

TEST(Conservation, names_the_person_group_that_was_lost)
{
    Tally lost = after();
    lost.count(Count::living, osh_home, -1);
    try
    {
        check_conservation(before(), lost, month);
        FAIL() << "a lost person went unnoticed";
    }
    catch (InvariantError const& error)
    {
        EXPECT_NE(std::string(error.what()).find("at home in osh in 2010-01"), std::string::npos)
            << error.what();
    }
}

TEST(Conservation, notices_a_single_kopeck)
{
    Tally found = after();
    found.hold({.cash = 1, .debt = 0});
    EXPECT_THROW(check_conservation(before(), found, month), InvariantError);
    Tally owed = after();
    owed.hold({.cash = 0, .debt = -1});
    EXPECT_THROW(check_conservation(before(), owed, month), InvariantError);
}

TEST(Conservation, a_kopeck_planted_in_a_run_stops_it)
{
    Scenario const scenario = tests::TestWorld{.persons = "2000", .months = 3}.scenario();
    Workers const workers(1);
    Simulation simulation(scenario, synthesize(scenario), 0, {workers, {}});
    simulation.advance();
    ++simulation.population().households.cash[5];
    EXPECT_THROW(simulation.advance(), InvariantError);
}
}  // namespace kochmon
