// SPDX-License-Identifier: MIT
// How many person-months a second, by size, threads and worlds in lockstep, and how many bytes a
// person?
#include <filesystem>
#include <fstream>
#include <vector>

#include <benchmark/benchmark.h>

#include "agents/run/lockstep.hpp"

#include "bench/worlds.hpp"

namespace kochmon
{
namespace
{
using bench::measured_months;

void rate(benchmark::State& state, std::size_t persons, std::size_t worlds)
{
    double const person_months = static_cast<double>(state.iterations()) *
                                 static_cast<double>(persons * worlds) * measured_months;
    state.counters["person_months/s"] =
        benchmark::Counter(person_months, benchmark::Counter::kIsRate);
}

void months(benchmark::State& state)
{
    Scenario const scenario = bench::baseline_of(state.range(0));
    Workers const workers(static_cast<std::size_t>(state.range(1)));
    Population const start = synthesize(scenario, 0, {}, &workers);
    std::size_t bytes = 0;
    for (auto _ : state)
    {
        state.PauseTiming();
        Simulation simulation(scenario, start, 0, {workers, {}});
        bench::advance(simulation, bench::settling_months);
        bytes = simulation.population().bytes();
        state.ResumeTiming();
        bench::advance(simulation, measured_months);
    }
    rate(state, start.persons.size(), 1);
    state.counters["bytes/person"] =
        static_cast<double>(bytes) / static_cast<double>(start.persons.size());
}

/// Scenarios whose permit is dearer by a hundredth more each.
std::vector<Scenario> dearer_permits(std::int64_t persons, std::size_t policies)
{
    std::filesystem::path const file =
        std::filesystem::temp_directory_path() / "kochmon-month-bench.yaml";
    // Scenario files know no absolute paths.
    std::filesystem::path const base = std::filesystem::relative(
        std::string(KOCHMON_SOURCE) + "/config/baseline.yaml", file.parent_path());
    Overrides overrides;
    overrides.persons = std::to_string(persons);
    std::vector<Scenario> scenarios;
    for (std::size_t k = 1; k <= policies; ++k)
    {
        std::ofstream(file) << "schema: 1\nscenario: dearer-" << k << "\nbase: " << base.string()
                            << "\nshocks:\n"
                            << "  - lever: jurisdictions.russia.permit.fee\n    scale: "
                            << 1.0 + 0.01 * static_cast<double>(k) << "\n    from: 2010-01\n";
        scenarios.push_back(load_model(file, overrides));
    }
    std::filesystem::remove(file);
    return scenarios;
}

// A base and policies that part from it in the first month that is measured.
void lockstep(benchmark::State& state)
{
    Scenario const base = bench::baseline_of(state.range(0));
    std::vector<Scenario> const policies =
        dearer_permits(state.range(0), static_cast<std::size_t>(state.range(1)));
    Workers const workers(1);
    Population const start = synthesize(base);
    std::vector<Course> courses;
    for (Scenario const& policy : policies)
        courses.push_back({.policy = &policy,
                           .onset = onset_of(base, policy),
                           .rule_alone = Course::RuleAlone::left_out});
    for (auto _ : state)
    {
        state.PauseTiming();
        Lockstep worlds(base, courses, start, 0, {workers, {}});
        while (worlds.month() < base.settings().first_reported()) worlds.advance();
        state.ResumeTiming();
        for (int month = 0; month < measured_months; ++month) worlds.advance();
    }
    rate(state, start.persons.size(), 1 + policies.size());
}
}  // namespace

BENCHMARK(months)
    ->ArgNames({"persons", "threads"})
    ->ArgsProduct({{10'000, 100'000, 1'000'000}, {1, 2}})
    ->Args({0, 1})
    ->Args({0, 2})
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime()
    ->Iterations(1);
BENCHMARK(lockstep)
    ->ArgNames({"persons", "policies"})
    ->ArgsProduct({{20'000}, {0, 3, 40}})
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime()
    ->Iterations(1);
}  // namespace kochmon
