// SPDX-License-Identifier: MIT
#include "agents/demography/vital_rates.hpp"

#include <cmath>

#include <gtest/gtest.h>

#include "engine/error.hpp"

#include "agents/loading/check_model.hpp"

#include "tests/agents/demography/tables.hpp"
#include "tests/agents/world_of_tests.hpp"

namespace kochmon
{
namespace
{
using tests::RateRow;
using tests::table_of;

constexpr Years two_years{2005, 2006};

std::vector<RateRow> births()
{
    return {{2005, 2005, 15, 19, 40}, {2005, 2005, 20, 24, 180}, {2006, 2009, 15, 24, 100}};
}

std::vector<RateRow> deaths()
{
    return {{2000, 2006, 0, 0, 0.03}, {2000, 2006, 1, 99, 0.01}, {2000, 2006, 0, 99, 0.02, "male"}};
}

VitalRates baseline(std::vector<std::string> set = {})
{
    Scenario const scenario = tests::TestWorld{.months = 60, .set = std::move(set)}.scenario();
    return {scenario, {2005, 2009}};
}

// Expected years of life under the rates of a year, each constant within a year of age.
double life_expectancy(VitalRates const& rates, int year, Sex sex)
{
    double alive = 1.0;
    double lived = 0.0;
    for (int age = 0; age < 120; ++age)
    {
        double const rate = rates.deaths(year, age, sex);
        double const survives = std::exp(-rate);
        lived += alive * (1.0 - survives) / rate;
        alive *= survives;
    }
    return lived;
}
}  // namespace

TEST(VitalRates, are_those_of_the_row_that_holds_year_and_age)
{
    AgeRates const rates = birth_rates_of(table_of("births", births()), two_years);
    EXPECT_EQ(rates.at(2005, 19), 0.040);
    EXPECT_EQ(rates.at(2005, 20), 0.180);
    EXPECT_EQ(rates.at(2006, 20), 0.100);
    EXPECT_FALSE(rates.at(2005, 14));
    EXPECT_FALSE(rates.at(2005, 25));
    Table const both = table_of("deaths", deaths());
    EXPECT_EQ(death_rates_of(both, two_years, Sex::female).at(2005, 0), 0.03);
    EXPECT_EQ(death_rates_of(both, two_years, Sex::female).at(2005, 1), 0.01);
    EXPECT_EQ(death_rates_of(both, two_years, Sex::male).at(2006, 0), 0.02);
}

TEST(VitalRates, refuse_a_run_beyond_the_tables)
{
    EXPECT_THROW(check_model(tests::TestWorld{.months = 700}.scenario()), ScenarioError);
    EXPECT_NO_THROW(check_model(tests::TestWorld{.months = 540}.scenario()));
}

// Both from World Population Prospects 2024: total fertility 2.644842 in 2005; life expectancy at
// birth in 2005-2010 70.8069 years of women and 62.2723 of men, where the rate of the first year of
// life is not constant.
TEST(VitalRates, of_the_baseline_add_up_to_the_figures_of_their_source)
{
    VitalRates const rates = baseline();
    double total_fertility = 0.0;
    for (int age = 0; age < 100; ++age) total_fertility += rates.births(2005, age);
    EXPECT_NEAR(total_fertility, 2.644842, 0.00001);
    EXPECT_NEAR(life_expectancy(rates, 2005, Sex::female), 70.8069, 0.15);
    EXPECT_NEAR(life_expectancy(rates, 2005, Sex::male), 62.2723, 0.15);
}

TEST(VitalRates, follow_their_levers_by_calendar_year)
{
    VitalRates const usual = baseline();
    VitalRates const moved =
        baseline({"population.fertility=2",
                  "population.mortality=[{from: 2005-01, value: 1}, {from: 2007-06, value: 0.5}]"});
    EXPECT_EQ(moved.births(2006, 30), 2.0 * usual.births(2006, 30));
    EXPECT_EQ(moved.deaths(2007, 40, Sex::male), usual.deaths(2007, 40, Sex::male));
    EXPECT_EQ(moved.deaths(2008, 40, Sex::male), 0.5 * usual.deaths(2008, 40, Sex::male));
}

TEST(VitalRates, of_who_is_older_than_the_table_are_those_of_its_last_age)
{
    VitalRates const rates = baseline();
    EXPECT_EQ(rates.deaths(2005, 135, Sex::female), rates.deaths(2005, 110, Sex::female));
    EXPECT_EQ(rates.births(2005, 70), 0.0);
}
}  // namespace kochmon
