// SPDX-License-Identifier: MIT
#include <filesystem>
#include <string>
#include <vector>

#include <gmock/gmock.h>

#include "engine/atomic_file.hpp"
#include "engine/error.hpp"
#include "engine/sha256.hpp"

#include "config/resolved.hpp"

#include "agents/loading/keys_of_first.hpp"
#include "agents/loading/load_model.hpp"
#include "agents/run/lockstep.hpp"
#include "agents/run/simulation.hpp"
#include "agents/synthesis/synthesis.hpp"

#include "analysis/measures/series.hpp"
#include "analysis/measures/series_csv.hpp"
#include "analysis/report/run_summary.hpp"
#include "analysis/runs/targets.hpp"
#include "analysis/targets/targets_file.hpp"

#include "tests/agents/world_of_tests.hpp"

// A corridor of other countries, places, numbers and words than those of the baseline. Accounts of
// persons, money and law are checked in every month of every run.
namespace kochmon
{
namespace
{
using testing::HasSubstr;
using testing::Not;

std::string const toy = KOCHMON_SOURCE "/tests/corridors/toy/";

Scenario toy_scenario(std::vector<std::string> set = {}, std::string const& file = "baseline.yaml")
{
    return load_model(toy + file, {.set = std::move(set), .persons = "4000", .months = 24});
}

struct Told
{
    std::string csv;
    Tally last;
};

Told run(Scenario const& scenario, std::size_t threads = 1, std::size_t tile = 1024)
{
    Workers const workers(threads);
    Simulation world(scenario, synthesize(scenario), 0, {workers, {tile, 16 * tile}});
    SeriesRecorder series(scenario.corridor());
    world.add(series);
    world.run();
    return {series_csv(series, scenario.name()), world.society().last_month};
}

std::int64_t stock(Tally const& tally, Count kind, Place place)
{
    std::int64_t sum = 0;
    for (Region const region : tally.regions())
        for (Sex const sex : {Sex::female, Sex::male})
            sum += tally.at(kind, tally.cell(region, place, sex));
    return sum;
}
}  // namespace

TEST(ToyCorridor, lives_the_same_lives_on_any_threads_and_tiles)
{
    Scenario const scenario = toy_scenario();
    std::string const once = sha256(run(scenario).csv);
    EXPECT_EQ(sha256(run(scenario, 2, 64).csv), once);
    EXPECT_EQ(sha256(run(scenario, 7, 1 << 20).csv), once);
}

TEST(ToyCorridor, sends_people_of_all_its_regions_to_all_its_destinations)
{
    Scenario const scenario = toy_scenario();
    Told const told = run(scenario);
    for (Region const region : scenario.corridor().regions())
        EXPECT_GT(told.last.total(Count::abroad, region), 0) << scenario.corridor().name_of(region);
    for (Place const place : scenario.corridor().destinations())
        EXPECT_GT(stock(told.last, Count::abroad, place), 0) << scenario.corridor().name_of(place);
    EXPECT_THAT(told.csv, HasSubstr(",abroad,origin,lake,"));
    EXPECT_THAT(told.csv, HasSubstr(",legality_by_right,jurisdiction,federation,"));
    EXPECT_THAT(told.csv, HasSubstr(",foreign_workers,fedic,with,"));
    EXPECT_THAT(told.csv, HasSubstr(",XYZ/month\n"));
    for (char const* const name : {"moscow", "russia", "osh", "kyrgyz", "RUB"})
        EXPECT_THAT(told.csv, Not(HasSubstr(name)));
}

TEST(ToyCorridor, naturalizes_in_its_first_jurisdiction_alone)
{
    Told const told = run(toy_scenario({"jurisdictions.federation.naturalization.approval=100 %"}));
    Corridor const corridor = toy_scenario().corridor();
    std::int64_t elsewhere = 0;
    for (Place const place : corridor.destinations())
        if (!is_in_main_jurisdiction(place))
            elsewhere += stock(told.last, Count::naturalized_abroad, place);
    EXPECT_EQ(elsewhere, 0);
    EXPECT_GT(stock(told.last, Count::naturalized_abroad, first_destination), 0);
}

TEST(ToyCorridor, answers_a_policy)
{
    Scenario const base = toy_scenario();
    Scenario const policy = toy_scenario({}, "dearer-permit.yaml");
    EXPECT_EQ(onset_of(base, policy).month, Month::of(2010, 1));
    EXPECT_LT(run(policy).last.total(Count::permit_holders),
              run(base).last.total(Count::permit_holders));
}

TEST(ToyCorridor, counts_members_of_its_union_as_lawful_there)
{
    Told const told = run(toy_scenario({"jurisdictions.steppe.regime=free_movement",
                                        "jurisdictions.steppe.union_members.highland=true",
                                        "jurisdictions.steppe.union_members.lowland=true"}));
    Place const oasis = toy_scenario().corridor().place_named("oasis").value();
    EXPECT_GT(stock(told.last, Count::foreign_workers, oasis), 0);
    EXPECT_EQ(stock(told.last, Count::foreign_workers, oasis),
              stock(told.last, Count::workers_with_right, oasis));
}

TEST(ToyCorridor, may_hold_its_first_country_alone)
{
    Scenario const alone = toy_scenario({"origins.lowland.included=false"});
    Told const told = run(alone);
    EXPECT_EQ(told.last.total(Count::living, alone.corridor().region_named("plain").value()), 0);
    EXPECT_GT(told.last.total(Count::abroad), 0);
    EXPECT_THAT(told.csv, Not(HasSubstr(",plain,")));
}

// A target over a group and places of the corridor, by the series of the same run.
TEST(ToyCorridor, is_held_against_targets_over_its_own_groups_and_places)
{
    Overrides const overrides{.persons = "4000", .months = 24};
    TargetsFile const file = read_targets(toy + "targets.yaml", toy_scenario().corridor());
    TargetWorlds const worlds = worlds_of_targets(toy + "baseline.yaml", file, overrides);
    Workers const workers(1);
    auto const values = measure_targets(worlds, file, {.workers = workers}).values.at(0);
    Tally window(worlds.base.corridor());
    tests::Sums sums;
    Simulation world(worlds.base, synthesize(worlds.base), 0, {workers, {}});
    world.add(sums);
    world.run();
    int const warm_up = worlds.base.settings().warm_up;
    for (std::size_t at = static_cast<std::size_t>(warm_up); at < sums.months.size(); ++at)
        window.add(sums.months[at]);
    Corridor const& corridor = worlds.base.corridor();
    auto const sum = [&](Count kind, Regions const& from, Places const& in)
    {
        double all = 0.0;
        for (Region const region : from)
            for (Place const place : in)
                all +=
                    static_cast<double>(agents(window, kind, {.origin = region, .place = place}));
        return all;
    };
    Regions const highland = corridor.regions_of(first_country);
    Regions const mountains = *corridor.group("mountains");
    Places const federation = destinations_named("federation", corridor);
    Places far = destinations_named("oasis", corridor);
    far.add(*corridor.place_named("islands"));
    double const workers_there = sum(Count::foreign_workers, highland, federation);
    ASSERT_EQ(values.size(), 4U);
    EXPECT_EQ(values[0],
              (workers_there - sum(Count::regular_workers, highland, federation)) / workers_there);
    EXPECT_EQ(values[1], sum(Count::abroad, mountains, corridor.destinations()) /
                             sum(Count::abroad, highland, corridor.destinations()));
    EXPECT_EQ(values[2], sum(Count::departures, mountains, far) /
                             sum(Count::departures, mountains, corridor.destinations()));
    EXPECT_FALSE(values[3]) << "the 36th month of the policy is not lived";
}

TEST(ToyCorridor, may_hold_its_second_country_alone)
{
    Scenario const alone = toy_scenario({"origins.highland.included=false"});
    Told const told = run(alone);
    EXPECT_GT(told.last.total(Count::abroad), 0);
    EXPECT_EQ(told.last.total(Count::living, first_country), 0);
    for (char const* const of_the_first : {"north", "valley", "lake", "highland"})
        EXPECT_THAT(told.csv, Not(HasSubstr(of_the_first)));
    EXPECT_THAT(told.csv, HasSubstr(",abroad,origin,plain,"));
    EXPECT_THAT(told.csv, HasSubstr(",gdp,total,total,"));
    EXPECT_THAT(told.csv, Not(HasSubstr(",country,"))) << "it is the total";
    EXPECT_EQ(sha256(run(alone, 7, 64).csv), sha256(told.csv));
}

TEST(ToyCorridor, counts_no_assumption_of_a_first_country_that_is_left_out)
{
    Scenario const both = toy_scenario();
    Scenario const alone = toy_scenario({"origins.highland.included=false"});
    std::size_t of_the_first = 0;
    for (auto const& parameter : both.content().declarations.parameters())
    {
        std::string const path = parameter.path + '.';
        bool is_named = is_of_first_country(both.corridor(), parameter.path);
        for (char const* const name : {".highland.", ".north.", ".valley.", ".lake."})
            is_named = is_named || path.find(name) != std::string::npos;
        of_the_first += is_named ? 1U : 0U;
    }
    // All of the toy is assumed; who is included is set on the command line here.
    EXPECT_EQ(count_assumptions(both), count_assumptions(alone) + of_the_first);
    EXPECT_GT(of_the_first, keys_of_first_country(both.corridor()).size());
}

TEST(ToyCorridor, tells_the_economies_of_its_countries_apart)
{
    std::string const csv = run(toy_scenario()).csv;
    for (char const* const measure : {"gdp", "capital", "remittances_share_of_gdp"})
        for (char const* const country : {"highland", "lowland"})
            EXPECT_THAT(csv, HasSubstr(std::string(",") + measure + ",country," + country + ','));
    EXPECT_THAT(csv, HasSubstr(",gdp_growth_needed,country,lowland,"));
}

// Only the first country has programmes of its own here, and it is left out.
TEST(ToyCorridor, refuses_a_shock_that_is_for_nobody)
{
    std::filesystem::path const folder =
        std::filesystem::path(testing::TempDir()) / "kochmon-shock-for-nobody";
    std::string corridor = read_whole_file(toy + "corridor.yaml");
    std::string const both = ", has: [economy, programmes]";
    corridor.replace(corridor.find(both), both.size(), ", has: [economy]");
    write_whole_file(folder / "c.yaml", corridor);
    std::string const below =
        std::filesystem::relative(toy + "baseline.yaml", std::filesystem::canonical(folder))
            .string();
    write_whole_file(folder / "base.yaml",
                     "schema: 1\nscenario: s\nbase: " + below + "\ncorridor: c.yaml\n");
    write_whole_file(
        folder / "shock.yaml",
        "schema: 1\nscenario: t\nbase: base.yaml\nshocks:\n"
        "  - {lever: home.courses.language, set: 5 %, from: 2010-01, source: assumption}\n");
    EXPECT_NO_THROW(load_model(folder / "shock.yaml"));
    try
    {
        load_model(folder / "shock.yaml", {.set = {"origins.highland.included=false"}});
        FAIL();
    }
    catch (ScenarioError const& error)
    {
        EXPECT_THAT(
            error.what(),
            HasSubstr(
                "home.courses.language: a shock for highland, of which the run has no persons"));
    }
    std::filesystem::remove_all(folder);
}

TEST(ToyCorridor, refuses_another_corridor_beside_it)
{
    Scenario const base = toy_scenario();
    Scenario const other = load_model(KOCHMON_SOURCE "/config/baseline.yaml");
    try
    {
        onset_of(base, other);
        FAIL();
    }
    catch (ScenarioError const& error)
    {
        EXPECT_THAT(error.what(), HasSubstr("corridor: differs between toy and baseline"));
    }
}

TEST(ToyCorridor, refuses_names_of_another)
{
    for (char const* const set :
         {"destinations.moscow.wage=20000 XYZ/month", "regions.osh.wage=5000 XYZ/month",
          "origins.kyrgyzstan.included=true", "population.russian=50 %",
          "destinations.capital.wage=20000 RUB/month"})
        EXPECT_THROW(toy_scenario({set}), ScenarioError) << set;
}
}  // namespace kochmon
