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

/// Of agents that stand for two persons each.
double told(char const* name, Tally const& tally, Selection const& selection = {})
{
    return value(measure_named(name), tally, 2.0, selection).value();
}

Selection in(Jurisdiction where)
{
    return {.jurisdiction = where};
}

/// Five of Osh in Kazakhstan, all barred by Russia, two of them by Kazakhstan too, and one of
/// Tajikistan at home, barred by Russia.
Tally barred()
{
    std::size_t const osh = kyrgyz_cell(regions::osh, destinations::kazakhstan, Sex::male);
    std::size_t const tajik = kyrgyz_cell(regions::tajikistan, Place::home, Sex::male);
    Tally tally = kyrgyz_tally();
    tally.count(Count::banned, osh, 5);
    tally.count(Count::bans_listed, osh, 7);
    tally.count(Count::banned, tajik);
    tally.count(Count::bans_listed, tajik);
    tally.bans.listed[index(regions::osh)][index(jurisdictions::russia)] = 5;
    tally.bans.listed[index(regions::osh)][index(jurisdictions::kazakhstan)] = 2;
    tally.bans.listed[index(regions::tajikistan)][index(jurisdictions::russia)] = 1;
    tally.count(Count::bans_expired, osh, 1);
    tally.bans.expired[index(regions::osh)][index(jurisdictions::russia)] = 1;
    return tally;
}
}  // namespace

TEST(Bans, are_told_by_whose_they_are_and_not_by_where_the_barred_live)
{
    Tally const tally = barred();
    for (char const* const name : {"barred_from_entry", "bans_listed"})
    {
        EXPECT_EQ(told(name, tally, in(jurisdictions::russia)), 12.0) << name;
        EXPECT_EQ(told(name, tally, in(jurisdictions::kazakhstan)), 4.0) << name;
        EXPECT_EQ(told(name, tally, in(jurisdictions::other)), 0.0) << name;
    }
    EXPECT_EQ(told("barred_from_entry", tally), 12.0) << "persons";
    EXPECT_EQ(told("bans_listed", tally), 16.0) << "bans";
    EXPECT_EQ(told("bans_expired", tally, in(jurisdictions::russia)), 2.0);
    EXPECT_EQ(told("bans_expired", tally, in(jurisdictions::kazakhstan)), 0.0);
}

TEST(Bans, are_told_of_a_region_and_of_a_country_of_origin)
{
    Tally const tally = barred();
    EXPECT_EQ(told("barred_from_entry", tally, {.origin = regions::tajikistan}), 2.0);
    EXPECT_EQ(told("barred_from_entry", tally,
                   {.jurisdiction = jurisdictions::russia, .country = first_country}),
              10.0);
}

TEST(ForeignersAbroad, are_those_abroad_without_the_naturalized)
{
    std::size_t const moscow = kyrgyz_cell(regions::osh, destinations::moscow, Sex::female);
    Tally tally = kyrgyz_tally();
    tally.count(Count::abroad, moscow, 9);
    tally.count(Count::naturalized_abroad, moscow, 4);
    EXPECT_EQ(told("foreigners_abroad", tally, in(jurisdictions::russia)), 10.0);
    EXPECT_EQ(told("foreigners_abroad", tally, in(jurisdictions::kazakhstan)), 0.0);
}
}  // namespace kochmon
