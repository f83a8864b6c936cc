// SPDX-License-Identifier: MIT
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "agents/loading/load_model.hpp"
#include "agents/synthesis/synthesis.hpp"

#include "analysis/measures/series.hpp"

#include "tests/agents/world_of_tests.hpp"
#include "tests/corridors/kyrgyz_declarations.hpp"
#include "tests/corridors/kyrgyzstan.hpp"

// Legality means the same under every regime: present, with the right to work, by contract besides.
namespace kochmon
{
namespace
{
SeriesRecorder series_of(std::string const& file)
{
    Overrides const overrides{.set = {"time.warm_up=24 months"}, .persons = "10000", .months = 60};
    Scenario const scenario = Scenario::load(std::string(KOCHMON_SOURCE) + "/config/" + file,
                                             kyrgyz_declarations(), overrides);
    Workers const workers(2);
    Simulation simulation(scenario, synthesize(scenario), 0, {workers, {}});
    SeriesRecorder series{*kyrgyz_corridor()};
    simulation.add(series);
    simulation.run();
    return series;
}

double in_russia(SeriesRecorder const& series, std::string const& measure, std::size_t month)
{
    return series.spread(series.column(measure, Breakdown::jurisdiction, "russia"), month)->mean;
}

TEST(Legality, does_not_fall_when_everybody_is_given_the_right_to_work)
{
    SeriesRecorder const base = series_of("baseline.yaml");
    SeriesRecorder const free = series_of("policies/free-movement.yaml");
    std::size_t first = 0;
    while (first < free.months() && in_russia(free, "legality_by_right", first) ==
                                        in_russia(base, "legality_by_right", first))
        ++first;
    ASSERT_LT(first, free.months());
    EXPECT_GT(in_russia(free, "legality_by_right", first),
              in_russia(base, "legality_by_right", first));
    EXPECT_GT(in_russia(free, "legality_by_right", first), 0.95);
    // What the law of the month calls regular asks for registration and a contract as well.
    EXPECT_LT(in_russia(free, "regular_share", first),
              in_russia(free, "legality_by_right", first) - 0.2);
}

TEST(Legality, asks_for_more_at_each_step_under_every_regime)
{
    for (std::string const file : {"baseline.yaml", "policies/free-movement.yaml"})
    {
        SeriesRecorder const series = series_of(file);
        for (std::size_t month = 0; month < series.months(); ++month)
            for (std::string const last : {"", "_with_naturalized"})
            {
                double const present = in_russia(series, "legality_by_presence" + last, month);
                double const right = in_russia(series, "legality_by_right" + last, month);
                double const contract = in_russia(series, "legality_by_contract" + last, month);
                ASSERT_LE(right, present) << file << month;
                ASSERT_LT(contract, right) << file << month;
                ASSERT_GT(contract, 0.0) << file << month;
            }
    }
}

TEST(Naturalization, within_more_years_is_more)
{
    SeriesRecorder const series = series_of("baseline.yaml");
    std::size_t const last = series.months() - 1;
    double const one = in_russia(series, "naturalized_within_1_year", last);
    double const three = in_russia(series, "naturalized_within_3_years", last);
    double const five = in_russia(series, "naturalized_within_5_years", last);
    double const ten = in_russia(series, "naturalized_within_10_years", last);
    EXPECT_LT(one, three);
    EXPECT_LT(three, five);
    EXPECT_LE(five, ten);
    EXPECT_LT(ten, 1.0);
}
}  // namespace
}  // namespace kochmon
