// SPDX-License-Identifier: MIT
#include "agents/economy/home_economy.hpp"

#include <gtest/gtest.h>

#include "tests/corridors/kyrgyzstan.hpp"

namespace kochmon
{
namespace
{
HomeEconomy economy()
{
    HomeEconomy economy;
    economy.base = Kopecks::from_roubles(1'000);
    economy.reference = Kopecks::from_roubles(200);
    economy.multiplier = 0.5;
    economy.yield = 0.01;
    economy.depreciation = 0.5;
    economy.income_elasticity = 0.5;
    return economy;
}
}  // namespace

TEST(HomeEconomy, the_product_moves_by_the_multiplier_and_the_yield_of_capital)
{
    EXPECT_DOUBLE_EQ(economy().product(200.0, 0.0), 1'000.0);
    // 1,000 + 0.5 (300 - 200) + 0.01 x 1,000
    EXPECT_DOUBLE_EQ(economy().product(300.0, 1'000.0), 1'060.0);
    EXPECT_DOUBLE_EQ(economy().product(0.0, 0.0), 900.0);
}

TEST(HomeEconomy, the_product_is_never_negative)
{
    HomeEconomy dependent = economy();
    dependent.reference = Kopecks::from_roubles(10'000);
    EXPECT_EQ(dependent.product(0.0, 0.0), 0.0);
    dependent.income_elasticity = 5.0;
    EXPECT_EQ(dependent.income_response(0.0, 1'000.0), 0.0);
}

TEST(HomeEconomy, income_follows_the_product_by_its_elasticity_and_not_at_all_without_one)
{
    EXPECT_DOUBLE_EQ(economy().income_response(1'060.0, 1'000.0), 1.03);
    EXPECT_EQ(economy().income_response(1'000.0, 1'000.0), 1.0);
    HomeEconomy rigid = economy();
    rigid.income_elasticity = 0.0;
    EXPECT_EQ(rigid.income_response(1'234.0, 1'000.0), 1.0);
}

TEST(HomeEconomy, capital_grows_by_what_is_invested_and_wears_out)
{
    // K = 800 (1 - 0.5^n) / 0.5: 800, 1,200, 1,400 roubles.
    EconomyAccounts accounts;
    for (std::int64_t const expected : {80'000, 120'000, 140'000})
    {
        EconomyAccounts const before = accounts;
        close_month(accounts, before, {.remittances = {}, .invested = Kopecks(80'000)}, economy(),
                    1.0);
        EXPECT_EQ(accounts.capital, expected);
        EXPECT_EQ(accounts.worn, before.capital / 2);
    }
}

TEST(HomeEconomy, agents_stand_for_more_persons)
{
    // Ten persons an agent: 30 roubles of agents are 300; capital of 100 is 1,000.
    EconomyAccounts before;
    before.capital = 10'000;
    EconomyAccounts now;
    close_month(now, before, {.remittances = Kopecks(3'000), .invested = {}}, economy(), 10.0);
    EXPECT_EQ(now.gdp, 10'600) << "1,060 roubles of the country";
    EXPECT_EQ(now.capital, 5'000);
}

TEST(HomeEconomy, income_by_region_is_the_scenarios_times_the_response)
{
    HomeEconomies divided;
    divided.of[index(countries::kyrgyzstan)] = economy();
    divided.income.fill(1.0);
    divided.income[index(regions::naryn)] = 1.1;
    HomeAccounts last_month;
    last_month.of(countries::kyrgyzstan) = {.gdp = 10'600, .base = 10'000};
    ByRegion<double> const level =
        income_level(divided, kyrgyz_corridor()->regions(), &last_month, 10.0);
    EXPECT_DOUBLE_EQ(level[index(regions::osh)], 1.03);
    EXPECT_DOUBLE_EQ(level[index(regions::naryn)], 1.1 * 1.03);
    ByRegion<double> const first =
        income_level(divided, kyrgyz_corridor()->regions(), nullptr, 10.0);
    EXPECT_EQ(first[index(regions::osh)], 1.0);
    EXPECT_EQ(first[index(regions::naryn)], 1.1);
}

TEST(HomeEconomy, income_in_one_country_answers_its_own_product_alone)
{
    HomeEconomies economies;
    economies.income.fill(1.0);
    economies.of[index(countries::kyrgyzstan)] = economy();
    economies.of[index(countries::tajikistan)] = economy();
    economies.of[index(countries::tajikistan)].income_elasticity = 2.0;
    HomeAccounts last_month;
    last_month.of(countries::kyrgyzstan) = {.gdp = 10'000, .base = 10'000};
    last_month.of(countries::tajikistan) = {.gdp = 22'000, .base = 20'000};
    ByRegion<double> const level =
        income_level(economies, kyrgyz_corridor()->regions(), &last_month, 10.0);
    EXPECT_EQ(level[index(regions::osh)], 1.0);
    EXPECT_DOUBLE_EQ(level[index(regions::tajikistan)], 1.2) << "10 % more product, twice";
    EXPECT_EQ(level[index(regions::uzbekistan)], 1.0) << "without an economy";
}
}  // namespace kochmon
