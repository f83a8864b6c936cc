// SPDX-License-Identifier: MIT
#include <string>

#include <gmock/gmock.h>

#include "engine/error.hpp"

#include "config/timeline.hpp"

#include "tests/config/sample.hpp"

// Money of a month becomes RUB of 2012: exchanged at the rate of the month, then divided by its
// level of prices.
namespace kochmon
{
namespace
{
struct Prices
{
    double soms_per_rouble = 0.0;
    double roubles_per_dollar = 0.0;
    double level = 0.0;
    Kopecks fee;
    Kopecks wage;
    Kopecks bed;

    void fields(Fields& field)
    {
        field("markets.exchange.kgs_per_rub", soms_per_rouble,
              {Dimension::ratio, {0.1, 10}, "Soms for a rouble", Use::lever});
        field("markets.exchange.rub_per_usd", roubles_per_dollar,
              {Dimension::ratio, {1, 200}, "Roubles for a dollar", Use::lever});
        field("markets.exchange.price_level", level,
              {Dimension::ratio, {0, 10}, "Prices, 2012 = 1", Use::dated});
        field("fee", fee, {Dimension::roubles, {0, 100'000}, "A fee", Use::lever});
        field("wage", wage, {Dimension::roubles_per_month, {0, 100'000}, "A wage", Use::lever});
        field("bed", bed, {Dimension::roubles, {0, 10'000}, "A bed"});
    }
};

std::string const stated_prices =
    "schema: 1\n"
    "scenario: prices\n"
    "time: {start: 2005-01, warm_up: 0 months, months: 24}\n"
    "population: {persons: full, seed: 1}\n"
    "markets:\n"
    "  exchange:\n"
    "    kgs_per_rub: 1.5\n"
    "    rub_per_usd: [{from: 2005-01, value: 30}, {from: 2006-01, value: 40}]\n"
    "    price_level: [{from: 2005-01, value: 0.5}, {from: 2006-01, value: 0.625}]\n"
    "fee: 1_500 nominal RUB\n"
    "wage: 4_000 nominal RUB/month\n"
    "bed: 400 nominal RUB\n";

Scenario scenario_of(std::string const& text)
{
    sample::Folder const folder;
    return Scenario::load(folder.write("s.yaml", text), declarations_of<Prices>(sample::money()));
}

/// The value of the fee, stated so, in a month.
double fee(std::string const& text, std::string const& month)
{
    return sample::value(scenario_of(sample::with("1_500 nominal RUB", text, stated_prices)), "fee",
                         month);
}

std::string mistakes_of_prices(std::string const& text)
{
    sample::Folder const folder;
    auto const file = folder.write("s.yaml", text);
    try
    {
        Scenario::load(file, declarations_of<Prices>(sample::money()));
        return "accepted";
    }
    catch (ScenarioError const& error)
    {
        std::string const told = error.what();
        std::string const path = file.parent_path().string() + "/";
        return told.starts_with(path) ? told.substr(path.size()) : told;
    }
}
}  // namespace

TEST(NominalMoney, is_divided_by_the_prices_of_its_month)
{
    Scenario const scenario = scenario_of(stated_prices);
    EXPECT_EQ(sample::value(scenario, "fee", "2005-12"), 3000);  // 1,500 / 0.5
    EXPECT_EQ(sample::value(scenario, "fee", "2006-01"), 2400);  // 1,500 / 0.625
    EXPECT_EQ(sample::value(scenario, "wage", "2005-01"), 8000);
    EXPECT_EQ(sample::value(scenario, "wage", "2006-12"), 6400);
}

TEST(NominalMoney, of_what_never_changes_is_that_of_the_start)
{
    Scenario const scenario = scenario_of(stated_prices);
    EXPECT_EQ(sample::value(scenario, "bed", "2005-01"), 800);
    EXPECT_EQ(sample::value(scenario, "bed", "2006-12"), 800);
}

TEST(NominalMoney, in_soms_and_dollars_is_exchanged_first)
{
    EXPECT_EQ(fee("1_500 KGS", "2005-01"), 2000);  // 1,500 / 1.5 / 0.5
    EXPECT_EQ(fee("1_500 KGS", "2006-01"), 1600);
    EXPECT_EQ(fee("10 USD", "2005-01"), 600);  // 10 x 30 / 0.5
    EXPECT_EQ(fee("10 USD", "2006-01"), 640);  // 10 x 40 / 0.625
}

TEST(NominalMoney, roubles_of_2012_stay_what_they_are)
{
    EXPECT_EQ(fee("1_500 RUB", "2005-01"), 1500);
    EXPECT_EQ(fee("1_500 RUB", "2006-01"), 1500);
}

TEST(NominalMoney, at_prices_of_one_are_the_same_bits)
{
    std::string const stable = sample::with("value: 0.625", "value: 1", stated_prices);
    for (char const* amount : {"1_234.56 nominal RUB", "1_234.56 KGS", "1_234.56 USD"})
    {
        double const now = sample::value(
            scenario_of(sample::with("1_500 nominal RUB", amount, stable)), "fee", "2006-01");
        double const number = 1234.56;
        std::string const unit(std::string_view(amount).substr(9));
        EXPECT_EQ(now, unit == "KGS" ? number / 1.5 : unit == "USD" ? number * 40 : number);
    }
}

TEST(NominalMoney, of_dated_values_and_shocks_follows_the_prices)
{
    std::string const dated =
        "\n  - {from: 2005-01, value: 1_000 nominal RUB}\n"
        "  - {from: 2005-06, value: 2_000 RUB}\n"
        "  - {from: 2006-03, value: 1_000 nominal RUB}";
    EXPECT_EQ(fee(dated, "2005-05"), 2000);
    EXPECT_EQ(fee(dated, "2006-02"), 2000);
    EXPECT_EQ(fee(dated, "2006-03"), 1600);
    Scenario const shocked =
        scenario_of(stated_prices +
                    "shocks:\n"
                    "  - {lever: fee, set: 500 nominal RUB, from: 2005-03, until: 2006-02}\n"
                    "  - {lever: wage, add: 250 nominal RUB/month, from: 2006-01}\n");
    EXPECT_EQ(sample::value(shocked, "fee", "2005-03"), 1000);
    EXPECT_EQ(sample::value(shocked, "fee", "2006-01"), 800);
    EXPECT_EQ(sample::value(shocked, "fee", "2006-02"), 2400);
    EXPECT_EQ(sample::value(shocked, "wage", "2006-01"), 6800);  // (4,000 + 250) / 0.625
}

TEST(NominalMoney, is_written_as_it_was_stated)
{
    Scenario const scenario = scenario_of(stated_prices);
    EXPECT_THAT(scenario.resolved(),
                testing::HasSubstr("fee: {value: 1500 nominal RUB, source: user}\n"));
    EXPECT_EQ(sample::value(scenario_of(scenario.resolved()), "fee", "2006-01"), 2400);
}

TEST(NominalMoney, of_a_series_takes_the_unit_of_the_key)
{
    sample::Folder const folder;
    folder.write("data/fees.csv", "year,fee,source\n2005,1000,S1\n2006,1000,S2\n");
    std::string const series = "{file: data/fees.csv, column: fee, unit: nominal RUB}";
    Scenario const scenario = Scenario::load(
        folder.write("s.yaml", sample::with("1_500 nominal RUB", series, stated_prices)),
        declarations_of<Prices>(sample::money()));
    EXPECT_EQ(sample::value(scenario, "fee", "2005-07"), 2000);
    EXPECT_EQ(sample::value(scenario, "fee", "2006-07"), 1600);
}

TEST(NominalMoney, out_of_range_names_the_month)
{
    EXPECT_EQ(
        mistakes_of_prices(sample::with("1_500 nominal RUB", "50_001 nominal RUB", stated_prices)),
        "s.yaml:10:6: fee: '50001 nominal RUB' is 100002 RUB in 2005-01, expected a number "
        "from 0 to 100000 RUB (RUB, KGS, USD or nominal RUB)");
}

TEST(NominalMoney, needs_prices_above_zero)
{
    std::string const real =
        sample::with("4_000 nominal RUB/month", "4_000 RUB/month", stated_prices);
    EXPECT_EQ(mistakes_of_prices(sample::with("value: 0.625", "value: 0", real)),
              "s.yaml:10:6: fee: '1500 nominal RUB' cannot be deflated, expected a price level "
              "above 0 at markets.exchange.price_level");
}

TEST(NominalMoney, beside_a_wrong_level_of_prices_is_no_second_mistake)
{
    std::string const wrong = sample::with("value: 0.625", "value: 11", stated_prices);
    EXPECT_EQ(mistakes_of_prices(wrong),
              "s.yaml:9:71: markets.exchange.price_level: '11' is above the range, expected 0 to "
              "10, write '11 %' if percent are meant");
}

TEST(NominalMoney, is_no_unit_of_other_quantities_nor_of_a_rate)
{
    EXPECT_EQ(mistakes_of_prices(
                  sample::with("kgs_per_rub: 1.5", "kgs_per_rub: 2 nominal RUB", stated_prices)),
              "s.yaml:7:18: markets.exchange.kgs_per_rub: wrong unit 'nominal RUB', expected no "
              "unit or %");
    EXPECT_EQ(
        mistakes_of_prices(sample::with("1_500 nominal RUB", "1_500 nominal RBU", stated_prices)),
        "s.yaml:10:6: fee: wrong unit 'nominal RBU', expected RUB, KGS, USD or nominal RUB, "
        "write '1_500 nominal RUB'");
    EXPECT_EQ(mistakes_of_prices(
                  sample::with("4_000 nominal RUB/month", "4_000 nominal RUB", stated_prices)),
              "s.yaml:11:7: wage: wrong unit 'nominal RUB', expected RUB/month, KGS/month, "
              "USD/month or nominal RUB/month, write '4_000 nominal RUB/month' if it is by the "
              "month");
}
}  // namespace kochmon
