// SPDX-License-Identifier: MIT
// How many person-months a second, and how many bytes a person, on 1 and 2 threads?
#include <benchmark/benchmark.h>

#include "agents/loading/load_model.hpp"
#include "agents/run/simulation.hpp"
#include "agents/synthesis/synthesis.hpp"

#include "tests/corridors/kyrgyz_declarations.hpp"
#include "tests/corridors/kyrgyzstan.hpp"

namespace kochmon
{
namespace
{
constexpr int warm_up_months = 12;  // until lists and caches have their usual size
constexpr int measured_months = 24;

Scenario scenario_of(std::int64_t persons)
{
    Overrides overrides;
    overrides.persons = std::to_string(persons);
    return Scenario::load(std::string(KOCHMON_SOURCE) + "/config/baseline.yaml",
                          kyrgyz_declarations(), overrides);
}

void months(benchmark::State& state)
{
    Scenario const scenario = scenario_of(state.range(0));
    Population const start = synthesize(scenario);
    Workers const workers(static_cast<std::size_t>(state.range(1)));
    for (auto _ : state)
    {
        state.PauseTiming();
        Simulation simulation(scenario, start, 0, {workers, {}});
        for (int month = 0; month < warm_up_months; ++month) simulation.advance();
        state.ResumeTiming();
        for (int month = 0; month < measured_months; ++month) simulation.advance();
    }
    double const person_months = static_cast<double>(state.iterations()) *
                                 static_cast<double>(start.persons.size()) * measured_months;
    state.counters["person_months/s"] =
        benchmark::Counter(person_months, benchmark::Counter::kIsRate);
    state.counters["bytes/person"] =
        static_cast<double>(start.bytes()) / static_cast<double>(start.persons.size());
}
}  // namespace

BENCHMARK(months)
    ->ArgNames({"persons", "threads"})
    ->Args({100'000, 1})
    ->Args({100'000, 2})
    ->Args({1'000'000, 1})
    ->Args({1'000'000, 2})
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime()
    ->Iterations(2);
}  // namespace kochmon
