// SPDX-License-Identifier: MIT
#include "agents/economy/household_money.hpp"

#include <gtest/gtest.h>

#include "agents/state/world.hpp"

#include "tests/agents/world_of_tests.hpp"
#include "tests/corridors/kyrgyzstan.hpp"

namespace kochmon
{
namespace
{
Households one_household(std::int64_t cash, std::int64_t debt)
{
    Households households;
    households.resize(1);
    households.region[0] = regions::osh;
    households.cash[0] = cash;
    households.debt[0] = debt;
    households.wage_earners[0] = 1;
    households.other_earners[0] = 2;
    return households;
}

// In som, 6,000 at 1.5: 4,000 RUB, a tenth put aside: 400 RUB; others 0.4 of it: 160 RUB.
ModelParameters saving_of_tests()
{
    return tests::baseline_parameters({"markets.exchange.kgs_per_rub=1.5",
                                       "regions.osh.wage=6000 KGS/month", "home.saving_share=10 %",
                                       "home.income_without_wage_job=0.4"});
}

RegionSavings savings_of(int months)
{
    RegionSavings savings;
    ModelParameters const known = saving_of_tests();
    for (int month = 0; month < months; ++month)
    {
        savings.open_month(known.markets, known.saving, everywhere_one());
        savings.close_month();
    }
    return savings;
}
}  // namespace

TEST(RegionSavings, add_the_months_passed_for_a_member_of_each_class)
{
    RegionSavings const savings = savings_of(5);
    EXPECT_EQ(savings.between(EarnerClass::wage_job, regions::osh, 2, 5), Kopecks(3 * 40'000));
    EXPECT_EQ(savings.between(EarnerClass::other, regions::osh, 0, 1), Kopecks(16'000));
}

TEST(RegionSavings, tell_what_a_member_has_earned)
{
    RegionSavings const savings = savings_of(5);
    EXPECT_EQ(savings.earned_between(EarnerClass::wage_job, regions::osh, 2, 5),
              Kopecks(3 * 400'000));
    EXPECT_EQ(savings.earned_between(EarnerClass::other, regions::osh, 0, 1), Kopecks(160'000));
}

TEST(RegionSavings, follow_the_level_of_income_at_home)
{
    ModelParameters const known = saving_of_tests();
    ByRegion<double> level = everywhere_one();
    level[index(regions::osh)] = 1.5;
    RegionSavings savings;
    savings.open_month(known.markets, known.saving, level);
    savings.close_month();
    EXPECT_EQ(savings.earned_between(EarnerClass::wage_job, regions::osh, 0, 1), Kopecks(600'000));
    EXPECT_EQ(savings.between(EarnerClass::wage_job, regions::osh, 0, 1), Kopecks(60'000));
    EXPECT_EQ(income_at_home(known.markets, regions::osh, false, 1.25, 1.5), 3'000.0);
}

TEST(IncomeOfHousehold, adds_up_its_earners_by_class)
{
    // 4,000 RUB + 2 x 1,600, half as much again.
    EXPECT_EQ(income_of_household(one_household(0, 0), 0, saving_of_tests().markets, 1.5),
              Kopecks(1'080'000));
}

TEST(SettledAccount, saves_pays_interest_and_repays_once_for_the_months_passed)
{
    // 3 months x (400 + 2 x 160) = 2,160 RUB saved; 10,000 RUB at 4 % for 3 months: 1,200;
    // cash 7,160 is 4,160 above 3,000, half of it repays.
    Households const households = one_household(500'000, 1'000'000);
    SettledAccount const account =
        settled(households, 0, savings_of(3), saving_of_tests().liquidity);
    EXPECT_EQ(account.earned, Kopecks(2'160'000));
    EXPECT_EQ(account.saved, Kopecks(216'000));
    EXPECT_EQ(account.service.interest, Kopecks(120'000));
    EXPECT_EQ(account.service.repaid, Kopecks(208'000));
    EXPECT_EQ(account.cash, Kopecks(508'000));
    EXPECT_EQ(account.debt, Kopecks(912'000));
}

TEST(SettledAccount, is_the_same_when_settled_twice_in_a_month)
{
    Households households = one_household(500'000, 1'000'000);
    RegionSavings const savings = savings_of(3);
    SettledAccount const first = settled(households, 0, savings, saving_of_tests().liquidity);
    households.cash[0] = first.cash.count();
    households.debt[0] = first.debt.count();
    households.settled[0] = savings.months();
    SettledAccount const again = settled(households, 0, savings, saving_of_tests().liquidity);
    EXPECT_EQ(again.cash, first.cash);
    EXPECT_EQ(again.debt, first.debt);
    EXPECT_EQ(again.saved, Kopecks{});
}
}  // namespace kochmon
