// SPDX-License-Identifier: MIT
#include <filesystem>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "engine/atomic_file.hpp"

#include "agents/simulation.hpp"
#include "agents/synthesis/synthesis.hpp"

#include "analysis/measures/series.hpp"

#include "tests/agents/world_of_tests.hpp"

// The same bytes on any number of threads, any tile size, and in every build: each preset runs this
// test against the same golden file.
namespace kochmon
{
namespace
{
struct Layout
{
    std::size_t threads = 1;
    std::size_t tile_persons = 1024;
};

std::string digest_of(Scenario const& scenario, Population const& start, Layout const& layout)
{
    Workers const workers(layout.threads);
    Simulation simulation(scenario, start, 0,
                          {workers, {layout.tile_persons, 16 * layout.tile_persons}});
    SeriesRecorder series;
    simulation.add(series);
    simulation.run();
    return sha256(series.csv(scenario.name())) + " series.csv\n" + sha256(scenario.resolved()) +
           " scenario.yaml\n";
}

std::string golden(std::string const& name)
{
    return read_whole_file(std::filesystem::path(KOCHMON_SOURCE) / "tests" / "golden" / name);
}
}  // namespace

class DigestOfThreads : public testing::TestWithParam<std::size_t>
{
};

/// With plain threads, which are for ThreadSanitizer, the smaller the tile the more threads.
std::vector<std::size_t> tile_sizes([[maybe_unused]] std::size_t threads)
{
    constexpr std::size_t one_tile = std::size_t{1} << 20;
#ifdef KOCHMON_PLAIN_THREADS
    if (threads == 1) return {one_tile};
    return {threads == 2 ? std::size_t{1024} : std::size_t{1}};
#else
    return {1, 1024, one_tile};
#endif
}

TEST_P(DigestOfThreads, is_the_same_for_tile_sizes_and_in_every_build)
{
    Scenario const scenario =
        tests::TestWorld{.persons = "100000", .months = 24, .warm_up = "12 months"}.scenario();
    Population const start = synthesize(scenario);
    std::string const expected = golden("baseline-100000x24.sha256");
    for (std::size_t const tile : tile_sizes(GetParam()))
        EXPECT_EQ(digest_of(scenario, start, {GetParam(), tile}), expected)
            << GetParam() << " threads, tiles of " << tile
            << " persons. If the model was changed on purpose, write the new digests into "
               "tests/golden and say so in CHANGELOG.md under 'Results changed'.";
}

INSTANTIATE_TEST_SUITE_P(Digest, DigestOfThreads, testing::Values(1, 2, 7),
                         [](auto const& threads) { return std::to_string(threads.param); });

// Amnesty, agencies, free movement, monthly payment and the reformed route, which the baseline
// leaves out.
TEST(Digest, of_other_laws_is_the_same_for_threads_and_tile_sizes)
{
    for (char const* const name : {"permits", "free-movement", "hard-law"})
    {
        Overrides const overrides{
            .set = {"time.warm_up=60 months"}, .persons = "5000", .months = 24};
        std::string const file = std::string(KOCHMON_SOURCE) + "/tests/golden/scenarios/" + name;
        Scenario const scenario = Scenario::load(file + ".yaml", model_declarations(), overrides);
        Population const start = synthesize(scenario);
        std::string const expected = digest_of(scenario, start, {1, 1024});
        EXPECT_EQ(digest_of(scenario, start, {7, 1}), expected) << name;
        EXPECT_EQ(digest_of(scenario, start, {2, std::size_t{1} << 20}), expected) << name;
    }
}
}  // namespace kochmon
