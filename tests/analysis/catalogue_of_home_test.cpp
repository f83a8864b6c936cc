// SPDX-License-Identifier: MIT
#include <algorithm>

#include <gtest/gtest.h>

#include "analysis/measures/measure.hpp"

namespace kochmon
{
namespace
{
std::optional<double> valued(std::string const& name, Tally const& tally,
                             Selection const& selection = {})
{
    auto const found = std::ranges::find(measures(), name, &Measure::name);
    EXPECT_TRUE(found != measures().end()) << name;
    return value(*found, tally, 10.0, selection);
}

Tally some_households()
{
    Tally tally;
    tally.home.households[index(Region::osh)] = 6;
    tally.home.households[index(Region::naryn)] = 4;
    tally.home.on_remittances[index(Region::osh)] = 3;
    return tally;
}
}  // namespace

TEST(MeasuresOfHome, households_are_told_apart_by_origin)
{
    EXPECT_EQ(valued("households", some_households()), 100.0);
    EXPECT_EQ(valued("households_on_remittances", some_households(), {.origin = Region::osh}),
              30.0);
    EXPECT_EQ(valued("share_on_remittances", some_households()), 0.3);
    EXPECT_EQ(valued("share_on_remittances", some_households(), {.origin = Region::osh}), 0.5);
    EXPECT_EQ(valued("share_on_remittances", some_households(), {.origin = Region::naryn}), 0.0);
    EXPECT_FALSE(valued("share_on_remittances", some_households(), {.origin = Region::talas}));
}

TEST(MeasuresOfHome, the_product_is_in_full_scale_roubles)
{
    Tally tally;
    tally.home.gdp = 40'000;
    tally.home.capital = 1'500;
    tally.flow(Flow::remittances, Region::osh, Place::moscow, Kopecks(10'000));
    EXPECT_EQ(valued("gdp", tally), 4'000.0);
    EXPECT_EQ(valued("capital", tally), 150.0);
    EXPECT_EQ(valued("remittances_share_of_gdp", tally), 0.25);
    tally.flow(Flow::remittances, Region::tajikistan, Place::moscow, Kopecks(90'000));
    EXPECT_EQ(valued("remittances_share_of_gdp", tally), 0.25) << "of the first country alone";
}
}  // namespace kochmon
