// SPDX-License-Identifier: MIT
#include "agents/options/person_money.hpp"

#include <gtest/gtest.h>

#include "tests/agents/roubles.hpp"
#include "tests/agents/world_of_tests.hpp"
#include "tests/corridors/kyrgyzstan.hpp"

// A person with 500 RUB, whose household has 10,000 RUB: its purse gives 8,000 to a member at home
// and sends a tenth of that to one abroad. Credit of 2,000 RUB.
namespace kochmon
{
namespace
{
using tests::roubles;

class MeansOfPerson : public testing::Test
{
  protected:
    MeansOfPerson()
    {
        society.month = Month::of(2010, 6);
        society.parameters.liquidity.purse_share = Share(0.8);
        society.parameters.liquidity.sent_abroad = Share(0.1);
        society.parameters.liquidity.credit = roubles(2'000);
        population.persons.ban_end.resize(kyrgyz_corridor()->jurisdictions().size());
        population.persons.resize(1);
        population.households.resize(1);
        population.households.first_member = {0, 1};
        population.households.region = {regions::osh};
        population.households.cash = {roubles(10'000).count()};
        population.persons[0].cash = static_cast<std::int32_t>(roubles(500).count());
    }
    Means means_at(Place place)
    {
        population.persons.place[0] = place;
        return means_of(society, population, 0, 0.0);
    }

    Society society = tests::society_of_tests();
    Population population;
};
}  // namespace

TEST_F(MeansOfPerson, at_home_are_all_that_the_purse_gives)
{
    EXPECT_EQ(means_at(Place::home).purse, roubles(8'000));
    EXPECT_EQ(means_at(Place::home).total(), roubles(10'500));
}

TEST_F(MeansOfPerson, abroad_are_the_part_of_it_that_is_sent)
{
    EXPECT_EQ(means_at(destinations::moscow).purse, roubles(800));
    EXPECT_EQ(means_at(destinations::moscow).total(), roubles(3'300));
    society.parameters.liquidity.sent_abroad = Share(0.0);
    EXPECT_EQ(means_at(destinations::moscow).purse, Kopecks{});
    society.parameters.liquidity.sent_abroad = Share(1.0);
    EXPECT_EQ(means_at(destinations::moscow).purse, roubles(8'000));
}

TEST_F(MeansOfPerson, are_own_cash_and_credit_wherever_the_person_is)
{
    for (Place const place : {Place::home, destinations::moscow, destinations::kazakhstan})
    {
        EXPECT_EQ(means_at(place).own, roubles(500));
        EXPECT_EQ(means_at(place).credit, roubles(2'000));
    }
}
}  // namespace kochmon
