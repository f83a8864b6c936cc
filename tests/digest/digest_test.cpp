// SPDX-License-Identifier: MIT
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "engine/atomic_file.hpp"

#include "agents/loading/load_model.hpp"
#include "agents/run/simulation.hpp"
#include "agents/synthesis/synthesis.hpp"

#include "analysis/measures/series.hpp"
#include "analysis/measures/series_csv.hpp"

#include "tests/agents/world_of_tests.hpp"
#include "tests/corridors/kyrgyz_declarations.hpp"
#include "tests/corridors/kyrgyzstan.hpp"
#include "tests/golden/known.hpp"

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

struct Outputs
{
    std::string series;
    std::string scenario;
};

Outputs outputs_of(Scenario const& scenario, Population const& start, Layout const& layout)
{
    Workers const workers(layout.threads);
    Simulation simulation(scenario, start, 0,
                          {workers, {layout.tile_persons, 16 * layout.tile_persons}});
    SeriesRecorder series{*kyrgyz_corridor()};
    simulation.add(series);
    simulation.run();
    return {series_csv(series, scenario.name()), scenario.resolved()};
}

std::string digest_of(Outputs const& outputs)
{
    return sha256(outputs.series) + " series.csv\n" + sha256(outputs.scenario) + " scenario.yaml\n";
}

/// Of what tests/golden/series.txt and values.txt name; the rest is told.
std::string known_digest_of(Outputs const& outputs)
{
    golden::Sifted const rows = golden::known_rows(outputs.series, golden::known_of("series.txt"));
    golden::Sifted const values =
        golden::known_values(outputs.scenario, golden::known_of("values.txt"));
    golden::tell_unknown(rows.unknown, "series.txt");
    golden::tell_unknown(values.unknown, "values.txt");
    return digest_of({rows.text, values.text});
}
}  // namespace

class DigestOfThreads : public testing::TestWithParam<std::size_t>
{
};

struct DigestCase
{
    std::string persons;
    Layout layout;
};

constexpr std::size_t one_tile = std::size_t{1} << 20;

/// Sanitizers look for races and bad memory in a world of 20,000, as every build does on one
/// layout; the other builds look for results that depend on the layout, in a larger one.
std::vector<DigestCase> cases_of(std::size_t threads)
{
#ifdef KOCHMON_SANITIZED
    if (threads == 1) return {{"20000", {threads, one_tile}}};
    return {{"20000", {threads, threads == 2 ? std::size_t{1024} : std::size_t{1}}}};
#else
    return {{"100000", {threads, threads == 2 ? std::size_t{1024} : one_tile}},
            {"100000", {threads, 509}},
            {"20000", {threads, 61}},
            {"20000", {threads, 1}}};
#endif
}

TEST_P(DigestOfThreads, is_the_same_for_tile_sizes_and_in_every_build)
{
    for (DigestCase const& one : cases_of(GetParam()))
    {
        Scenario const scenario =
            tests::TestWorld{.persons = one.persons, .months = 24, .warm_up = "12 months"}
                .scenario();
        EXPECT_EQ(known_digest_of(outputs_of(scenario, synthesize(scenario), one.layout)),
                  read_whole_file(golden::folder / ("baseline-" + one.persons + "x24.sha256")))
            << one.persons << " agents, " << one.layout.threads << " threads, tiles of "
            << one.layout.tile_persons
            << ". If the model was changed on purpose, write the new digests into "
               "tests/golden, with the lines told as unknown in series.txt and values.txt, and "
               "say so in CHANGELOG.md under 'Results changed'.";
    }
}

INSTANTIATE_TEST_SUITE_P(Digest, DigestOfThreads, testing::Values(1, 2, 7),
                         [](auto const& threads) { return std::to_string(threads.param); });

/// Races are sought in a shorter life: after a year every law has been met in each tile.
#ifdef KOCHMON_SANITIZED
constexpr char const* other_laws_warm_up = "time.warm_up=12 months";
constexpr int other_laws_months = 12;
#else
constexpr char const* other_laws_warm_up = "time.warm_up=60 months";
constexpr int other_laws_months = 24;
#endif

// Amnesty, agencies, free movement, monthly payment and the reformed route, which the baseline
// leaves out.
TEST(Digest, of_other_laws_is_the_same_for_threads_and_tile_sizes)
{
    for (char const* const name : {"permits", "free-movement", "hard-law"})
    {
        Overrides const overrides{
            .set = {other_laws_warm_up}, .persons = "5000", .months = other_laws_months};
        std::string const file = std::string(KOCHMON_SOURCE) + "/tests/golden/scenarios/" + name;
        Scenario const scenario = Scenario::load(file + ".yaml", kyrgyz_declarations(), overrides);
        Population const start = synthesize(scenario);
        std::string const expected = digest_of(outputs_of(scenario, start, {1, 1024}));
        EXPECT_EQ(digest_of(outputs_of(scenario, start, {7, 1})), expected) << name;
        EXPECT_EQ(digest_of(outputs_of(scenario, start, {2, one_tile})), expected) << name;
    }
}
}  // namespace kochmon
