// SPDX-License-Identifier: MIT
// What does a run cost beside its months: to read a scenario, to make a population, to make room
// for the children to come, to write the series?
#include <benchmark/benchmark.h>

#include "analysis/measures/series.hpp"
#include "analysis/measures/series_csv.hpp"

#include "bench/worlds.hpp"

namespace kochmon
{
namespace
{
void per_person(benchmark::State& state, std::size_t persons)
{
    state.counters["ns/person"] = benchmark::Counter(
        static_cast<double>(state.iterations()) * static_cast<double>(persons) * 1e-9,
        benchmark::Counter::kIsRate | benchmark::Counter::kInvert);
}

void read_scenario(benchmark::State& state)
{
    for (auto _ : state) benchmark::DoNotOptimize(bench::baseline_of(1000));
}

void make_population(benchmark::State& state)
{
    Scenario const scenario = bench::baseline_of(state.range(0));
    Workers const workers(static_cast<std::size_t>(state.range(1)));
    std::size_t persons = 0;
    for (auto _ : state) persons = synthesize(scenario, 0, {}, &workers).persons.size();
    per_person(state, persons);
}

void make_room_for_children(benchmark::State& state)
{
    Scenario const scenario = bench::baseline_of(state.range(0));
    Workers const workers(static_cast<std::size_t>(state.range(1)));
    Population const start = synthesize(scenario, 0, {}, &workers);
    for (auto _ : state)
        benchmark::DoNotOptimize(Simulation(scenario, start, 0, {workers, {}}).month());
    per_person(state, start.persons.size());
}

void write_series(benchmark::State& state)
{
    Scenario const scenario = bench::baseline_of(1000);
    Workers const workers(1);
    Simulation simulation(scenario, synthesize(scenario), 0, {workers, {}});
    SeriesRecorder series(scenario.corridor());
    simulation.add(series);
    simulation.run();
    for (auto _ : state) benchmark::DoNotOptimize(series_csv(series, scenario.name()));
    state.counters["rows"] = static_cast<double>(series.rows() * series.columns().size());
}
}  // namespace

BENCHMARK(read_scenario)->Unit(benchmark::kMillisecond);
BENCHMARK(make_population)
    ->ArgNames({"persons", "threads"})
    ->ArgsProduct({{100'000, 1'000'000}, {1, 2}})
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();
BENCHMARK(make_room_for_children)
    ->ArgNames({"persons", "threads"})
    ->ArgsProduct({{100'000, 1'000'000}, {1, 2}})
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();
BENCHMARK(write_series)->Unit(benchmark::kMillisecond);
}  // namespace kochmon
