// SPDX-License-Identifier: MIT
#include "agents/rules/liquidity.hpp"

#include <gtest/gtest.h>

#include "engine/error.hpp"

#include "tests/agents/roubles.hpp"

namespace kochmon
{
namespace
{
using tests::roubles;

LiquidityParameters purse_and_credit()
{
    LiquidityParameters parameters;
    parameters.purse_share = Share(0.8);
    parameters.credit = roubles(10'000);
    parameters.credit_per_tie = 0.5;
    parameters.most_ties = 4.0;
    parameters.interest = 0.04;
    parameters.keep = roubles(3'000);
    parameters.repaid = Share(0.5);
    parameters.most_debt = roubles(60'000);
    return parameters;
}
}  // namespace

TEST(Liquidity, own_cash_is_taken_first_then_the_purse_then_credit)
{
    Means const means{.own = roubles(5), .purse = roubles(7), .credit = roubles(9)};
    Payment const small = pay(means, roubles(4));
    EXPECT_EQ(small.own, roubles(4));
    EXPECT_EQ(small.purse, Kopecks{});
    Payment const all = pay(means, roubles(21));
    EXPECT_EQ(all.own, roubles(5));
    EXPECT_EQ(all.purse, roubles(7));
    EXPECT_EQ(all.credit, roubles(9));
    EXPECT_THROW(pay(means, roubles(22)), InternalError);
}

TEST(Liquidity, credit_grows_with_ties_up_to_four_and_shrinks_by_what_is_owed)
{
    EXPECT_EQ(credit_limit(purse_and_credit(), 0.0, Kopecks{}), roubles(10'000));
    EXPECT_EQ(credit_limit(purse_and_credit(), 2.0, Kopecks{}), roubles(20'000));
    EXPECT_EQ(credit_limit(purse_and_credit(), 40.0, Kopecks{}), roubles(30'000));
    EXPECT_EQ(credit_limit(purse_and_credit(), 2.0, roubles(15'000)), roubles(5'000));
    EXPECT_EQ(credit_limit(purse_and_credit(), 2.0, roubles(50'000)), Kopecks{});
    EXPECT_EQ(credit_limit(purse_and_credit(), 2.0, roubles(25'000), roubles(7'000)),
              roubles(2'000));
}

TEST(Liquidity, purse_gives_at_most_its_share)
{
    EXPECT_EQ(purse(purse_and_credit(), roubles(1'000)), roubles(800));
    EXPECT_EQ(purse(purse_and_credit(), Kopecks{}), Kopecks{});
}

TEST(Liquidity, half_of_the_cash_above_three_thousand_repays_after_interest)
{
    // 10,000 owed for 2 months at 4 %: 800 interest; cash 9,000 is 6,000 above, half repays.
    DebtService const service = serve(purse_and_credit(), roubles(9'000), roubles(10'000), 2);
    EXPECT_EQ(service.interest, roubles(800));
    EXPECT_EQ(service.repaid, roubles(3'000));
    EXPECT_EQ(service.written_off, Kopecks{});
    EXPECT_EQ(service.change(), roubles(-2'200));
}

TEST(Liquidity, never_more_is_repaid_than_owed)
{
    DebtService const service = serve(purse_and_credit(), roubles(90'000), roubles(100), 1);
    EXPECT_EQ(service.repaid, roubles(104));
}

TEST(Liquidity, debt_above_the_most_is_written_off)
{
    DebtService const service = serve(purse_and_credit(), Kopecks{}, roubles(60'000), 1);
    EXPECT_EQ(service.interest, roubles(2'400));
    EXPECT_EQ(service.written_off, roubles(2'400));
    EXPECT_EQ(service.change(), Kopecks{});
}
}  // namespace kochmon
