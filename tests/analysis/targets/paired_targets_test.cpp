// SPDX-License-Identifier: MIT
// Targets against a policy, and the scenario on which they are measured.
#include <algorithm>

#include <gmock/gmock.h>

#include "engine/error.hpp"

#include "agents/loading/load_model.hpp"
#include "agents/synthesis/synthesis.hpp"

#include "analysis/measures/measure.hpp"
#include "analysis/runs/memory_check.hpp"
#include "analysis/runs/targets.hpp"

#include "tests/agents/world_of_tests.hpp"
#include "tests/analysis/program.hpp"
#include "tests/analysis/shipped.hpp"
#include "tests/analysis/targets/world_of_targets.hpp"
#include "tests/corridors/kyrgyzstan.hpp"

namespace kochmon
{
namespace
{
using testing::HasSubstr;
using tests::baseline_file;
using tests::WorldOfTargets;

/// The targets of these names of the file that is shipped.
TargetsFile only(std::vector<std::string> const& ids)
{
    TargetsFile file = read_targets(tests::config / "targets.yaml", *kyrgyz_corridor());
    std::erase_if(file.targets, [&](Target const& target)
                  { return std::ranges::find(ids, target.id) == ids.end(); });
    return file;
}

WorldOfTargets many_citizens(int months)
{
    return {.set = {"rules.naturalization.constant=0 RUB/month"}, .months = months};
}

MeasuredTargets targets_measured(WorldOfTargets const& world, TargetsFile const& file,
                                 std::uint32_t replicates = 1)
{
    Workers const workers(1);
    return measure_targets(worlds_of_targets(baseline_file, file, world.overrides()), file,
                           {.workers = workers, .replicates = replicates, .stop_asked = {}});
}

/// Every month of a run of its own, from 2009-01 on.
std::vector<Tally> alone(Scenario const& scenario, std::uint32_t replicate)
{
    Workers const workers(1);
    tests::Sums sums;
    Simulation world(scenario, synthesize(scenario), replicate, {workers, {}});
    world.add(sums);
    world.run();
    return sums.months;
}

struct LivesOfPair
{
    std::vector<Tally> base;
    std::vector<Tally> policy;

    LivesOfPair(WorldOfTargets const& world, std::string const& policy_file,
                std::uint32_t replicate)
        : base(alone(world.scenario(), replicate)),
          policy(alone(world.policy(policy_file), replicate))
    {
    }
};

double sought(std::vector<Tally> const& months, std::size_t from, std::size_t to)
{
    std::int64_t sum = 0;
    for (std::size_t at = from; at < to; ++at) sum += months[at].total(Count::citizenship_sought);
    return static_cast<double>(sum);
}

double in_st_petersburg(Tally const& tally, Count kind)
{
    return static_cast<double>(agents(tally, kind, {.place = destinations::st_petersburg}));
}

double legality_in_st_petersburg(Tally const& tally)
{
    return in_st_petersburg(tally, Count::regular_workers) /
           in_st_petersburg(tally, Count::foreign_workers);
}
}  // namespace

// The unrest begins in 2010-06, month 17 of the run.
TEST(PairedTargets, of_the_unrest_are_those_of_two_separate_runs)
{
    WorldOfTargets const world = many_citizens(18);
    MeasuredTargets const found = targets_measured(world, only({"C8"}), 2);
    ASSERT_EQ(found.values.size(), 2U);
    for (std::uint32_t replicate = 0; replicate < 2; ++replicate)
    {
        LivesOfPair const lives(world, "unrest.yaml", replicate);
        double const more = sought(lives.policy, 17, 29) / sought(lives.base, 17, 29) - 1.0;
        EXPECT_EQ(found.values[replicate], std::vector<std::optional<double>>{more});
        EXPECT_GT(more, 0.0);
    }
}

// The cut begins in 2010-01; its 36th month is 2012-12, the last of the run.
TEST(PairedTargets, of_the_quota_are_those_of_two_separate_runs)
{
    WorldOfTargets const world{.persons = "8000", .months = 36};
    MeasuredTargets const found = targets_measured(world, only({"C16", "C16_legality"}));
    LivesOfPair const lives(world, "quota-st-petersburg.yaml", 0);
    Tally const& base = lives.base[47];
    Tally const& policy = lives.policy[47];
    EXPECT_EQ(
        found.values[0][0],
        in_st_petersburg(policy, Count::abroad) / in_st_petersburg(base, Count::abroad) - 1.0);
    EXPECT_EQ(found.values[0][1],
              legality_in_st_petersburg(policy) - legality_in_st_petersburg(base));
    EXPECT_NE(found.values[0][1], 0.0);
}

// The same lives, of which other months are reported.
TEST(PairedTargets, are_measured_in_the_warm_up_too)
{
    TargetsFile const file = only({"C8", "C16", "C16_legality"});
    WorldOfTargets late = many_citizens(24);
    late.set.emplace_back("time.warm_up=24 months");
    Overrides overrides = late.overrides();
    overrides.set.erase(overrides.set.begin() + 1);  // the warm-up of a year
    Workers const workers(1);
    MeasuredTargets const found = measure_targets(worlds_of_targets(baseline_file, file, overrides),
                                                  file, {.workers = workers, .stop_asked = {}});
    EXPECT_EQ(found.values, targets_measured(many_citizens(36), file).values);
    EXPECT_TRUE(found.values[0][0] && found.values[0][1]);
}

TEST(PairedTargets, have_no_value_where_months_are_missing)
{
    TargetsFile const file = only({"C8", "C16"});
    EXPECT_FALSE(targets_measured(many_citizens(16), file).values[0][0]);
    MeasuredTargets const enough = targets_measured(many_citizens(17), file);
    EXPECT_TRUE(enough.values[0][0]);
    EXPECT_FALSE(enough.values[0][1]);
}

TEST(MemoryOfTargets, is_that_of_the_starts_and_worlds_of_all_studies_at_once)
{
    TargetsFile const file = only({"C8", "C16"});
    Overrides const small = many_citizens(12).overrides();
    TargetWorlds const worlds = worlds_of_targets(baseline_file, file, small);
    ASSERT_EQ(worlds.policies.size(), 2U);
    TargetWorlds const alone = worlds_of_targets(baseline_file, only({"C1"}), small);
    double const world = static_cast<double>(synthesize(worlds.base).bytes());
    EXPECT_NEAR((bytes_of_study(worlds) - bytes_of_study(alone)) / (2.0 * (world + 20e6)), 1.0,
                1e-9);

    TargetWorlds moved = worlds_of_targets(baseline_file, only({"C1"}), small);
    Overrides other = small;
    other.set.emplace_back("start.foreigners=300000 persons");
    moved.policies.push_back(load_model(baseline_file, other));
    EXPECT_NEAR((bytes_of_study(moved) - bytes_of_study(alone)) / (2.0 * world + 20e6), 1.0, 1e-9)
        << "a start of its own, and its world";
}

TEST(DemandMemory, tells_what_is_missing_and_what_helps)
{
    EXPECT_NO_THROW(demand_memory(1000.0, "they", "ask for less", 1000));
    try
    {
        demand_memory(3.0 * 1024 * 1024 * 1024, "They", "ask for less", 1024 * 1024 * 1024);
        ADD_FAILURE();
    }
    catch (MemoryError const& error)
    {
        EXPECT_STREQ(error.what(), "They need about 3.0 GiB, 1.0 GiB are available; ask for less");
    }
}

TEST(PairedTargets, leave_the_base_as_it_is)
{
    MeasuredTargets const paired = targets_measured(many_citizens(48), only({"C1", "C8", "C11"}));
    MeasuredTargets const single = targets_measured(many_citizens(48), only({"C1", "C11"}));
    EXPECT_EQ(paired.values[0][0], single.values[0][0]);
    EXPECT_EQ(paired.values[0][2], single.values[0][1]);
    // The policy is lived from 2010-06 for the 12 months that it takes, no longer.
    double const months = 60.0 * static_cast<double>(single.account.agents);
    EXPECT_EQ(single.account.person_months, months);
    EXPECT_EQ(paired.account.person_months, months / 60.0 * 72.0);
}

// Pieces of a few hundred persons, of which the diaries are read one after the other.
TEST(MeasuredTargets, are_the_same_on_any_threads_and_pieces)
{
    WorldOfTargets const world = many_citizens(48);
    TargetsFile const file = read_targets(tests::config / "targets.yaml", *kyrgyz_corridor());
    TargetsFile shocks = file;
    std::erase_if(shocks.shocks, [](ShockTest const& shock)
                  { return shock.name != "departure-credit" && shock.name != "unrest"; });
    auto const values = [&](std::size_t threads, Cut const& cut)
    {
        Workers const workers(threads);
        RunRequest const request{.workers = workers, .cut = cut, .stop_asked = {}};
        Overrides const overrides = world.overrides();
        std::vector<std::optional<double>> all =
            measure_targets(worlds_of_targets(baseline_file, file, overrides), file, request)
                .values[0];
        auto const answers =
            measure_shocks(worlds_of_shocks(baseline_file, shocks, overrides), shocks, request)
                .values[0];
        all.insert(all.end(), answers.begin(), answers.end());
        return all;
    };
    auto const alone = values(1, {});
    EXPECT_EQ(alone.size(), file.targets.size() + 2U);
    EXPECT_EQ(values(2, {.tile_persons = 100, .piece_persons = 400}), alone);
    EXPECT_EQ(values(7, {.tile_persons = 64, .piece_persons = 64}), alone);
}

TEST(WorldsOfTargets, report_as_many_months_as_the_targets_need)
{
    auto const months = [](std::vector<std::string> const& ids, std::optional<int> asked)
    {
        Overrides overrides = WorldOfTargets{}.overrides();
        overrides.months = asked;
        return worlds_of_targets(baseline_file, only(ids), overrides).base.settings().months;
    };
    EXPECT_EQ(months({"C1"}, {}), 48);
    EXPECT_EQ(months({"C1", "C7"}, {}), 120);
    EXPECT_EQ(months({"C8"}, {}), 18);
    EXPECT_EQ(months({"C1", "C7"}, 5), 5);
}

TEST(WorldsOfTargets, lay_the_policies_of_the_file_over_the_scenario)
{
    TestFolder const place;
    put(place / "mine.yaml",
        "schema: 1\nscenario: mine\nbase: " +
            std::filesystem::relative(baseline_file, place.path()).string() +
            "\nlaw: {checks: {hazard: {value: 9 %/month, source: assumption}}}\n");
    TargetWorlds const worlds =
        worlds_of_targets(place / "mine.yaml", only({"C8", "C16"}), WorldOfTargets{}.overrides());
    ASSERT_EQ(worlds.policies.size(), 2U);
    ASSERT_EQ(worlds.paired.size(), 2U);
    EXPECT_EQ(worlds.paired[0].policy, 0U);
    EXPECT_EQ(worlds.paired[1].policy, 1U);
    // Targets of one policy share its world.
    TargetWorlds const shared = worlds_of_targets(
        place / "mine.yaml", only({"C16", "C16_legality"}), WorldOfTargets{}.overrides());
    EXPECT_EQ(shared.policies.size(), 1U);
    ASSERT_EQ(shared.paired.size(), 2U);
    EXPECT_EQ(shared.paired[1].policy, 0U);
    for (Scenario const* one : {&worlds.base, &worlds.policies[0], &worlds.policies[1]})
        EXPECT_NEAR(one->values("law.checks.hazard", Month::of(2010, 6))[0], 0.09, 1e-12);
    EXPECT_EQ(onset_of(worlds.base, worlds.policies[0]).month, Month::of(2010, 6));
    EXPECT_EQ(onset_of(worlds.base, worlds.policies[1]).month, Month::of(2010, 1));
}

TEST(WorldsOfTargets, refuse_a_scenario_with_shocks_of_its_own)
{
    TargetsFile const file = only({"C8"});
    auto const refusal = [&](auto const& worlds_of) -> std::string
    {
        try
        {
            worlds_of(tests::config / "policies/permit-fee.yaml", file,
                      WorldOfTargets{}.overrides());
        }
        catch (ScenarioError const& error)
        {
            return error.what();
        }
        return "";
    };
    std::string const told = "permit-fee.yaml: has shocks of its own; targets are measured on a";
    EXPECT_THAT(refusal(worlds_of_targets), HasSubstr(told));
    EXPECT_THAT(refusal(worlds_of_shocks), HasSubstr(told));
}
}  // namespace kochmon
