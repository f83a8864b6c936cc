// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "analysis/measures/measure.hpp"

#include "tests/analysis/measures/measure_named.hpp"
#include "tests/corridors/kyrgyz_tally.hpp"

namespace kochmon
{
namespace
{
using tests::measure_named;

std::optional<double> valued_at_home(std::string const& name, Tally const& tally,
                                     Selection const& selection = {})
{
    return value(measure_named(name), tally, 10.0, selection);
}

Tally some_households()
{
    Tally tally = kyrgyz_tally();
    tally.home.households[index(regions::osh)] = 6;
    tally.home.households[index(regions::naryn)] = 4;
    tally.home.on_remittances[index(regions::osh)] = 3;
    return tally;
}
}  // namespace

TEST(MeasuresOfHome, households_are_told_apart_by_origin)
{
    EXPECT_EQ(valued_at_home("households", some_households()), 100.0);
    EXPECT_EQ(
        valued_at_home("households_on_remittances", some_households(), {.origin = regions::osh}),
        30.0);
    EXPECT_EQ(valued_at_home("share_on_remittances", some_households()), 0.3);
    EXPECT_EQ(valued_at_home("share_on_remittances", some_households(), {.origin = regions::osh}),
              0.5);
    EXPECT_EQ(valued_at_home("share_on_remittances", some_households(), {.origin = regions::naryn}),
              0.0);
    EXPECT_FALSE(
        valued_at_home("share_on_remittances", some_households(), {.origin = regions::talas}));
}

TEST(MeasuresOfHome, the_product_is_in_full_scale_roubles)
{
    Tally tally = kyrgyz_tally();
    tally.home.of(first_country).gdp = 40'000;
    tally.home.of(first_country).capital = 1'500;
    tally.flow(Flow::remittances, regions::osh, destinations::moscow, Kopecks(10'000));
    EXPECT_EQ(valued_at_home("gdp", tally), 4'000.0);
    EXPECT_EQ(valued_at_home("capital", tally), 150.0);
    EXPECT_EQ(valued_at_home("remittances_share_of_gdp", tally), 0.25);
    tally.flow(Flow::remittances, regions::tajikistan, destinations::moscow, Kopecks(90'000));
    EXPECT_EQ(valued_at_home("remittances_share_of_gdp", tally), 0.25)
        << "of countries with an economy alone";
}

TEST(MeasuresOfHome, products_of_several_countries_add_up)
{
    Corridor corridor("of-tests");
    Country const hills = corridor.add_country("hills", {"east"});
    Country const coast = corridor.add_country("coast", {"bay"});
    corridor.say_what_has(coast, {Own::economy});
    corridor.add_jurisdiction("realm", {"town"}, {.is_whole = true});
    Tally tally(corridor);
    tally.home.of(hills).gdp = 40'000;
    tally.home.of(coast).gdp = 10'000;
    tally.flow(Flow::remittances, corridor.regions()[1], corridor.destinations()[0],
               Kopecks(5'000));
    EXPECT_EQ(valued_at_home("gdp", tally), 5'000.0);
    EXPECT_EQ(valued_at_home("gdp", tally, {.country = coast}), 1'000.0);
    EXPECT_EQ(valued_at_home("remittances_share_of_gdp", tally), 0.1);
    EXPECT_EQ(valued_at_home("remittances_share_of_gdp", tally, {.country = coast}), 0.5);
    EXPECT_EQ(valued_at_home("remittances_share_of_gdp", tally, {.country = hills}), 0.0);
}
}  // namespace kochmon
