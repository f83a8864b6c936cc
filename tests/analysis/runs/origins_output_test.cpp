// SPDX-License-Identifier: MIT
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "analysis/measures/series.hpp"
#include "analysis/measures/series_csv.hpp"

#include "tests/agents/world_of_tests.hpp"
#include "tests/corridors/kyrgyzstan.hpp"

namespace kochmon
{
namespace
{
using testing::HasSubstr;
using testing::Not;

struct ToldOfOrigins
{
    SeriesRecorder series{*kyrgyz_corridor()};
    std::string csv;
};

ToldOfOrigins told_of_origins(std::vector<std::string> const& set)
{
    Scenario const scenario =
        tests::TestWorld{.persons = "2000", .months = 2, .set = set}.scenario();
    Workers const workers(1);
    Simulation simulation(scenario, synthesize(scenario), 0, {workers, {}});
    ToldOfOrigins told;
    simulation.add(told.series);
    simulation.run();
    told.csv = series_csv(told.series, "test");
    return told;
}

double value(ToldOfOrigins const& told, Breakdown by, std::string const& group)
{
    return told.series.spread(told.series.column("abroad", by, group), 1)->mean;
}
}  // namespace

TEST(OutputOfOrigins, has_no_row_of_a_country_that_is_left_out)
{
    ToldOfOrigins const alone = told_of_origins({});
    EXPECT_THAT(alone.csv, HasSubstr(",abroad,origin,talas,"));
    EXPECT_THAT(alone.csv, Not(HasSubstr("uzbekistan")));
    EXPECT_THAT(alone.csv, Not(HasSubstr("tajikistan")));
    EXPECT_THAT(alone.csv, Not(HasSubstr(",country,"))) << "one country needs no breakdown";
}

TEST(OutputOfOrigins, tells_countries_apart_where_there_are_several)
{
    ToldOfOrigins const two = told_of_origins({"origins.tajikistan.included=true"});
    EXPECT_THAT(two.csv, HasSubstr(",abroad,origin,tajikistan,"));
    EXPECT_THAT(two.csv, HasSubstr(",legality_by_right,country,kyrgyzstan,"));
    EXPECT_THAT(two.csv, HasSubstr(",adults_at_home,country,tajikistan,"));
    EXPECT_THAT(two.csv, Not(HasSubstr("uzbekistan")));
    double regions = 0.0;
    for (Region const region : kyrgyz_corridor()->regions())
        if (origin_country(region) == first_country)
            regions += value(two, Breakdown::origin, kyrgyz_corridor()->name_of(region));
    double const first = value(two, Breakdown::country, "kyrgyzstan");
    double const second = value(two, Breakdown::country, "tajikistan");
    EXPECT_GT(first, 0.0);
    EXPECT_NEAR(first, regions, 1e-6);
    EXPECT_NEAR(first + second, value(two, Breakdown::total, "total"), 1e-6);
}
}  // namespace kochmon
