// SPDX-License-Identifier: MIT
// Legality and naturalization, of tallies made by hand.
#include <cmath>
#include <string>

#include <gtest/gtest.h>

#include "analysis/measures/series.hpp"

#include "tests/corridors/kyrgyz_tally.hpp"

namespace kochmon
{
namespace
{
constexpr std::size_t osh_moscow = kyrgyz_cell(regions::osh, destinations::moscow, Sex::male);
constexpr std::size_t naryn_kazakhstan =
    kyrgyz_cell(regions::naryn, destinations::kazakhstan, Sex::female);

double in(SeriesRecorder const& series, std::string const& measure, Breakdown by,
          std::string const& group)
{
    auto const spread = series.spread(series.column(measure, by, group), series.months() - 1);
    return spread ? spread->mean : std::nan("");
}
double in_all(SeriesRecorder const& series, std::string const& measure)
{
    return in(series, measure, Breakdown::total, "total");
}

void tell_month(SeriesRecorder& series, Tally const& tally, Month month)
{
    World const world;
    Population const population;
    series.observe({.month = month,
                    .replicate = 0,
                    .reported = true,
                    .weight = 5.0,
                    .tally = tally,
                    .world = world,
                    .population = population,
                    .growth_need = {3.5},
                    .origins = {}});
}

void tell_months(SeriesRecorder& series, Tally const& tally, int months)
{
    for (int month = 0; month < months; ++month)
        tell_month(series, tally, Month::of(2010, 1) + month);
}

// Twenty foreign workers: 16 lawfully present, 10 with a right, 4 by contract; ten naturalized, of
// whom five have a contract.
Tally workers()
{
    Tally tally = kyrgyz_tally();
    tally.count(Count::foreign_workers, osh_moscow, 20);
    tally.count(Count::workers_lawfully_present, osh_moscow, 16);
    tally.count(Count::workers_with_right, osh_moscow, 10);
    tally.count(Count::workers_with_right_and_contract, osh_moscow, 4);
    tally.count(Count::naturalized_workers, osh_moscow, 10);
    tally.count(Count::naturalized_workers_with_contract, osh_moscow, 5);
    return tally;
}

TEST(LegalityRates, are_shares_of_foreign_workers)
{
    SeriesRecorder series{*kyrgyz_corridor()};
    tell_months(series, workers(), 1);
    EXPECT_EQ(in_all(series, "legality_by_presence"), 0.8);
    EXPECT_EQ(in_all(series, "legality_by_right"), 0.5);
    EXPECT_EQ(in_all(series, "legality_by_contract"), 0.2);
    EXPECT_EQ(in(series, "legality_by_right", Breakdown::jurisdiction, "russia"), 0.5);
    EXPECT_TRUE(std::isnan(in(series, "legality_by_right", Breakdown::origin, "naryn")));
}

TEST(LegalityRates, with_the_naturalized_have_them_above_and_below)
{
    SeriesRecorder series{*kyrgyz_corridor()};
    tell_months(series, workers(), 1);
    EXPECT_EQ(in_all(series, "legality_by_presence_with_naturalized"), 26.0 / 30.0);
    EXPECT_EQ(in_all(series, "legality_by_right_with_naturalized"), 20.0 / 30.0);
    EXPECT_EQ(in_all(series, "legality_by_contract_with_naturalized"), 9.0 / 30.0);
}

// A hundred abroad, twenty of them citizens; one a month is naturalized.
Tally acquisitions()
{
    Tally tally = kyrgyz_tally();
    tally.count(Count::abroad, osh_moscow, 100);
    tally.count(Count::naturalized_abroad, osh_moscow, 20);
    tally.count(Count::naturalizations, osh_moscow, 1);
    tally.count(Count::lawful_months, osh_moscow, 60);
    tally.count(Count::abroad, naryn_kazakhstan, 40);
    tally.count(StayCount::months, 0, osh_moscow, 50);
    tally.count(StayCount::naturalized, 0, osh_moscow, 1);
    return tally;
}

TEST(NaturalizationRates, are_empty_before_a_year_has_passed)
{
    SeriesRecorder series{*kyrgyz_corridor()};
    tell_months(series, acquisitions(), 11);
    for (char const* const rate :
         {"naturalization_rate", "naturalization_rate_lawful", "naturalized_within_1_year"})
        EXPECT_TRUE(std::isnan(in_all(series, rate))) << rate;
}

TEST(NaturalizationRates, are_over_foreigners_who_live_there_or_their_lawful_years)
{
    SeriesRecorder series{*kyrgyz_corridor()};
    tell_months(series, acquisitions(), 12);
    EXPECT_DOUBLE_EQ(in(series, "naturalization_rate", Breakdown::destination, "moscow"),
                     100.0 * 12 / 80);
    EXPECT_DOUBLE_EQ(in_all(series, "naturalization_rate"), 100.0 * 12 / 120);
    EXPECT_EQ(in(series, "naturalization_rate", Breakdown::destination, "kazakhstan"), 0.0);
    EXPECT_DOUBLE_EQ(in_all(series, "naturalization_rate_lawful"), 1000.0 * 12 / 60);
}

TEST(NaturalizationRates, within_a_year_are_of_the_rates_of_twelve_months)
{
    SeriesRecorder series{*kyrgyz_corridor()};
    tell_months(series, acquisitions(), 12);
    double const within = 1.0 - std::exp(-12.0 / 50.0);
    EXPECT_NEAR(in_all(series, "naturalized_within_1_year"), within, 1e-12);
    EXPECT_NEAR(in(series, "naturalized_within_1_year", Breakdown::origin, "osh"), within, 1e-12);
    EXPECT_TRUE(std::isnan(in_all(series, "naturalized_within_3_years")));
}
}  // namespace
}  // namespace kochmon
