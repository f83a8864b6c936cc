// SPDX-License-Identifier: MIT
#include "config/currencies_file.hpp"

#include <string>
#include <vector>

#include <fmt/format.h>
#include <gmock/gmock.h>

#include "engine/error.hpp"

#include "config/corridor_file.hpp"

#include "tests/config/sample.hpp"

// What a corridor says of its money.
namespace kochmon
{
namespace
{
using sample::Folder;
using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;

std::string const three_currencies =
    "currencies:\n"
    "  XAU: {name: gold coin, plural: gold coins, prices_of: 2000, words: [gold, ⛀]}\n"
    "  XAG: {name: silver, rate: xag_per_xau, range: [5, 50], words: [silver]}\n"
    "  XPT: {name: platinum ring, rate: xau_per_xpt}\n";

/// Of a corridor with that money, which stands from line 7 on.
std::shared_ptr<Corridor const> corridor_with(std::string const& currencies)
{
    Folder const folder;
    folder.write("c.yaml",
                 "schema: 1\ncorridor: c\ncountries: {hills: {regions: [east]}}\n"
                 "jurisdictions: {realm: {destinations: [town], law: whole}}\n"
                 "language: realmish\nadjective: royal\n" +
                     currencies);
    return corridor_of(folder.write("s.yaml", "schema: 1\nscenario: s\ncorridor: c.yaml\n"));
}

Currencies currencies_in(std::string const& text)
{
    return corridor_with(text)->currencies();
}

std::string told_of(std::string const& currencies)
{
    try
    {
        corridor_with(currencies);
    }
    catch (ScenarioError const& error)
    {
        return error.what();
    }
    return "nothing";
}

/// Of the three, one piece of which is another.
std::string told_of(std::string const& some, std::string const& by)
{
    return told_of(sample::with(some, by, three_currencies));
}

std::vector<std::string> texts_of(std::vector<Unit> const& units)
{
    std::vector<std::string> texts;
    for (Unit const& unit : units) texts.push_back(unit.text);
    return texts;
}
}  // namespace

TEST(CorridorMoney, is_reckoned_in_the_first_currency)
{
    Currencies const money = currencies_in(three_currencies);
    EXPECT_EQ(money.base().code, "XAU");
    EXPECT_EQ(money.prices_of(), "2000");
    EXPECT_THAT(texts_of(money.amounts()), ElementsAre("XAU", "XAG", "XPT", "nominal XAU"));
    EXPECT_THAT(texts_of(money.amounts_per_month()),
                ElementsAre("XAU/month", "XAG/month", "XPT/month", "nominal XAU/month"));
    EXPECT_EQ(money.amounts()[2].currency, Currency{2});
    EXPECT_EQ(money.amounts()[3].currency, Currency::nominal_base);
}

TEST(CorridorMoney, is_exchanged_as_the_name_of_the_rate_says)
{
    Currencies const money = currencies_in(three_currencies);
    EXPECT_TRUE(money[Currency{1}].is_per_base);
    EXPECT_FALSE(money[Currency{2}].is_per_base);
    EXPECT_EQ(money[Currency{1}].path_of_rate(), "markets.exchange.xag_per_xau");
    EXPECT_EQ(meaning_of_rate(money[Currency{1}], money.base()), "Silver for one gold coin");
    EXPECT_EQ(meaning_of_rate(money[Currency{2}], money.base()),
              "Gold coins for one platinum ring");
    EXPECT_TRUE(money[Currency{1}].range.holds(5.0) && money[Currency{1}].range.holds(50.0));
    EXPECT_FALSE(money[Currency{1}].range.holds(4.9));
    EXPECT_TRUE(money[Currency{2}].range.holds(1e6));
    EXPECT_FALSE(money[Currency{2}].range.holds(0.0));
}

TEST(CorridorMoney, is_meant_by_its_words_and_its_codes)
{
    Currencies const money = currencies_in(three_currencies);
    EXPECT_EQ(money.meant_by("gold"), "XAU");
    EXPECT_EQ(money.meant_by("⛀"), "XAU");
    EXPECT_EQ(money.meant_by("xpt"), "XPT");
    EXPECT_EQ(money.meant_by("nominal_gold"), "nominal XAU");
    EXPECT_EQ(money.meant_by("nominal_xag"), "XAG");  // which is money of its month anyway
    EXPECT_EQ(money.meant_by("brass"), std::nullopt);
}

TEST(CorridorMoney, has_a_scale_of_amounts)
{
    EXPECT_EQ(currencies_in(three_currencies).base().scale, 1.0);
    EXPECT_EQ(currencies_in("currencies: {XAU: {name: coin, prices_of: 2000, scale: 0.03}}\n")
                  .base()
                  .scale,
              0.03);
    EXPECT_THAT(
        told_of("prices_of: 2000", "prices_of: 2000, scale: 0"),
        HasSubstr("currencies.XAU.scale: 0 multiplies no range, expected a number above 0"));
    EXPECT_THAT(told_of("prices_of: 2000", "prices_of: 2000, scale: -1"),
                HasSubstr("currencies.XAU.scale: -1 multiplies no range"));
    EXPECT_THAT(told_of("range: [5, 50]", "scale: 2"),
                HasSubstr("currencies.XAG.scale: is that of the first currency"));
}

TEST(CorridorMoney, may_be_of_one_currency)
{
    Currencies const money = currencies_in("currencies: {XAU: {name: gold, prices_of: 2000}}\n");
    EXPECT_THAT(texts_of(money.amounts()), ElementsAre("XAU", "nominal XAU"));
}

TEST(CorridorMoney, has_a_first_currency_and_no_second_one)
{
    EXPECT_THAT(told_of(""), HasSubstr("currencies: is missing"));
    EXPECT_THAT(told_of("currencies: {}\n"), HasSubstr("c.yaml:7:13: currencies: names nothing"));
    EXPECT_THAT(told_of("currencies: [XAU]\n"), HasSubstr("currencies: a list instead of keys"));
    EXPECT_THAT(told_of(", prices_of: 2000", ""),
                HasSubstr("c.yaml:8:8: currencies.XAU.prices_of: is missing"));
    EXPECT_THAT(told_of("2000", "twenty"), HasSubstr("currencies.XAU.prices_of: "));
    EXPECT_THAT(told_of("prices_of: 2000", "prices_of: 2000, rate: xau_per_xag"),
                HasSubstr("currencies.XAU.rate: is that of a currency which is exchanged"));
    EXPECT_THAT(told_of("rate: xag_per_xau", "prices_of: 2001, rate: xag_per_xau"),
                HasSubstr("c.yaml:9:34: currencies.XAG.prices_of: a second currency in which the "
                          "program calculates"));
}

TEST(CorridorMoney, has_rates_between_each_currency_and_the_first)
{
    EXPECT_THAT(told_of(", rate: xau_per_xpt", ""),
                HasSubstr("c.yaml:10:8: currencies.XPT.rate: is missing"));
    for (char const* const rate :
         {"xpt_per_xag", "xag_per_xau", "xau_per_xau", "gold", "XAU_per_XPT"})
        EXPECT_THAT(told_of("rate: xau_per_xpt", fmt::format("rate: {}", rate)),
                    HasSubstr(fmt::format("currencies.XPT.rate: '{}' is no rate between it and the "
                                          "first, expected xpt_per_xau or xau_per_xpt",
                                          rate)));
    EXPECT_THAT(told_of("[5, 50]", "[50, 5]"),
                HasSubstr("currencies.XAG.range: the first number is above the second"));
    EXPECT_THAT(told_of("[5, 50]", "[0, 5]"),
                HasSubstr("currencies.XAG.range: begins at 0 or below"));
    EXPECT_THAT(told_of("[5, 50]", "5"), HasSubstr("currencies.XAG.range: "));
}

TEST(CorridorMoney, has_codes_of_three_capital_letters_and_known_keys)
{
    for (char const* const code : {"Xau", "XA", "XAUX", "X1U", "gold"})
        EXPECT_THAT(told_of("  XAU:", fmt::format("  {}:", code)),
                    HasSubstr(fmt::format("c.yaml:8:3: currencies.{0}: '{0}' is no code of a "
                                          "currency, expected three capital letters",
                                          code)));
    EXPECT_THAT(told_of("plural:", "plurals:"),
                AllOf(HasSubstr("currencies.XAU.plurals: unknown key"),
                      HasSubstr("did you mean 'plural'?")));
    EXPECT_THAT(told_of("name: silver, ", ""), HasSubstr("currencies.XAG.name: is missing"));
}

TEST(CorridorMoney, has_words_that_mean_one_thing)
{
    EXPECT_THAT(told_of("[silver]", "[silver, gold]"),
                HasSubstr("currencies.XAG.words: 'gold' stands for XAU already"));
    EXPECT_THAT(told_of("[silver]", "[silver, silver]"),
                HasSubstr("currencies.XAG.words: 'silver' stands for XAG already"));
    EXPECT_THAT(told_of("[silver]", "[xau]"),
                HasSubstr("currencies.XAG.words: 'xau' stands for XAU already"));
    for (char const* const word : {"m", "months", "percent", "лет", "'%'"})
        EXPECT_THAT(told_of("[silver]", fmt::format("[{}]", word)),
                    HasSubstr("is a word for another unit"))
            << word;
    for (char const* const word : {"Silver", "a coin", "5", "ag.", "ag/au", "[a]", "''"})
        EXPECT_THAT(told_of("[silver]", fmt::format("[{}]", word)),
                    HasSubstr("is no word for a currency"))
            << word;
}

TEST(CorridorMoney, is_of_eight_currencies_at_most)
{
    std::string most = three_currencies;
    for (char letter = 'A'; letter < 'A' + 5; ++letter)
        most += fmt::format("  XX{}: {{name: shell, rate: xau_per_xx{}}}\n", letter,
                            static_cast<char>(letter - 'A' + 'a'));
    EXPECT_EQ(currencies_in(most).list().size(), most_currencies);
    EXPECT_THAT(told_of(most + "  XXZ: {name: bead, rate: xau_per_xxz}\n"),
                HasSubstr("currencies: 9 currencies, expected at most 8"));
}
}  // namespace kochmon
