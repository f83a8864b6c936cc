// SPDX-License-Identifier: MIT
#include "config/corridor_file.hpp"

#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <gmock/gmock.h>

#include "engine/error.hpp"

#include "tests/config/sample.hpp"

namespace kochmon
{
namespace
{
using sample::Folder;
using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;

std::string const two_countries =
    "schema: 1\n"
    "corridor: of-tests\n"
    "countries:\n"
    "  hills:\n"
    "    regions: [east, west, south]\n"
    "    groups: {edge: [east, west]}\n"
    "    told_apart: {group: edge, key: eastern}\n"
    "  plain: {regions: [plain]}\n"
    "jurisdictions:\n"
    "  realm: {destinations: [town, harbour], law: whole}\n"
    "  islands: {destinations: [rock], union: true}\n"
    "language: realmish\n"
    "adjective: royal\n"
    "currencies: {XAU: {name: gold, prices_of: 2000}}\n";

std::string const scenario = "schema: 1\nscenario: s\ncorridor: c.yaml\n";

std::string replaced(std::string text, std::string const& some, std::string const& by)
{
    std::size_t const at = text.find(some);
    EXPECT_NE(at, std::string::npos) << some;
    return text.replace(at, some.size(), by);
}

Corridor corridor_in(std::string const& text)
{
    Folder folder;
    folder.write("c.yaml", text);
    return *corridor_of(folder.write("s.yaml", scenario));
}

/// What is said of a corridor that is wrong.
std::string said_of(std::string const& text)
{
    try
    {
        corridor_in(text);
    }
    catch (ScenarioError const& error)
    {
        return error.what();
    }
    return "nothing";
}

std::string said_of(std::string const& some, std::string const& by)
{
    return said_of(replaced(two_countries, some, by));
}

template <class Ids>
std::vector<std::string> names(Corridor const& corridor, Ids const& ids)
{
    std::vector<std::string> names;
    for (auto const id : ids) names.push_back(corridor.name_of(id));
    return names;
}
}  // namespace

TEST(CorridorFile, names_all_in_its_order)
{
    Corridor const corridor = corridor_in(two_countries);
    EXPECT_EQ(corridor.name(), "of-tests");
    EXPECT_THAT(names(corridor, corridor.countries()), ElementsAre("hills", "plain"));
    EXPECT_THAT(names(corridor, corridor.regions()), ElementsAre("east", "west", "south", "plain"));
    EXPECT_THAT(names(corridor, corridor.jurisdictions()), ElementsAre("realm", "islands"));
    EXPECT_THAT(names(corridor, corridor.places()), ElementsAre("home", "town", "harbour", "rock"));
    EXPECT_THAT(names(corridor, corridor.destinations()), ElementsAre("town", "harbour", "rock"));
    EXPECT_EQ(corridor.language_title() + corridor.adjective_title(), "RealmishRoyal");
}

TEST(CorridorFile, tells_what_belongs_to_what)
{
    Corridor const corridor = corridor_in(two_countries);
    Region const west = corridor.region_named("west").value();
    Region const plain = corridor.region_named("plain").value();
    Place const rock = corridor.place_named("rock").value();
    EXPECT_EQ(corridor.name_of(origin_country(west)), "hills");
    EXPECT_EQ(corridor.name_of(origin_country(plain)), "plain");
    EXPECT_EQ(corridor.name_of(jurisdiction_of(rock)), "islands");
    EXPECT_THAT((std::vector{index(west), index(plain), index(rock)}), ElementsAre(1, 3, 3));
    EXPECT_TRUE(is_in_main_jurisdiction(first_destination));
    EXPECT_FALSE(is_in_main_jurisdiction(rock) || is_in_main_jurisdiction(Place::home) ||
                 is_in_main_jurisdiction(Place::nowhere));
    EXPECT_THAT(names(corridor, corridor.group("edge").value()), ElementsAre("east", "west"));
    EXPECT_TRUE(corridor.is_told_apart(west));
    EXPECT_FALSE(corridor.is_told_apart(plain) || corridor.tells_apart(Country{1}));
    EXPECT_THAT(names(corridor, corridor.with_whole_law()), ElementsAre("realm"));
    EXPECT_THAT(names(corridor, corridor.unions()), ElementsAre("islands"));
    EXPECT_FALSE(corridor.region_named("north") || corridor.group("north"));
}

TEST(CorridorFile, tells_what_a_country_has_for_itself)
{
    Corridor const untold = corridor_in(two_countries);
    EXPECT_THAT(names(untold, untold.with(Own::economy)), ElementsAre("hills"));
    EXPECT_THAT(names(untold, untold.with(Own::unrest_by_region)), ElementsAre("hills"));
    EXPECT_THAT(names(untold, untold.with(Own::programmes)), ElementsAre("hills", "plain"));
    Corridor const told =
        corridor_in(replaced(replaced(two_countries, "regions: [plain]",
                                      "regions: [plain], has: [unrest_by_region, economy]"),
                             "    groups:", "    has: []\n    groups:"));
    EXPECT_THAT(names(told, told.with(Own::economy)), ElementsAre("plain"));
    EXPECT_THAT(names(told, told.with(Own::unrest_by_region)), ElementsAre("plain"));
    EXPECT_EQ(told.with(Own::programmes).size(), 0U);
    EXPECT_FALSE(told.has(Country{0}, Own::economy));
    EXPECT_TRUE(told.has(Country{1}, Own::economy));
}

TEST(CorridorFile, is_that_of_the_nearest_base)
{
    Folder folder;
    folder.write("c.yaml", two_countries);
    folder.write("other.yaml", replaced(two_countries, "of-tests", "of-others"));
    folder.write("s.yaml", scenario);
    auto const child = folder.write("child.yaml", "schema: 1\nscenario: c\nbase: s.yaml\n");
    auto const another = folder.write(
        "another.yaml", "schema: 1\nscenario: a\nbase: s.yaml\ncorridor: other.yaml\n");
    EXPECT_EQ(corridor_of(child)->name(), "of-tests");
    EXPECT_EQ(corridor_of(another)->name(), "of-others");
    EXPECT_EQ(corridor_of(child, {.base = another})->name(), "of-others");
}

TEST(CorridorFile, is_none_where_no_way_leads_to_one)
{
    Folder folder;
    EXPECT_EQ(corridor_of(folder.write("s.yaml", "schema: 1\n")), nullptr);
    EXPECT_EQ(corridor_of(folder.write("s.yaml", "base: none.yaml\n")), nullptr);
    EXPECT_EQ(corridor_of(folder.write("s.yaml", "base: s.yaml\n")), nullptr);
    EXPECT_EQ(corridor_of(folder.write("s.yaml", "corridor: [\n")), nullptr);
    EXPECT_EQ(corridor_of(folder.write("s.yaml", "corridor: [a]\n")), nullptr);
    EXPECT_FALSE(corridor_or_unknown(folder.path() / "s.yaml")->is_known());
}

TEST(CorridorFile, tells_mistakes_at_their_place)
{
    EXPECT_THAT(said_of("schema: 1", "schema: 2"), HasSubstr("c.yaml:1:9: schema: "));
    EXPECT_THAT(said_of("of-tests", "Of Tests"), HasSubstr("c.yaml:2:11: corridor: 'Of Tests'"));
    EXPECT_THAT(said_of("countries:", "contries:"),
                AllOf(HasSubstr("c.yaml:3:1: contries: unknown key"),
                      HasSubstr("did you mean 'countries'?")));
    EXPECT_THAT(said_of("regions: [east", "region: [east"),
                AllOf(HasSubstr("c.yaml:5:5: countries.hills.region: unknown key"),
                      HasSubstr("countries.hills.regions: is missing")));
    EXPECT_THAT(said_of("[east, west, south]", "[]"),
                HasSubstr("c.yaml:5:14: countries.hills.regions: names nothing"));
    EXPECT_THAT(said_of("[east, west, south]", "[east, East, south]"),
                HasSubstr("c.yaml:5:21: countries.hills.regions: 'East' is no name of a region"));
    EXPECT_THAT(said_of("[east, west, south]", "[east, west, east]"),
                HasSubstr("c.yaml:5:27: countries.hills.regions: 'east' stands twice"));
    EXPECT_THAT(said_of("[east, west, south]", "[east, [west], south]"),
                HasSubstr("c.yaml:5:21: countries.hills.regions: a list instead of a name"));
    EXPECT_THAT(
        said_of("{edge: [east, west]}", "{edge: [east, wets]}"),
        AllOf(HasSubstr("'wets' is no region of that country"), HasSubstr("did you mean 'west'?")));
    EXPECT_THAT(said_of("{edge: [east, west]}", "{edge: [east, plain]}"),
                HasSubstr("'plain' is no region of that country"));
    EXPECT_THAT(said_of("{group: edge,", "{group: egde,"),
                AllOf(HasSubstr("c.yaml:7:25: countries.hills.told_apart.group: "),
                      HasSubstr("did you mean 'edge'?")));
    EXPECT_THAT(said_of(", key: eastern", ""), HasSubstr("told_apart.key: is missing"));
    EXPECT_THAT(said_of("[town, harbour]", "[town, home]"),
                HasSubstr("'home' has a meaning of its own"));
    EXPECT_THAT(said_of("[rock]", "[town]"), HasSubstr("'town' stands twice"));
    EXPECT_THAT(said_of("law: whole", "law: all"), HasSubstr("'all' is none of its words"));
    EXPECT_THAT(said_of(", law: whole", ""),
                HasSubstr("c.yaml:10:3: jurisdictions: the law of the first is not whole"));
    EXPECT_THAT(said_of("union: true", "law: whole"),
                HasSubstr("c.yaml:10:3: jurisdictions: a second law is whole"));
    EXPECT_THAT(said_of("union: true", "union: yes"), HasSubstr("'yes' is none of its words"));
    EXPECT_THAT(said_of("language: realmish\n", ""), HasSubstr("language: is missing"));
    EXPECT_THAT(said_of("royal", "Royal"),
                HasSubstr("c.yaml:13:12: adjective: 'Royal' is no word"));
    EXPECT_THAT(said_of("plain: {regions: [plain]}", "plain: {regions: [hills]}"),
                HasSubstr("'hills' is a region of another country than that of its name"));
    auto const said_of_own = [](std::string const& own)
    { return said_of("regions: [plain]", "regions: [plain], has: " + own); };
    EXPECT_THAT(said_of_own("[economy, econmy]"),
                AllOf(HasSubstr("c.yaml:8:44: countries.plain.has: 'econmy' is nothing that a "
                                "country has, expected economy, unrest_by_region or programmes"),
                      HasSubstr("did you mean 'economy'?")));
    EXPECT_THAT(said_of_own("[economy, economy]"), HasSubstr("'economy' stands twice"));
    EXPECT_THAT(said_of_own("[[economy]]"), HasSubstr("a list instead of a word"));
    EXPECT_THAT(said_of_own("economy"), HasSubstr("countries.plain.has: "));
    EXPECT_THAT(said_of("schema: 1\ncorridor: c\ncountries: {}\n"
                        "jurisdictions: {a: {destinations: [b], law: whole}}\n"
                        "language: l\nadjective: a\n"
                        "currencies: {XAU: {name: gold, prices_of: 2000}}\n"),
                HasSubstr("c.yaml:3:12: countries: names nothing"));
}

TEST(CorridorFile, refuses_a_name_that_would_mean_two_things)
{
    EXPECT_THAT(
        said_of("rock]", "realm]"),
        HasSubstr("'realm' is a destination in another jurisdiction than that of its name"));
    EXPECT_EQ(said_of("rock]", "islands]"), "nothing") << "a jurisdiction of one destination";
    EXPECT_THAT(said_of("[east, west, south]", "[east, west, plain]"),
                HasSubstr("'plain' stands twice"));
    EXPECT_THAT(said_of("plain: {regions: [plain]}", "south: {regions: [plain]}"),
                HasSubstr("'south' is a region of another country than that of its name"));
}

TEST(CorridorFile, says_how_reports_name_what_is_in_it)
{
    Corridor const bare = corridor_in(two_countries);
    EXPECT_EQ(bare.called("harbour", "ru"), "Harbour");
    EXPECT_EQ(bare.main_title(), "Realm");
    EXPECT_FALSE(bare.position("harbour"));
    EXPECT_TRUE(bare.has_name("plain") && bare.has_name("islands") && bare.has_name("rock"));
    EXPECT_FALSE(bare.has_name("home") || bare.has_name("edge") || bare.has_name("realmish"));
    Corridor const named =
        corridor_in(two_countries +
                    "names:\n  realm: {en: the Realm}\n  harbour: {en: Old Harbour, ru: Гавань}\n"
                    "  without_realmish: {en: No Realmish}\n"
                    "positions:\n  west: {east: -70.5, north: 4}\n");
    EXPECT_EQ(named.main_title(), "the Realm");
    EXPECT_EQ(named.called("harbour", "ru"), "Гавань");
    EXPECT_EQ(named.called("harbour", "ky"), "Old Harbour") << "English where a language has none";
    EXPECT_EQ(named.called("without_realmish", "ky"), "No Realmish");
    EXPECT_TRUE(named.has_name("without_realmish"));
    EXPECT_EQ(named.position("west")->east, -70.5);
    EXPECT_EQ(named.position("west")->north, 4.0);
}

TEST(CorridorFile, tells_mistakes_of_names_and_positions_at_their_place)
{
    auto const said = [](std::string const& section) { return said_of(two_countries + section); };
    EXPECT_THAT(said("names:\n  harbor: {en: x}\n"),
                AllOf(HasSubstr("c.yaml:16:3: names.harbor: is no name of this corridor"),
                      HasSubstr("did you mean 'harbour'?")));
    EXPECT_THAT(said("names:\n  harbour: {ru: x}\n"),
                HasSubstr("c.yaml:16:12: names.harbour.en: is missing"));
    EXPECT_THAT(said("names:\n  harbour: {en: x, de: y}\n"),
                AllOf(HasSubstr("names.harbour.de: unknown key"), HasSubstr("en, ky, ru")));
    EXPECT_THAT(said("names:\n  harbour: {en: ''}\n"), HasSubstr("names.harbour.en: is empty"));
    EXPECT_THAT(said("names:\n  harbour: x\n"), HasSubstr("instead of keys"));
    EXPECT_THAT(said("names: [harbour]\n"), HasSubstr("names: a list instead of keys"));
    EXPECT_THAT(said("names:\n  home: {en: x}\n"), HasSubstr("names.home: is no name"));
    EXPECT_THAT(said("positions:\n  edge: {east: 1, north: 2}\n"),
                HasSubstr("c.yaml:16:3: positions.edge: is no name of this corridor"));
    EXPECT_THAT(said("positions:\n  realm: {east: 1, north: 2}\n"),
                HasSubstr("positions.realm: is no name of this corridor, expected a region or a"));
    EXPECT_THAT(said("positions:\n  west: {east: 1}\n"),
                HasSubstr("positions.west.north: is missing"));
    EXPECT_THAT(said("positions:\n  west: {east: 181, north: 2}\n"),
                HasSubstr("positions.west.east: 181 is no angle on the earth, expected -180 to 180 "
                          "degrees"));
    EXPECT_THAT(said("positions:\n  west: {east: 1, north: -91}\n"),
                HasSubstr("positions.west.north: -91 is no angle on the earth"));
    EXPECT_THAT(said("positions:\n  west: {east: a, north: 1}\n"),
                HasSubstr("positions.west.east: "));
}

TEST(CorridorFile, holds_as_much_as_there_is_room_for)
{
    auto const listed = [](std::string const& name, std::size_t count)
    {
        std::string names;
        for (std::size_t k = 0; k < count; ++k)
            names += fmt::format("{}{}{}", k == 0 ? "" : ", ", name, k);
        return names;
    };
    std::string const regions =
        replaced(replaced(two_countries, "[east, west, south]",
                          "[east, west, south, " + listed("r", most_regions - 4) + "]"),
                 "[town, harbour]", "[town, harbour, " + listed("d", most_destinations - 3) + "]");
    Corridor const full = corridor_in(regions);
    EXPECT_EQ(full.regions().size(), most_regions);
    EXPECT_EQ(full.places().size(), most_places);
    EXPECT_EQ(index(full.regions().back()), most_regions - 1);
    EXPECT_EQ(origin_country(full.regions().back()), Country{1});
    EXPECT_EQ(jurisdiction_of(full.places().back()), Jurisdiction{1});
    EXPECT_THAT(said_of(replaced(regions, "[plain]", "[plain, marsh]")),
                HasSubstr("more regions than the program has room for, expected at most 64"));
    EXPECT_THAT(said_of(replaced(regions, "[rock]", "[rock, reef]")),
                HasSubstr("more destinations than the program has room for, expected at most 16"));
    std::string many = replaced(two_countries, "jurisdictions:\n", "jurisdictions:\n");
    for (std::size_t k = 2; k <= most_jurisdictions; ++k)
        many = replaced(many,
                        "language:", fmt::format("  j{0}: {{destinations: [p{0}]}}\nlanguage:", k));
    EXPECT_THAT(said_of(many),
                HasSubstr("more jurisdictions than the program has room for, expected at most 8"));
}
}  // namespace kochmon
