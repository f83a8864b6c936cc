// SPDX-License-Identifier: MIT
// Targets of a small lived world against another reckoning of the same run.
#include "analysis/targets/evidence.hpp"

#include <map>

#include <gtest/gtest.h>

#include "agents/state/month_record.hpp"

#include "analysis/measures/series.hpp"
#include "analysis/runs/run.hpp"

#include "tests/agents/world_of_tests.hpp"
#include "tests/analysis/targets/world_of_targets.hpp"
#include "tests/corridors/kyrgyzstan.hpp"

namespace kochmon
{
namespace
{
using tests::evidence_of;
using tests::measured;
using tests::WorldOfTargets;

/// Sums of what `series.csv` would tell of a run of its own.
class SeriesOfWorld
{
  public:
    explicit SeriesOfWorld(Scenario const& scenario)
    {
        Workers const workers(1);
        MonthObserver* const observer = &series_;
        run_scenario(scenario, {.workers = workers, .stop_asked = {}}, std::span(&observer, 1));
    }

    /// Over the reported months from the one of that number on, 48 of them at most.
    double sum(std::string const& measure, Breakdown by, std::string const& group,
               std::size_t from = 0) const
    {
        std::size_t const column = series_.column(measure, by, group);
        double sum = 0.0;
        for (std::size_t at = from; at < 48; ++at) sum += series_.value(at, column);
        return sum;
    }
    double of_country(std::string const& measure) const
    {
        return sum(measure, Breakdown::country, "kyrgyzstan");
    }
    double of_regions(std::string const& measure, std::vector<std::string> const& regions,
                      std::size_t from = 0) const
    {
        double all = 0.0;
        for (std::string const& region : regions)
            all += sum(measure, Breakdown::origin, region, from);
        return all;
    }
    /// Of persons of these regions at these destinations.
    double at(std::string const& measure, std::vector<std::string> const& regions,
              std::vector<std::string> const& places) const
    {
        double all = 0.0;
        for (std::string const& region : regions)
            for (std::string const& place : places)
                all += sum(measure, Breakdown::origin_destination, region + '+' + place);
        return all;
    }

  private:
    SeriesRecorder series_{*kyrgyz_corridor()};
};

std::vector<std::string> const osh_area = {"osh", "osh_city"};
std::vector<std::string> const south = {"batken", "osh", "osh_city", "jalal_abad"};
std::vector<std::string> const russia = {"moscow", "st_petersburg", "rest_of_russia"};

std::vector<std::string> all_regions()
{
    std::vector<std::string> names;
    for (Region const region : kyrgyz_corridor()->regions_of(first_country))
        names.push_back(kyrgyz_corridor()->name_of(region));
    return names;
}

/// The targets that series can tell, each with its value.
std::map<std::string, double> told_by(SeriesOfWorld const& series)
{
    double const left = series.of_regions("departures", osh_area);
    double const joined = series.of_regions("departures_to_join_family", osh_area);
    double const study = series.of_regions("departures_to_study", osh_area);
    double const departures = series.of_country("departures");
    double const not_for_work =
        series.of_country("departures_to_join_family") + series.of_country("departures_to_study");
    double const gdp = series.sum("gdp", Breakdown::total, "total");
    return {{"C1", series.at("irregular_workers", all_regions(), russia) /
                       series.at("foreign_workers", all_regions(), russia)},
            {"C2", series.of_regions("abroad", south) / series.of_country("abroad")},
            {"C3", (left - joined - study) / 4.0},
            {"C4_russia", series.at("departures", osh_area, russia) / left},
            {"C4_kazakhstan", series.at("departures", osh_area, {"kazakhstan"}) / left},
            {"C4_other", series.at("departures", osh_area, {"south_korea", "other"}) / left},
            {"C5", 1.0 - not_for_work / departures},
            {"C6", series.of_regions("naturalizations", osh_area) / left},
            {"C9", series.of_country("remittances") / gdp},
            {"C10", series.of_regions("households_on_remittances", south, 12) /
                        series.of_regions("households", south, 12)},
            {"C11", series.of_country("abroad") / 48.0},
            {"C14",
             series.of_country("exploited_within_year") / series.of_country("irregular_workers")},
            {"C15", series.of_country("placed") / departures}};
}
}  // namespace

// Tajikistan is there too and counts nowhere; the run goes on beyond the 48 months.
TEST(TargetEvidence, tells_what_the_series_of_a_run_of_its_own_tell)
{
    Scenario const scenario =
        WorldOfTargets{.set = {"origins.tajikistan.included=true",
                               "destinations.kazakhstan.wage=20000 RUB/month",
                               "destinations.south_korea.placement.places=20000 persons/year",
                               "destinations.south_korea.placement.test_passed=60 %",
                               "rules.naturalization.constant=0 RUB/month",
                               "rules.joining.family=2 %/year", "rules.joining.study=2 %/year"},
                       .persons = "6000",
                       .months = 54}
            .scenario();
    SeriesOfWorld const series(scenario);
    TargetEvidence const evidence = evidence_of(scenario);
    double const weight = synthesize(scenario).weight;
    for (auto const& [id, value] : told_by(series))
    {
        EXPECT_GT(value, 0.0) << id << " shows nothing";
        EXPECT_NEAR(*measured(id, evidence, weight), value, 1e-9 * value) << id;
    }
    EXPECT_EQ(evidence.months_lived, 54);
}

// Prices that answer to nobody: the fee, and by destination a bed for a month and food.
TEST(TargetEvidence, tells_list_prices_of_the_month_of_arrival)
{
    std::string const fees =
        "jurisdictions.russia.permit.fee=[{from: 2009-01, value: 20000 RUB, "
        "source: F3}, {from: 2011-05, value: 30000 RUB, source: F3}]";
    Scenario const scenario = WorldOfTargets{.set = {"markets.lodging_elasticity=0", fees,
                                                     "rules.joining.family=2 %/year"}}
                                  .scenario();
    MarketParameters markets;
    read(markets, scenario, Month::of(2010, 1));
    double prices = 0.0;
    double arrivals = 0.0;
    tests::Sums const months = tests::run(scenario);
    for (std::size_t at = 12; at < 60; ++at)
        for (Place const place :
             {destinations::moscow, destinations::st_petersburg, destinations::rest_of_russia})
        {
            auto const of = [&](Count kind)
            { return static_cast<double>(agents(months.months[at], kind, {.place = place})); };
            double const here = of(Count::departures) - of(Count::departures_to_join) -
                                of(Count::departures_to_study);
            double const fee = at < 28 ? 20'000.0 : 30'000.0;  // 28 months after 2009-01
            arrivals += here;
            prices += here * (fee + markets.first_bed[index(place)].roubles() +
                              markets.food[index(place)].roubles());
        }
    TargetEvidence const evidence = evidence_of(scenario);
    EXPECT_EQ(static_cast<double>(evidence.arrivals_in_main), arrivals);
    EXPECT_NEAR(*measured("C12", evidence), prices / arrivals, 1e-6);
}

TEST(TargetEvidence, of_a_shorter_run_is_of_the_months_that_were_lived)
{
    Scenario const scenario = WorldOfTargets{.months = 6}.scenario();
    TargetEvidence const evidence = evidence_of(scenario);
    EXPECT_EQ(evidence.months_lived, 6);
    EXPECT_FALSE(measured("C7", evidence));
    EXPECT_FALSE(measured("C10", evidence)) << "the first year is not counted";
    tests::Sums const months = tests::run(scenario);
    std::int64_t abroad = 0;
    for (std::size_t at = 12; at < 18; ++at) abroad += months.months[at].total(Count::abroad);
    EXPECT_NEAR(*measured("C11", evidence), static_cast<double>(abroad) / 6.0, 1e-9);
}
}  // namespace kochmon
