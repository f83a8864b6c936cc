// SPDX-License-Identifier: MIT
#include "tests/corridors/kyrgyzstan.hpp"
#include "tests/story/relations.hpp"

// Relations of money of a month: a unit of money is a name.
namespace kochmon
{
namespace
{
using namespace relations;

class MetamorphicSameMoney : public testing::TestWithParam<Same>
{
};

/// Twice the prices, half the soms and twice the roubles for a dollar: all money is the same.
Settings twice_the_prices()
{
    return {"markets.exchange.price_level=2", "markets.exchange.kgs_per_rub=0.78525",
            "markets.exchange.rub_per_usd=58.7646"};
}

/// The same wage in every region of origin.
Settings wage_at_home(std::string const& wage)
{
    Settings set;
    for (std::string const& region : kyrgyz_corridor()->region_names())
        set.push_back("regions." + region + ".wage=" + wage);
    return set;
}

std::vector<Same> same_money()
{
    std::string const fee = "permit.fee=";
    Settings const dear{"markets.exchange.price_level=2"};
    return {
        {"prices_and_rates_doubled", {}, twice_the_prices(), {}, dear},
        {"a_fee_in_money_of_its_month",
         {russia(fee + "25000 RUB")},
         joined({twice_the_prices(), {russia(fee + "50000 nominal RUB")}}),
         {russia(fee + "25000 RUB")},
         joined({twice_the_prices(), {russia(fee + "25000 nominal RUB")}})},
        {"a_fee_in_dollars_is_one_in_roubles_of_its_month",
         joined({twice_the_prices(), {russia(fee + "1000 USD")}}),
         joined({twice_the_prices(), {russia(fee + "58764.6 nominal RUB")}}),
         {russia(fee + "1000 USD")},
         joined({dear, {russia(fee + "1000 USD")}})},
        {"wages_in_soms_are_wages_in_roubles_of_their_month",
         joined({twice_the_prices(), wage_at_home("7500 KGS/month")}),
         joined({twice_the_prices(), wage_at_home("9551.098 nominal RUB/month")}),
         joined({twice_the_prices(), wage_at_home("7500 KGS/month")}),
         joined({dear, wage_at_home("7500 KGS/month")})},
    };
}
}  // namespace

TEST_P(MetamorphicSameMoney, gives_the_same_months)
{
    expect(GetParam());
}
INSTANTIATE_TEST_SUITE_P(Money, MetamorphicSameMoney, testing::ValuesIn(same_money()),
                         name_of<Same>);
}  // namespace kochmon
