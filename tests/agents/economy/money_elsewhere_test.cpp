// SPDX-License-Identifier: MIT
#include <string>
#include <vector>

#include <gmock/gmock.h>

#include "engine/error.hpp"

#include "config/explain.hpp"
#include "config/resolved.hpp"
#include "config/scenario.hpp"

#include "agents/loading/load_model.hpp"

// The toy corridor reckons in XYZ of 2007, has 1.5705 ABC for one XYZ and 29.3823 XYZ for one QRS.
namespace kochmon
{
namespace
{
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

Scenario toy_with(std::vector<std::string> set, std::string const& file = "baseline.yaml")
{
    return load_model(KOCHMON_SOURCE "/tests/corridors/toy/" + file, {.set = std::move(set)});
}

double value_in(Scenario const& scenario, std::string const& path)
{
    return scenario.values(path, Month::of(2010, 1)).front();
}

std::string told_of_fee(std::string const& fee)
{
    try
    {
        toy_with({"jurisdictions.federation.permit.fee=" + fee});
    }
    catch (ScenarioError const& error)
    {
        return error.what();
    }
    return "accepted";
}
}  // namespace

TEST(MoneyElsewhere, is_converted_at_the_rates_of_its_corridor)
{
    Scenario const toy = toy_with({});
    EXPECT_EQ(value_in(toy, "regions.north.wage"), 5803.0 / 1.5705);
    EXPECT_EQ(value_in(toy, "regions.plain.wage"), 150.0 * 29.3823);
    EXPECT_EQ(value_in(toy, "destinations.capital.wage"), 20'000.0);
    Scenario const dearer = toy_with({}, "dearer-permit.yaml");
    EXPECT_EQ(value_in(dearer, "jurisdictions.federation.registration.fee"),
              1500.0 + 3.0 * 29.3823);
    EXPECT_EQ(value_in(dearer, "jurisdictions.steppe.registration.fee"), 600.0);
}

TEST(MoneyElsewhere, of_a_month_follows_its_prices)
{
    Scenario const dear =
        toy_with({"markets.exchange.price_level=2", "destinations.capital.fare=5000 nominal XYZ",
                  "destinations.port.fare=5000 XYZ"});
    EXPECT_EQ(value_in(dear, "destinations.capital.fare"), 2500.0);
    EXPECT_EQ(value_in(dear, "destinations.port.fare"), 5000.0);
    EXPECT_EQ(value_in(dear, "regions.plain.wage"), 150.0 * 29.3823 / 2.0);
}

TEST(MoneyElsewhere, in_other_words_is_told_its_code)
{
    EXPECT_EQ(told_of_fee("100 XYZ"), "accepted");
    EXPECT_THAT(told_of_fee("100 xyz"), HasSubstr("write '100 XYZ'"));
    EXPECT_THAT(told_of_fee("100 crowns"), HasSubstr("write '100 XYZ'"));
    EXPECT_THAT(told_of_fee("¤100"), HasSubstr("write '100 XYZ'"));
    EXPECT_THAT(told_of_fee("100 nominal crowns"), HasSubstr("write '100 nominal XYZ'"));
    EXPECT_THAT(told_of_fee("100 shells"), HasSubstr("write '100 ABC'"));
    EXPECT_THAT(told_of_fee("100 roubles"),
                AllOf(HasSubstr("wrong unit 'roubles', expected XYZ, ABC, QRS or nominal XYZ"),
                      Not(HasSubstr("write"))));
    EXPECT_THAT(told_of_fee("100"), HasSubstr("write '100 XYZ', '100 ABC', '100 QRS' or "
                                              "'100 nominal XYZ', whichever is meant"));
    EXPECT_THAT(told_of_fee("-1 XYZ"), HasSubstr(" XYZ"));
}

TEST(MoneyElsewhere, is_written_as_it_was_stated)
{
    std::string const resolved = toy_with({}, "dearer-permit.yaml").resolved();
    EXPECT_THAT(resolved, AllOf(HasSubstr("wage: {value: 150 QRS/month, source: assumption}\n"),
                                HasSubstr("abc_per_xyz: {value: 1.5705, source: assumption}\n"),
                                HasSubstr("set: 600 nominal XYZ"), HasSubstr("add: 3 QRS"),
                                Not(HasSubstr("RUB"))));
}

TEST(MoneyElsewhere, is_named_where_parameters_are_explained)
{
    Scenario const toy = toy_with({});
    auto const told = [&](std::string const& path)
    { return explain_parameter(toy.content().declarations, nullptr, path); };
    EXPECT_THAT(told("markets.exchange.abc_per_xyz"), HasSubstr("Shells for one crown\n"));
    EXPECT_THAT(told("markets.exchange.xyz_per_qrs"),
                AllOf(HasSubstr("Crowns for one bead\n"), HasSubstr("range    1 to 100 ")));
    EXPECT_THAT(told("markets.exchange.price_level"), HasSubstr("relative to 2007;"));
    EXPECT_THAT(told("rules.residence.attachment"), HasSubstr("for each crown of attachment"));
    EXPECT_THAT(told("home.gdp.base"),
                HasSubstr("XYZ/month, ABC/month, QRS/month or nominal XYZ/month"));
}

TEST(MoneyElsewhere, has_no_keys_of_other_rates)
{
    EXPECT_THROW(toy_with({"markets.exchange.kgs_per_rub=1"}), ScenarioError);
    EXPECT_THROW(toy_with({"markets.exchange.xyz_per_qrs=101"}), ScenarioError);
}
}  // namespace kochmon
