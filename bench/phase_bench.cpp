// SPDX-License-Identifier: MIT
// Where does a month go? Each step of the story: nanoseconds a person-month, and for each person
// abroad, of those steps that look at these alone.
#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include <benchmark/benchmark.h>

#include "bench/worlds.hpp"

namespace kochmon
{
namespace
{
using Seconds = std::vector<std::pair<std::string, double>>;

std::int64_t abroad_at(Simulation const& simulation)
{
    return simulation.society().last_month.total(Count::abroad);
}

void phases(benchmark::State& state)
{
    Scenario const scenario = bench::baseline_of(state.range(0));
    Workers const workers(1);
    Population const start = synthesize(scenario);
    for (auto _ : state)
    {
        state.PauseTiming();
        Simulation simulation(scenario, start, 0, {workers, {}});
        bench::advance(simulation, bench::settling_months);
        Seconds const before = simulation.schedule().seconds();
        double abroad = 0.0;
        state.ResumeTiming();
        for (int month = 0; month < bench::measured_months; ++month)
        {
            simulation.advance();
            abroad += static_cast<double>(abroad_at(simulation));
        }
        double const all = static_cast<double>(start.persons.size()) * bench::measured_months;
        state.counters["abroad/all"] = abroad / all;
        Seconds const after = simulation.schedule().seconds();
        for (std::size_t step = 0; step < after.size(); ++step)
        {
            double const nanoseconds = 1e9 * (after[step].second - before[step].second);
            state.counters[after[step].first + " | ns/person-month"] = nanoseconds / all;
            state.counters[after[step].first + " | ns/month abroad"] = nanoseconds / abroad;
        }
    }
}
}  // namespace

BENCHMARK(phases)
    ->ArgName("persons")
    ->Arg(100'000)
    ->Arg(1'000'000)
    ->Unit(benchmark::kMillisecond)
    ->Iterations(1);
}  // namespace kochmon
