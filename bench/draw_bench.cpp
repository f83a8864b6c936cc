// SPDX-License-Identifier: MIT
// What do a block of draws, a choice and the elementary functions cost?
#include <vector>

#include <benchmark/benchmark.h>

#include "engine/choice.hpp"
#include "engine/elementary.hpp"

namespace kochmon
{
namespace
{
MonthDraws const draws({1, 0}, Month::of(2010, 1));

void block_zero(benchmark::State& state)
{
    std::size_t const persons = 1024;
    std::vector<std::uint64_t> keys(persons);
    for (std::size_t k = 0; k < persons; ++k) keys[k] = k;
    std::array<std::vector<std::uint32_t>, 4> words;
    std::array<std::span<std::uint32_t>, 4> lanes;
    for (std::size_t lane = 0; lane < 4; ++lane)
    {
        words[lane].resize(persons);
        lanes[lane] = words[lane];
    }
    for (auto _ : state)
    {
        draws.block_zero(keys, lanes);
        benchmark::DoNotOptimize(words[0].data());
        benchmark::ClobberMemory();
    }
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(persons));
}

void nest_and_alternative(benchmark::State& state)
{
    std::uint64_t person = 0;
    for (auto _ : state)
    {
        ChoiceNoise const noise(draws, SubjectKey::person_of_the_start(++person), 272);
        benchmark::DoNotOptimize(noise.nest(0, 0.7) + noise.alternative(1));
    }
    state.SetItemsProcessed(state.iterations());
}

template <double (*function)(double)>
void elementary_function(benchmark::State& state)
{
    double x = 0.1;
    for (auto _ : state)
    {
        benchmark::DoNotOptimize(function(x));
        x = x < 8.0 ? x + 0.001 : 0.1;
    }
    state.SetItemsProcessed(state.iterations());
}
}  // namespace

BENCHMARK(block_zero);
BENCHMARK(nest_and_alternative);
BENCHMARK(elementary_function<elementary::exp>)->Name("exp");
BENCHMARK(elementary_function<elementary::log>)->Name("log");
BENCHMARK(elementary_function<elementary::sin_pi>)->Name("sin_pi");
}  // namespace kochmon
