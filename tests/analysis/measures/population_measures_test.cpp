// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "analysis/measures/series.hpp"

#include "tests/corridors/kyrgyz_tally.hpp"

// Births, deaths and what follows from them, by hand.
namespace kochmon
{
namespace
{
constexpr std::size_t home_cell = kyrgyz_cell(regions::osh, Place::home, Sex::female);
constexpr std::size_t moscow_cell = kyrgyz_cell(regions::osh, destinations::moscow, Sex::male);

/// A month of 1,000 persons, 600 of them of working age, with three births and one death abroad.
Tally month()
{
    Tally tally = kyrgyz_tally();
    tally.count(Count::living, home_cell, 900);
    tally.count(Count::living, moscow_cell, 100);
    tally.count(Count::of_working_age, home_cell, 500);
    tally.count(Count::of_working_age, moscow_cell, 100);
    tally.count(Count::births, home_cell, 3);
    tally.count(Count::deaths, moscow_cell, 1);
    return tally;
}

/// A second country beside it, of 500 persons and 20 births a month.
Tally month_of_two_countries()
{
    Tally tally = month();
    tally.count(Count::living, kyrgyz_cell(regions::tajikistan, Place::home, Sex::female), 500);
    tally.count(Count::births, kyrgyz_cell(regions::tajikistan, Place::home, Sex::female), 20);
    return tally;
}

/// A series of so many such months.
SeriesRecorder series_of(Tally const& tally, int months, Origins const& origins,
                         double natural_loss = 1'000.0)
{
    World const world;
    Population const population;
    SeriesRecorder series{*kyrgyz_corridor()};
    for (int passed = 0; passed < months; ++passed)
        series.observe({.month = Month::of(2010, 1) + passed,
                        .replicate = 0,
                        .reported = true,
                        .weight = 2.0,
                        .tally = tally,
                        .world = world,
                        .population = population,
                        .growth_need = {3.5},
                        .natural_loss = natural_loss,
                        .origins = origins});
    return series;
}

/// What it holds at its end; -1 if nothing.
double at_end(SeriesRecorder const& series, char const* measure, Breakdown by = Breakdown::total,
              std::string const& group = "total")
{
    auto const spread = series.spread(series.column(measure, by, group), series.months() - 1);
    return spread ? spread->mean : -1.0;
}

double valued_after(char const* measure, int months)
{
    return at_end(series_of(month(), months, {}), measure);
}
}  // namespace

TEST(PopulationMeasures, of_a_month_are_counts_times_weight)
{
    EXPECT_EQ(valued_after("persons", 1), 2'000.0);
    EXPECT_EQ(valued_after("births", 1), 6.0);
    EXPECT_EQ(valued_after("deaths", 1), 2.0);
    EXPECT_EQ(valued_after("deaths_abroad", 1), 2.0);
    EXPECT_EQ(valued_after("natural_increase", 1), 4.0);
    EXPECT_EQ(valued_after("of_working_age", 1), 1'200.0);
    EXPECT_EQ(valued_after("working_age_share", 1), 0.6);
}

TEST(PopulationMeasures, of_growth_look_back_twelve_months)
{
    EXPECT_EQ(valued_after("population_growth", 11), -1.0) << "empty until a year has passed";
    // 12 x 2 persons more a year of 1,000: 2.4 %, which needs 3.5 times as much.
    EXPECT_DOUBLE_EQ(valued_after("population_growth", 12), 2.4);
    EXPECT_DOUBLE_EQ(valued_after("gdp_growth_needed", 13), 8.4);
}

TEST(PopulationMeasures, of_the_growth_that_gdp_needs_are_of_the_first_country_alone)
{
    Origins both;
    both.included[index(countries::tajikistan)] = true;
    SeriesRecorder const series = series_of(month_of_two_countries(), 12, both);
    // 12 x 22 persons more a year of 1,500; 12 x 2 of 1,000 in the first country, times 3.5.
    EXPECT_DOUBLE_EQ(at_end(series, "population_growth"), 17.6);
    EXPECT_DOUBLE_EQ(at_end(series, "gdp_growth_needed"), 8.4);
    EXPECT_DOUBLE_EQ(at_end(series, "gdp_growth_needed", Breakdown::country, "kyrgyzstan"), 8.4);
    EXPECT_DOUBLE_EQ(at_end(series, "gdp_growth_needed", Breakdown::origin, "osh"), 8.4);
    EXPECT_EQ(at_end(series, "gdp_growth_needed", Breakdown::country, "tajikistan"), -1.0);
    EXPECT_EQ(at_end(series, "gdp_growth_needed", Breakdown::origin, "tajikistan"), -1.0);
}

TEST(PopulationMeasures, of_the_loss_made_up_count_who_comes_to_russia_and_stays)
{
    Tally tally = month();
    auto const count = [&](Count kind, Place place, std::int64_t agents)
    { tally.count(kind, kyrgyz_cell(regions::osh, place, Sex::male), agents); };
    count(Count::departures, destinations::moscow, 30);
    count(Count::departures, destinations::kazakhstan, 500);
    count(Count::moved_in, destinations::rest_of_russia, 7);
    count(Count::moved_out, destinations::moscow, 4);
    count(Count::returns, destinations::moscow, 10);
    count(Count::deportations, destinations::moscow, 2);
    count(Count::released, destinations::moscow, 1);
    double const a_month = 2.0 * (30 + 7 - 4 - 10 - 2 - 1);  // an agent stands for two
    EXPECT_DOUBLE_EQ(
        at_end(series_of(tally, 1, {}), "net_arrivals", Breakdown::jurisdiction, "russia"),
        a_month);
    EXPECT_DOUBLE_EQ(at_end(series_of(tally, 12, {}), "natural_loss_made_up"), 1.2 * a_month);
    EXPECT_DOUBLE_EQ(
        at_end(series_of(tally, 12, {}), "natural_loss_made_up", Breakdown::origin, "osh"),
        1.2 * a_month);
    EXPECT_EQ(at_end(series_of(tally, 11, {}), "natural_loss_made_up"), -1.0) << "no year yet";
    EXPECT_EQ(at_end(series_of(tally, 12, {}, -5.0), "natural_loss_made_up"), -1.0)
        << "births exceed deaths";
}
}  // namespace kochmon
