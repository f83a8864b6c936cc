// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cmath>
#include <set>

#include <gtest/gtest.h>

#include "agents/state/counts.hpp"

#include "analysis/measures/series.hpp"

#include "tests/agents/world_of_tests.hpp"

// What is true of every measure. A new one joins by its line in the table of counts or in the
// catalogue; that it is named in every language is asked in words_test.cpp.
namespace kochmon
{
namespace
{
SeriesRecorder const& small_run()
{
    static SeriesRecorder const recorded = []
    {
        Workers const workers(1);
        Scenario const scenario = tests::TestWorld{.persons = "2000", .months = 14}.scenario();
        SeriesRecorder series{*kyrgyz_corridor()};
        Simulation simulation(scenario, synthesize(scenario), 0, {workers, {}});
        simulation.add(series);
        simulation.run();
        return series;
    }();
    return recorded;
}

TEST(EveryMeasure, is_finite_or_empty_in_a_small_run)
{
    SeriesRecorder const& series = small_run();
    for (std::size_t at = 0; at < series.columns().size(); ++at)
        for (std::size_t row = 0; row < series.rows(); ++row)
            EXPECT_FALSE(std::isinf(series.value(row, at)))
                << series.columns()[at].measure->name << ' ' << series.columns()[at].group.name;
}

/// A rate whose denominator is nobody is empty all along; of the other kinds nothing is.
TEST(EveryMeasure, has_a_value_in_total)
{
    SeriesRecorder const& series = small_run();
    for (Measure const& measure : measures())
    {
        std::size_t const at = series.column(measure.name, Breakdown::total);
        bool any = false;
        for (std::size_t row = 0; row < series.rows(); ++row)
            any = any || !std::isnan(series.value(row, at));
        EXPECT_TRUE(any) << measure.name;
    }
}

TEST(EveryMeasure, has_a_word_for_a_name)
{
    for (Measure const& measure : measures())
        EXPECT_EQ(measure.name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_"),
                  std::string::npos)
            << measure.name;
}

/// What is counted and told by no measure of its own.
std::set<std::string_view> const untold = {"deaths_in_prison"};

TEST(EveryCount, is_told_by_a_measure_of_its_meaning_and_unit)
{
    for (std::size_t k = 0; k < count_kinds; ++k)
    {
        CountLine const& line = line_of(static_cast<Count>(k));
        bool const is_told = std::ranges::any_of(
            measures(), [&](Measure const& measure)
            { return measure.definition == line.meaning && measure.unit == line.unit; });
        EXPECT_NE(is_told, untold.contains(line.name)) << line.name;
    }
}
}  // namespace
}  // namespace kochmon
