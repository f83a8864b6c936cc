// SPDX-License-Identifier: MIT
#include "agents/economy/labour_market.hpp"

#include <cmath>

#include <gtest/gtest.h>

#include "agents/society/see_world.hpp"

#include "tests/agents/exact.hpp"
#include "tests/agents/russia.hpp"
#include "tests/agents/world_of_tests.hpp"
#include "tests/corridors/kyrgyzstan.hpp"

namespace kochmon
{
namespace
{
using tests::exact;
using tests::in_moscow;

// 1,000 workers of other origins, and 4,000 when wages were measured.
LabourMarket market_in_round_numbers()
{
    LabourMarket market;
    market.wage_elasticity = 0.5;
    market.lodging_elasticity = 1.0;
    market.other_labour[in_moscow] = 1'000.0;
    market.reference_labour[in_moscow] = 4'000.0;
    market.vacancies[in_moscow] = 1.25;
    return market;
}

// The world of the first month, with so many foreign workers of Osh in Moscow.
World seen(ModelParameters const& parameters, std::int64_t workers, double weight)
{
    Stocks stocks;
    stocks.foreign_workers[index(regions::osh)][in_moscow] = workers;
    World world;
    world.month = Month::of(2005, 1);
    see_world(world, parameters, *kyrgyz_corridor(), stocks, weight);
    return world;
}
}  // namespace

TEST(LabourMarket, wages_fall_and_lodging_rises_with_all_migrant_labour)
{
    LabourMarket const market = market_in_round_numbers();
    EXPECT_NEAR(market.wage_factor(destinations::moscow, 3'000.0), 1.0, exact);
    EXPECT_NEAR(market.lodging_factor(destinations::moscow, 3'000.0), 1.0, exact);
    // four times the reference
    EXPECT_NEAR(market.wage_factor(destinations::moscow, 15'000.0), 0.5, exact);
    EXPECT_NEAR(market.lodging_factor(destinations::moscow, 15'000.0), 4.0, exact);
    // a quarter of it
    EXPECT_NEAR(market.wage_factor(destinations::moscow, 0.0), 2.0, exact);
}

TEST(LabourMarket, is_switched_off_exactly_by_an_elasticity_of_nothing)
{
    LabourMarket market = market_in_round_numbers();
    market.wage_elasticity = market.lodging_elasticity = 0.0;
    EXPECT_EQ(market.wage_factor(destinations::moscow, 123'456.0), 1.0);
    EXPECT_EQ(market.lodging_factor(destinations::moscow, 123'456.0), 1.0);
    market.other_labour[in_moscow] = 0.0;
    EXPECT_EQ(market.wage_factor(destinations::moscow, 0.0), 1.0);
}

TEST(LabourMarket, vacancies_scale_the_chance_of_work_up_to_certainty)
{
    LabourMarket const market = market_in_round_numbers();
    EXPECT_NEAR(market.with_vacancies(destinations::moscow, 0.4), 0.5, exact);
    EXPECT_EQ(market.with_vacancies(destinations::moscow, 0.9), 1.0);
}

TEST(LabourMarket, sees_the_workers_of_last_month_at_full_scale)
{
    ModelParameters parameters = tests::baseline_parameters();
    parameters.labour_market.wage_elasticity = 0.5;
    parameters.labour_market.lodging_elasticity = 1.0;
    parameters.labour_market.other_labour[in_moscow] = 1'000.0;
    parameters.labour_market.reference_labour[in_moscow] = 4'000.0;
    MarketParameters& markets = parameters.markets;
    markets.wage[in_moscow] = Kopecks::from_roubles(20'000);
    markets.lodging[in_moscow] = Kopecks::from_roubles(4'000);
    markets.first_bed[in_moscow] = Kopecks::from_roubles(10'000);
    markets.food[in_moscow] = Kopecks::from_roubles(3'000);
    World const world = seen(parameters, 300, 50.0);
    EXPECT_NEAR(world.wage[in_moscow], 10'000.0, 1e-6);
    EXPECT_NEAR(world.believed_wage[in_moscow], 10'000.0, 1e-6) << "in the first month";
    EXPECT_EQ(world.living[in_moscow], Kopecks::from_roubles(4 * 4'000 + 3'000));
    EXPECT_EQ(world.first_bed[in_moscow], Kopecks::from_roubles(40'000));
}

TEST(LabourMarket, expects_of_a_job_not_found_yet_the_mean_over_the_sectors)
{
    ModelParameters parameters = tests::baseline_parameters();
    parameters.sectors.size = {0.5, 0.5, 0.0, 0.0, 0.0};
    parameters.sectors.with_profession = {3.0, 1.0, 1.0, 1.0, 1.0};
    parameters.labour_market.sector_wage = {1.2, 0.8, 1.0, 1.0, 1.0};
    parameters.pay.language_premium = 0.1;
    parameters.pay.profession_premium = {0.5, 0.0, 0.0, 0.0, 0.0};
    parameters.pay.tenure_growth = 0.1;
    World const world = seen(parameters, 0, 1.0);
    auto const expected = [&](bool russian, bool profession) {
        return world.expected_pay[group_of({russian, profession, Schooling::secondary})];
    };
    EXPECT_NEAR(expected(true, false), 1.1 * (0.5 * 1.2 + 0.5 * 0.8), exact);
    // three of four in construction
    EXPECT_NEAR(expected(true, true), 1.1 * (0.75 * 1.2 * 1.5 + 0.25 * 0.8), exact);
}
}  // namespace kochmon
