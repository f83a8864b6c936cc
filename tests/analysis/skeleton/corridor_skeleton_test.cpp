// SPDX-License-Identifier: MIT
#include "analysis/skeleton/corridor_skeleton.hpp"

#include <cmath>
#include <map>

#include <gmock/gmock.h>

#include "config/parameter_texts.hpp"
#include "config/resolved.hpp"

#include "agents/loading/load_model.hpp"
#include "agents/run/simulation.hpp"
#include "agents/synthesis/synthesis.hpp"

#include "analysis/skeleton/values_to_go_by.hpp"

#include "tests/analysis/program.hpp"
#include "tests/analysis/shipped.hpp"
#include "tests/corridors/kyrgyzstan.hpp"

namespace kochmon
{
namespace
{
using testing::HasSubstr;
using testing::Not;

std::string const of_islands =
    "schema: 1\n"
    "corridor: of-islands\n"
    "countries:\n"
    "  hills:\n"
    "    regions: [east, west, south]\n"
    "    groups: {edge: [east, west]}\n"
    "    told_apart: {group: edge, key: edgy}\n"
    "  plain: {regions: [plain]}\n"
    "jurisdictions:\n"
    "  realm: {destinations: [town, harbour, village, mill], law: whole}\n"
    "  isles: {destinations: [rock, sand], union: true}\n"
    "  far: {destinations: [far]}\n"
    "currencies:\n"
    "  RUB: {name: rouble, prices_of: 2012}\n"
    "language: realmish\n"
    "adjective: royal\n";

/// The files of a new corridor in a folder, by name.
std::map<std::string, std::string> laid(TestFolder const& folder, std::string const& text,
                                        Scenario const& like)
{
    put(folder / "c.yaml", text);
    put(folder / "s.yaml", "schema: 1\nscenario: s\ncorridor: c.yaml\n");
    Declarations const declared = model_declarations(corridor_of(folder / "s.yaml"));
    std::map<std::string, std::string> files;
    for (auto const& [name, content] : skeleton_of(text, declared, like))
    {
        std::filesystem::create_directories((folder / name).parent_path());
        put(folder / name, content);
        files[name] = content;
    }
    return files;
}

Scenario baseline()
{
    return load_model(tests::baseline_file);
}

double value(Scenario const& scenario, std::string const& path)
{
    return scenario.values(path, scenario.settings().start).front();
}
}  // namespace

// Accounts of persons and money are checked in every month.
TEST(CorridorSkeleton, runs_as_it_was_written)
{
    for (std::string const& text : {of_islands, corridor_to_change("first-try")})
    {
        TestFolder const folder;
        auto const files = laid(folder, text, baseline());
        EXPECT_EQ(files.at("corridor.yaml"), text);
        Scenario const scenario =
            load_model(folder / "baseline.yaml", {.persons = "3000", .months = 3});
        Workers const workers(1);
        Simulation world(scenario, synthesize(scenario), 0, {workers, {}});
        world.run();
        for (Region const region : scenario.corridor().regions_of(first_country))
            EXPECT_GT(world.society().last_month.total(Count::living, region), 0);
        EXPECT_GT(world.society().last_month.total(Count::abroad), 0);
        load_model(folder / "permit-fee.yaml");
    }
}

TEST(CorridorSkeleton, takes_values_of_what_means_the_same_there)
{
    TestFolder const folder;
    Scenario const like = baseline();
    laid(folder, of_islands, like);
    Scenario const made = load_model(folder / "baseline.yaml");
    std::map<std::string, std::string> const same = {
        {"regions.plain.wage", "regions.uzbekistan.wage"},
        {"destinations.town.wage", "destinations.moscow.wage"},
        {"destinations.harbour.wage", "destinations.st_petersburg.wage"},
        {"destinations.mill.wage", "destinations.rest_of_russia.wage"},
        {"destinations.sand.wage", "destinations.kazakhstan.wage"},
        {"destinations.far.wage", "destinations.south_korea.wage"},
        {"jurisdictions.realm.permit.fee", "jurisdictions.russia.permit.fee"},
        {"jurisdictions.isles.union_members.hills",
         "jurisdictions.kazakhstan.union_members.kyrgyzstan"},
        {"jurisdictions.realm.registration.deadline.plain",
         "jurisdictions.russia.registration.deadline.uzbekistan"},
        {"population.realmish", "population.russian"},
        {"origins.plain.population.realmish", "origins.uzbekistan.population.russian"},
        {"rules.ties.other_royal", "rules.ties.other_russian"},
        {"rules.work.without_realmish.trade", "rules.work.without_russian.trade"},
        {"start.edgy", "start.southern"},
        {"start.foreigners", "start.foreigners"}};
    for (auto const& [own, there] : same)
        EXPECT_NEAR(value(made, own), value(like, there), 1e-9 * std::abs(value(like, there)))
            << own << " as " << there;
    double attachment = 0.0;
    Regions const regions = like.corridor().regions_of(first_country);
    for (Region const region : regions)
        attachment += value(like, "regions." + like.corridor().name_of(region) + ".attachment") /
                      static_cast<double>(regions.size());
    for (char const* const region : {"east", "west", "south"})
        EXPECT_NEAR(value(made, std::string("regions.") + region + ".attachment"), attachment, 5.0)
            << region << ": four figures of the mean of all regions";
    EXPECT_EQ(made.content().declarations.parameters().size(), made.content().stated.size());
    for (StatedValues const& stated : made.content().stated)
        EXPECT_TRUE(is_assumption(stated.values.front().source));
}

TEST(CorridorSkeleton, of_the_same_corridor_has_the_same_values)
{
    TestFolder const folder;
    std::string const toy = KOCHMON_SOURCE "/tests/corridors/toy/";
    Scenario const like = load_model(toy + "baseline.yaml");
    laid(folder, text_of(toy + "corridor.yaml"), like);
    Scenario const made = load_model(folder / "baseline.yaml");
    Month const start = like.settings().start;
    for (auto const& [path, declared] : like.content().declarations.parameters())
    {
        bool const is_of_several_regions =
            path.starts_with("regions.") && !path.starts_with("regions.plain.");
        if (is_of_several_regions || path.find("start.destinations.") != std::string::npos)
            continue;
        double const there = like.values(path, start).front();
        EXPECT_NEAR(made.values(path, start).front(), there, 1e-9 * std::abs(there)) << path;
    }
}

// 29,000 RUB at 29.3823 RUB a dollar are 987.0 USD.
TEST(CorridorSkeleton, turns_amounts_into_its_own_money)
{
    TestFolder const folder;
    laid(folder, corridor_to_change("of-dollars"), baseline());
    Scenario const made = load_model(folder / "baseline.yaml");
    EXPECT_EQ(value(made, "population.attachment.mean"), 987.0);
}

// A euro is unknown to the baseline, 0.025 of it make a rouble; 29.3823 roubles a dollar, so that a
// euro is 1 / 0.025 / 29.3823 dollars.
TEST(CorridorSkeleton, asks_for_a_rate_that_is_not_known)
{
    TestFolder const folder;
    std::string text = of_islands;
    std::string const roubles = "  RUB: {name: rouble, prices_of: 2012}\n";
    text.replace(text.find(roubles), roubles.size(),
                 "  EUR: {name: euro, prices_of: 2012, scale: 0.025}\n"
                 "  USD: {name: US dollar, rate: usd_per_eur}\n"
                 "  XAF: {name: franc, rate: xaf_per_eur, range: [100, 10000]}\n");
    put(folder / "c.yaml", text);
    Arguments const words = {"new",
                             "corridor",
                             "of-islands",
                             "--like",
                             tests::baseline_file,
                             "--corridor",
                             (folder / "c.yaml").string(),
                             "-o"};
    auto const asked = [&](std::string const& to, Arguments const& more)
    {
        Arguments all = words;
        all.push_back((folder / to).string());
        all.insert(all.end(), more.begin(), more.end());
        return kochmon_with(all);
    };
    Outcome const refused = asked("without", {});
    EXPECT_EQ(refused.status, 64);
    EXPECT_THAT(refused.err, HasSubstr("--rate NUMBER: expected how many EUR one RUB makes"));
    EXPECT_FALSE(std::filesystem::exists(folder / "without"));
    EXPECT_EQ(asked("bad", {"--rate", "0"}).status, 64);
    Outcome const made = asked("made", {"--rate", "0.025"});
    ASSERT_EQ(made.status, 0) << made.err;
    Scenario const scenario = load_model(folder / "made" / "baseline.yaml");
    EXPECT_EQ(value(scenario, "population.attachment.mean"), 725.0);
    EXPECT_EQ(value(scenario, "markets.exchange.usd_per_eur"), 1.361);
    auto const& wage = *scenario.content().declarations.find("regions.east.wage");
    EXPECT_EQ(wage.declared.range.lowest, 2.5) << "100 RUB/month";
    EXPECT_EQ(wage.declared.range.highest, 5000.0);
    EXPECT_EQ(value(scenario, "markets.exchange.xaf_per_eur"), 1000.0) << "the middle of its range";
    EXPECT_THAT(text_of(folder / "made" / "baseline.yaml"),
                HasSubstr("NOTHING TO GO BY\n    xaf_per_eur: {value: 1000, "));
}

TEST(CorridorSkeleton, divides_destinations_and_regions_wholly)
{
    TestFolder const folder;
    auto const files = laid(folder, of_islands, baseline());
    Scenario const made = load_model(folder / "baseline.yaml");
    for (std::string const origin : {"", "origins.plain."})
    {
        double sum = 0.0;
        for (Place const place : made.corridor().destinations())
            sum += value(made, origin + "start.destinations." + made.corridor().name_of(place));
        EXPECT_NEAR(sum, 1.0, 1e-12) << origin;
    }
    Table const regions = made.table("population.regions").where("country", "hills");
    ASSERT_GE(regions.rows(), 3U);
    EXPECT_EQ(regions.numbers("persons")[0], regions.numbers("persons")[1]);
    EXPECT_EQ(regions.numbers("persons")[0], regions.numbers("persons")[2]);
    EXPECT_THAT(files.at("data/age_sex.csv"), Not(HasSubstr("kyrgyzstan")));
}

TEST(CorridorSkeleton, says_what_each_key_means)
{
    TestFolder const folder;
    auto const files = laid(folder, of_islands, baseline());
    std::string const& text = files.at("baseline.yaml");
    EXPECT_THAT(text, HasSubstr("    # Wage in a wage job; 100 to 200000 RUB/month; lever\n"
                                "    wage: {value: "));
    Scenario const made = load_model(folder / "baseline.yaml");
    for (auto const& [path, declared] : made.content().declarations.parameters())
        EXPECT_THAT(text, HasSubstr("# " + declared.meaning + "; ")) << path;
}

TEST(NewCommand, writes_a_corridor_that_runs)
{
    TestFolder const folder;
    std::string const made = (folder / "try").string();
    Outcome const outcome =
        kochmon_with({"new", "corridor", "try", "-o", made, "--like", tests::baseline_file});
    EXPECT_EQ(outcome.status, 0) << outcome.err;
    EXPECT_THAT(outcome.out,
                HasSubstr("all of them assumptions as in baseline of kyrgyzstan-russia"));
    Outcome const run = kochmon_with({"run", made + "/baseline.yaml", "--persons", "500",
                                      "--months", "2", "-o", (folder / "out").string()});
    EXPECT_EQ(run.status, 0) << run.err;
    EXPECT_THAT(run.out, HasSubstr("HOST COUNTRY"));
}

TEST(NewCommand, refuses_what_it_cannot_make)
{
    TestFolder const folder;
    put(folder / "c.yaml", of_islands);
    auto const refusal = [&](Arguments arguments)
    {
        arguments.insert(arguments.begin(), "new");
        arguments.insert(arguments.end(), {"--like", tests::baseline_file});
        Outcome const outcome = kochmon_with(arguments);
        return std::to_string(outcome.status) + ' ' + outcome.err;
    };
    std::string const there = folder.path().string();
    EXPECT_THAT(refusal({"corridor", "try", "-o", there}), HasSubstr("3 kochmon: " + there));
    EXPECT_THAT(refusal({"rule", "try"}),
                HasSubstr("64 kochmon: rule: expected policy, scenario, sweep or corridor"));
    EXPECT_THAT(refusal({"corridor", "A b"}),
                HasSubstr("64 kochmon: A b: expected a name of lower-case letters"));
    EXPECT_THAT(refusal({"corridor", "other", "--corridor", (folder / "c.yaml").string(), "-o",
                         there + "/new"}),
                HasSubstr("is the corridor of-islands, expected that name"));
    EXPECT_THAT(refusal({"corridor", "of-islands", "--corridor", there + "/none.yaml"}),
                HasSubstr("none.yaml"));
    EXPECT_FALSE(std::filesystem::exists(folder / "new"));
}
}  // namespace kochmon
