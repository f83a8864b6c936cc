// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <map>
#include <random>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "engine/error.hpp"

#include "config/plain_decimal.hpp"
#include "config/quantity.hpp"
#include "config/resolved.hpp"

#include "agents/loading/load_model.hpp"

#include "analysis/measures/series.hpp"

#include "tests/agents/world_of_tests.hpp"
#include "tests/corridors/kyrgyzstan.hpp"

// Values anywhere within their declared ranges: such a scenario runs, and all it reports can be
// written, or it is refused as a scenario. It is never a fault of the program.
namespace kochmon
{
namespace
{
class RandomValues
{
  public:
    explicit RandomValues(unsigned seed) : random_(seed) {}

    /// Up to eight keys, mostly few: many at once are mostly refused.
    std::vector<std::string> settings(ResolvedScenario const& scenario)
    {
        auto const& parameters = scenario.declarations.parameters();
        std::size_t const count = std::size_t{1} << below(4);
        std::map<std::string, std::string> chosen;
        while (chosen.size() < count)
        {
            std::size_t const at = below(parameters.size());
            double const usual = scenario.timelines[at].in(scenario.settings.start).front();
            chosen[parameters[at].path] = value(parameters[at].declared, usual);
        }
        std::vector<std::string> set;
        for (auto const& [path, text] : chosen) set.push_back(path + "=" + text);
        return set;
    }

  private:
    std::size_t below(std::size_t limit) { return random_() % limit; }
    double between(double low, double high)
    {
        return low + (high - low) * static_cast<double>(random_() % 1'000'001U) / 1'000'000.0;
    }

    std::string value(Declared const& declared, double usual)
    {
        if (declared.dimension == Dimension::truth) return below(2) == 0 ? "true" : "false";
        if (declared.dimension == Dimension::word)
            return declared.words[below(declared.words.size())];
        double drawn = quantity(declared.range, usual);
        if (declared.dimension == Dimension::months && below(2) == 0) drawn = std::floor(drawn);
        if (drawn < declared.range.lowest) drawn = declared.range.lowest;
        std::string_view const unit = units_of(declared).front().text;
        return unit.empty() ? number_text(drawn) : fmt::format("{} {}", number_text(drawn), unit);
    }

    /// An end of the range, anywhere in it, or some times what is usual.
    double quantity(Range const& range, double usual)
    {
        switch (below(5))
        {
            case 0:
                return range.lowest;
            case 1:
                return range.highest;
            case 2:
                return between(range.lowest, range.highest);
            default:
                return std::clamp(usual * std::pow(10.0, between(-1.5, 1.5)), range.lowest,
                                  range.highest);
        }
    }

    std::minstd_rand random_;
};

std::size_t infinite_values(Scenario const& scenario)
{
    Workers const workers(2);
    SeriesRecorder series{*kyrgyz_corridor()};
    Simulation simulation(scenario, synthesize(scenario), 0, {workers, {}});
    simulation.add(series);
    simulation.run();
    std::size_t infinite = 0;
    for (std::size_t row = 0; row < series.rows(); ++row)
        for (std::size_t column = 0; column < series.columns().size(); ++column)
            infinite += std::isinf(series.value(row, column)) ? 1U : 0U;
    return infinite;
}

int scenarios_to_try()
{
    return std::getenv("KOCHMON_RARE_CHECKS") != nullptr ? 3000 : 150;
}

TEST(RandomScenarios, run_or_are_refused_as_scenarios)
{
    Scenario const usual = tests::TestWorld{}.scenario();
    int ran = 0;
    for (int seed = 1; seed <= scenarios_to_try(); ++seed)
    {
        auto const set =
            RandomValues(static_cast<unsigned>(seed) * 7919U).settings(usual.content());
        SCOPED_TRACE(testing::PrintToString(set));
        try
        {
            Overrides overrides{.set = set, .persons = "1500", .months = 6};
            overrides.set.push_back("time.warm_up=2 months");
            Scenario const scenario = load_model(KOCHMON_SOURCE "/config/baseline.yaml", overrides);
            EXPECT_EQ(infinite_values(scenario), 0U);
            ++ran;
        }
        catch (ScenarioError const& error)
        {
            EXPECT_STRNE(error.what(), "");
        }
        catch (std::exception const& error)
        {
            ADD_FAILURE() << error.what();
        }
    }
    EXPECT_GT(ran, scenarios_to_try() / 5);
    EXPECT_LT(ran, scenarios_to_try());
}
}  // namespace
}  // namespace kochmon
