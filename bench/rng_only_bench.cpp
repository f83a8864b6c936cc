// SPDX-License-Identifier: MIT
// The ceiling: one block of draws for each person and month, and nothing else.
#include <array>
#include <span>
#include <vector>

#include <benchmark/benchmark.h>

#include "engine/random.hpp"

namespace kochmon
{
namespace
{
constexpr std::size_t tile = 1024;  // persons, as the month loop takes them

void rng_only(benchmark::State& state)
{
    auto const persons = static_cast<std::size_t>(state.range(0));
    std::vector<std::uint64_t> keys(persons);
    for (std::size_t k = 0; k < persons; ++k) keys[k] = k;
    std::array<std::vector<std::uint32_t>, 4> words;
    for (auto& lane : words) lane.resize(tile);
    int month = 0;
    for (auto _ : state)
    {
        MonthDraws const draws({1, 0}, Month::of(2010, 1) + month++);
        for (std::size_t first = 0; first < persons; first += tile)
        {
            std::size_t const many = std::min(tile, persons - first);
            std::array<std::span<std::uint32_t>, 4> lanes;
            for (std::size_t lane = 0; lane < lanes.size(); ++lane)
                lanes[lane] = std::span(words[lane]).first(many);
            draws.block_zero(std::span(keys).subspan(first, many), lanes);
            benchmark::DoNotOptimize(words[0].data());
            benchmark::ClobberMemory();
        }
    }
    state.counters["person_months/s"] =
        benchmark::Counter(static_cast<double>(state.iterations()) * static_cast<double>(persons),
                           benchmark::Counter::kIsRate);
}
}  // namespace

BENCHMARK(rng_only)->ArgName("persons")->Arg(100'000)->Arg(1'000'000)->Arg(5'500'000);
}  // namespace kochmon
