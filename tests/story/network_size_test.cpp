// SPDX-License-Identifier: MIT
#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "agents/loading/load_model.hpp"
#include "agents/state/month_record.hpp"
#include "agents/synthesis/synthesis.hpp"

#include "analysis/measures/measure.hpp"

#include "tests/corridors/kyrgyz_declarations.hpp"
#include "tests/corridors/kyrgyzstan.hpp"
#include "tests/story/relations.hpp"

// How many agents stand for the population is no part of the model: small networks must not grow or
// die by it (ADR 0025). Before, four times as many persons were in the small destinations at the
// end of ten years with 5,000 agents as with 100,000.
namespace kochmon
{
namespace
{
constexpr std::array small_destinations = {destinations::kazakhstan, destinations::other};

/// Thousand persons abroad at the end of the run.
struct Stocks2019
{
    double in_russia = 0.0;
    double in_small_destinations = 0.0;
};

class AtTheEnd final : public MonthObserver
{
  public:
    void observe(MonthRecord const& record) override
    {
        auto const thousands = [&](Selection const& selection)
        {
            return static_cast<double>(agents(record.tally, Count::abroad, selection)) *
                   record.weight * 1e-3;
        };
        stocks = {};
        stocks.in_russia = thousands({.jurisdiction = jurisdictions::russia});
        for (Place const place : small_destinations)
            stocks.in_small_destinations += thousands({.place = place});
    }
    Stocks2019 stocks;
};

Stocks2019 run_once(std::string const& persons, std::uint32_t seed)
{
    Overrides const overrides{.seed = seed, .persons = persons};
    Scenario const scenario = Scenario::load(std::string(KOCHMON_SOURCE) + "/config/baseline.yaml",
                                             kyrgyz_declarations(), overrides);
    Workers const workers(1);
    Simulation simulation(scenario, synthesize(scenario), 0, {workers, {}});
    AtTheEnd end;
    simulation.add(end);
    simulation.run();
    return end.stocks;
}

/// Each run has a population and luck of its own.
Stocks2019 mean_of(std::string const& persons, std::uint32_t runs)
{
    std::vector<Stocks2019> all(runs);
    Workers const workers(2);
    workers.for_each(runs, [&](std::size_t run)
                     { all[run] = run_once(persons, static_cast<std::uint32_t>(run + 1)); });
    Stocks2019 mean;
    for (Stocks2019 const& one : all)
    {
        mean.in_russia += one.in_russia / runs;
        mean.in_small_destinations += one.in_small_destinations / runs;
    }
    return mean;
}

TEST(NetworkSize, does_not_hang_on_the_number_of_agents)
{
    Stocks2019 const few = mean_of("5000", 32);
    Stocks2019 const many = mean_of("80000", 2);
    EXPECT_NEAR(few.in_russia / many.in_russia, 1.0, 0.04);
    EXPECT_NEAR(few.in_small_destinations / many.in_small_destinations, 1.0, 0.2);
}
}  // namespace
}  // namespace kochmon
