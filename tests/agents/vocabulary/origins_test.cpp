// SPDX-License-Identifier: MIT
#include "agents/vocabulary/origins.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <unistd.h>

#include "engine/error.hpp"

#include "agents/demography/vital_rates.hpp"
#include "agents/loading/check_model.hpp"
#include "agents/loading/load_model.hpp"
#include "agents/loading/origin_notes.hpp"
#include "agents/synthesis/census.hpp"
#include "agents/synthesis/growth.hpp"

#include "tests/agents/world_of_tests.hpp"
#include "tests/corridors/kyrgyz_declarations.hpp"
#include "tests/corridors/kyrgyzstan.hpp"

namespace kochmon
{
namespace
{
using testing::HasSubstr;
using testing::Not;
using testing::ThrowsMessage;
using tests::TestWorld;
using OriginSettings = std::vector<std::string>;

OriginSettings with(std::initializer_list<Country> others)
{
    OriginSettings set;
    for (Country const country : others)
        set.push_back(path_of_origin(*kyrgyz_corridor(), country) + "included=true");
    return set;
}

Scenario world_of_origins(OriginSettings const& set, std::string const& persons = "4000")
{
    return TestWorld{.persons = persons, .set = set}.scenario();
}

Population lives(Scenario const& scenario)
{
    Workers const workers(1);
    return grown(synthesize(scenario), scenario, {scenario.settings().seed, 0}, workers);
}

OriginSettings without_the_first()
{
    return {path_of_origin(*kyrgyz_corridor(), first_country) + "included=false"};
}

OriginSettings set_together(OriginSettings one, OriginSettings const& other)
{
    one.insert(one.end(), other.begin(), other.end());
    return one;
}

/// A folder of scenarios over the baseline.
class ScenarioFiles
{
  public:
    ScenarioFiles()
        : folder_(std::filesystem::temp_directory_path() /
                  fmt::format("kochmon-origins-{}-{}", getpid(), static_cast<void const*>(this)))
    {
        std::filesystem::create_directories(folder_);
    }
    ScenarioFiles(ScenarioFiles const&) = delete;
    ScenarioFiles& operator=(ScenarioFiles const&) = delete;
    ~ScenarioFiles() { std::filesystem::remove_all(folder_); }

    void write(std::string const& name, std::string const& text) const
    {
        std::ofstream(folder_ / name) << text;
    }
    Scenario load(std::string const& text) const
    {
        std::filesystem::path const source(KOCHMON_SOURCE);
        write("scenario.yaml",
              fmt::format("schema: 1\nscenario: test\nbase: {}\n{}",
                          relative(source / "config/baseline.yaml", folder_).string(), text));
        return Scenario::load(folder_ / "scenario.yaml", kyrgyz_declarations(),
                              {.persons = "4000"});
    }

  private:
    std::filesystem::path folder_;
};

/// That the scenario is refused with such words.
auto refusal(std::string const& words)
{
    return ThrowsMessage<ScenarioError>(HasSubstr(words));
}

std::int64_t of(Persons const& persons, Country country)
{
    return std::ranges::count_if(persons.records, [&](Person const& person)
                                 { return origin_country(person.origin) == country; });
}

template <class Value>
std::vector<Value> of_country(std::vector<Value> const& column, Persons const& persons,
                              Country country)
{
    std::vector<Value> values;
    for (std::size_t row = 0; row < persons.size(); ++row)
        if (origin_country(persons[row].origin) == country) values.push_back(column[row]);
    return values;
}

void expect_same_people(Population const& one, Population const& other, Country country)
{
    auto const column = [&](auto member)
    {
        EXPECT_EQ(of_country(one.persons.*member, one.persons, country),
                  of_country(other.persons.*member, other.persons, country));
    };
    column(&Persons::key);
    column(&Persons::birth);
    column(&Persons::death);
    column(&Persons::place);
    auto const attribute = [&](auto member)
    {
        EXPECT_EQ(of_country(one.persons.column(member), one.persons, country),
                  of_country(other.persons.column(member), other.persons, country));
    };
    attribute(&Person::attachment);
    attribute(&Person::work_right);
    attribute(&Person::cash);
    EXPECT_EQ(one.weight, other.weight);
}
}  // namespace

TEST(Origins, have_their_regions_side_by_side_in_their_order)
{
    Country last = first_country;
    std::set<Country> met;
    for (Region const region : kyrgyz_corridor()->regions())
    {
        Country const country = origin_country(region);
        EXPECT_GE(country, last);
        last = country;
        met.insert(country);
    }
    EXPECT_EQ(met.size(), kyrgyz_corridor()->countries().size());
    EXPECT_EQ(origin_country(regions::talas), countries::kyrgyzstan);
    EXPECT_EQ(origin_country(regions::uzbekistan), countries::uzbekistan);
    EXPECT_EQ(origin_country(regions::tajikistan), countries::tajikistan);
    EXPECT_TRUE(kyrgyz_corridor()->tells_apart(countries::kyrgyzstan));
    EXPECT_FALSE(kyrgyz_corridor()->tells_apart(countries::tajikistan));
}

TEST(Origins, of_the_baseline_are_the_first_alone)
{
    Scenario const scenario = world_of_origins({});
    Origins origins;
    read(origins, scenario, scenario.settings().start);
    EXPECT_EQ(origins.included, Origins::first_alone());
    EXPECT_FALSE(origins.several());
    Persons const persons = synthesize(scenario).persons;
    EXPECT_EQ(of(persons, first_country), 4'000);
    EXPECT_EQ(persons.size(), 4'000U);
}

// World Population Prospects 2019, nine tenths of the way from mid-2000 to mid-2005: 5,059,877,
// 26,262,002 and 6,732,019 persons.
TEST(Origins, have_as_many_agents_as_the_weight_of_the_first_makes)
{
    Scenario const scenario =
        world_of_origins(with({countries::uzbekistan, countries::tajikistan}));
    Population const population = synthesize(scenario);
    double const weight = 5'059'877.2 / 4'000.0;
    EXPECT_DOUBLE_EQ(population.weight, weight);
    EXPECT_EQ(of(population.persons, countries::kyrgyzstan), 4'000);
    EXPECT_EQ(of(population.persons, countries::uzbekistan), 20'761);  // 26,262,002 / 1,264.969
    EXPECT_EQ(of(population.persons, countries::tajikistan), 5'322);   // 6,732,019 / 1,264.969
    EXPECT_EQ(agents_of(scenario), 4'000 + 20'761 + 5'322);
}

// 26,262,002 and 6,732,019 persons, as above.
TEST(Origins, have_the_size_of_the_first_that_is_included)
{
    Scenario const scenario = world_of_origins(
        set_together(with({countries::uzbekistan, countries::tajikistan}), without_the_first()));
    EXPECT_NO_THROW(check_model(scenario));
    Population const population = synthesize(scenario);
    EXPECT_NEAR(population.weight, 26'262'002 / 4'000.0, 1e-3);
    EXPECT_EQ(of(population.persons, countries::kyrgyzstan), 0);
    EXPECT_EQ(of(population.persons, countries::uzbekistan), 4'000);
    EXPECT_EQ(of(population.persons, countries::tajikistan), 1'025);  // 6,732,019 / 6,565.5005
    EXPECT_EQ(agents_of(scenario), 5'025);
}

TEST(Origins, that_come_alone_need_no_rows_of_the_first)
{
    ScenarioFiles const files;
    files.write("regions.csv",
                "country,year,region,persons,source\n"
                "tajikistan,1999,tajikistan,1000,S04\n");
    Scenario const scenario = files.load(
        "population:\n  regions: {file: regions.csv}\n"
        "origins:\n  kyrgyzstan: {included: false}\n  tajikistan: {included: true}\n");
    EXPECT_NO_THROW(check_model(scenario));
    EXPECT_EQ(synthesize(scenario).persons.size(), 4'000U);
}

TEST(Origins, without_the_first_take_no_shock_of_its_own_keys)
{
    ScenarioFiles const files;
    auto const shock = [&](std::string const& lever)
    {
        return [&files, lever]
        {
            check_model(files.load(
                "origins:\n  kyrgyzstan: {included: false}\n  tajikistan: {included: true}\n"
                "shocks:\n  - {lever: " +
                lever + ", scale: 2, from: 2010-01}\n"));
        };
    };
    for (char const* const lever :
         {"home.gdp.base", "home.investment.of_remittances", "home.unrest"})
        EXPECT_THAT(shock(lever),
                    refusal(std::string(lever) +
                            ": a shock for kyrgyzstan, of which the run has no persons"));
    EXPECT_THAT(shock("origins.tajikistan.home.unrest"), Not(refusal("")));
    EXPECT_THAT(shock("home.courses.language"), Not(refusal(""))) << "of every state of origin";
}

TEST(Origins, are_told_what_they_are_without)
{
    using testing::AllOf;
    using testing::ElementsAre;
    EXPECT_TRUE(notes_on_origins(world_of_origins({})).empty());
    EXPECT_THAT(
        notes_on_origins(world_of_origins(with({countries::tajikistan}))),
        ElementsAre(
            "tajikistan has no economy of its own: incomes at home do not respond to remittances"));
    EXPECT_THAT(
        notes_on_origins(
            world_of_origins(set_together(with({countries::uzbekistan}), without_the_first()))),
        ElementsAre(AllOf(HasSubstr("kyrgyzstan is left out: "), HasSubstr(", start, "),
                          HasSubstr(" home.gdp, "), HasSubstr(" home.capital, "),
                          HasSubstr(" home.unrest, "), HasSubstr(" population.attachment, "),
                          HasSubstr(" regions.batken, "), HasSubstr(" do nothing"),
                          Not(HasSubstr("home.income, ")), Not(HasSubstr("uzbekistan"))),
                    HasSubstr("uzbekistan has no economy of its own")));
}

TEST(Origins, are_made_without_a_look_at_each_other)
{
    Population const alone = lives(world_of_origins({}));
    Population const with_tajikistan = lives(world_of_origins(with({countries::tajikistan})));
    Population const all =
        lives(world_of_origins(with({countries::uzbekistan, countries::tajikistan})));
    expect_same_people(alone, with_tajikistan, countries::kyrgyzstan);
    expect_same_people(alone, all, countries::kyrgyzstan);
    expect_same_people(with_tajikistan, all, countries::tajikistan);
    std::set<std::uint64_t> const keys(all.persons.key.begin(), all.persons.key.end());
    EXPECT_EQ(keys.size(), all.persons.size()) << "keys of their own";
}

TEST(Origins, start_abroad_from_stocks_and_traits_of_their_own)
{
    Population const population = synthesize(world_of_origins(
        {"origins.tajikistan.included=true", "origins.tajikistan.start.foreigners=900000 persons",
         "origins.tajikistan.start.naturalized=0 persons",
         "origins.tajikistan.population.russian=0 %", "population.russian=100 %"}));
    Persons const& persons = population.persons;
    double abroad = 0.0;
    for (std::size_t row = 0; row < persons.size(); ++row)
    {
        bool const tajik = persons[row].origin == regions::tajikistan;
        ASSERT_EQ(persons[row].language == 0, tajik);
        if (tajik && !persons.at_home(row)) abroad += population.weight;
    }
    EXPECT_NEAR(abroad, 900'000.0, population.weight);
}

TEST(Origins, live_and_die_by_rates_of_their_own)
{
    OriginSettings set = with({countries::tajikistan});
    Scenario const usual = world_of_origins(set);
    VitalRates const first(usual, {2005, 2006});
    VitalRates const other(usual, {2005, 2006}, countries::tajikistan);
    double births = 0.0;
    for (int age = 0; age < 60; ++age) births += other.births(2005, age);
    EXPECT_NEAR(births, 3.397875, 0.00001) << "total fertility, World Population Prospects 2024";
    EXPECT_NE(first.births(2005, 25), other.births(2005, 25));
    EXPECT_NEAR(other.share_of_boys(), 1.0624 / 2.0624, 1e-12);
    EXPECT_NEAR(first.share_of_boys(), 1.057 / 2.057, 1e-12);
}

TEST(Origins, are_refused_where_nobody_is_included_and_without_their_rows)
{
    EXPECT_NO_THROW(check_model(world_of_origins(with({countries::uzbekistan}))));
    EXPECT_THAT([] { check_model(world_of_origins({"origins.kyrgyzstan.included=false"})); },
                refusal("origins: no country of origin is included, so the run would have no "
                        "persons; expected origins.kyrgyzstan.included, "
                        "origins.uzbekistan.included or origins.tajikistan.included set to true"));
    EXPECT_THROW(
        check_model(world_of_origins({"origins.tajikistan.start.destinations.moscow=0 %"})),
        ScenarioError);
    EXPECT_EQ(rows_of(world_of_origins({}), "population.death_rates", countries::tajikistan).rows(),
              528U);
}

TEST(Origins, with_a_table_of_one_alone_ask_for_the_rows_of_another)
{
    ScenarioFiles const files;
    files.write("regions.csv",
                "country,year,region,persons,source\n"
                "uzbekistan,1999,uzbekistan,1000,S04\n");
    Scenario const scenario = files.load("population:\n  regions: {file: regions.csv}\n");
    EXPECT_EQ(rows_of(scenario, "population.regions", countries::uzbekistan).rows(), 1U);
    EXPECT_THAT(
        [&] { rows_of(scenario, "population.regions", countries::tajikistan); },
        refusal("regions.csv:1:1: population.regions: no rows of tajikistan, expected some, "
                "as origins.tajikistan.included is true"));
}

TEST(Origins, are_known_to_the_tables)
{
    ScenarioFiles const files;
    files.write("regions.csv",
                "country,year,region,persons,source\n"
                "kyrgystan,1999,osh,1000,S04\n");
    EXPECT_THAT([&] { files.load("population:\n  regions: {file: regions.csv}\n"); },
                refusal("regions.csv:2:1: population.regions: unknown word 'kyrgystan' (column "
                        "country), expected kyrgyzstan, uzbekistan or tajikistan, did you mean "
                        "'kyrgyzstan'?"));
}

TEST(Origins, are_not_left_by_more_than_they_have)
{
    auto const check = [](OriginSettings const& set)
    { return [set] { check_model(world_of_origins(set)); }; };
    EXPECT_THAT(check({"start.foreigners=2000000 persons"}),
                refusal("start.foreigners: with start.naturalized 1768000 persons from the south "
                        "are to be abroad, but only "));
    EXPECT_THAT(check({"start.foreigners=700000 persons", "start.southern=0 %"}), Not(refusal("")));
    EXPECT_THAT(check({"start.foreigners=2000000 persons", "start.southern=0 %"}),
                refusal("from elsewhere are to be abroad"));
    OriginSettings const emptied{"origins.tajikistan.start.foreigners=4000000 persons"};
    EXPECT_THAT(check(emptied), Not(refusal(""))) << "left out";
    OriginSettings included = with({countries::tajikistan});
    included.push_back(emptied.front());
    EXPECT_THAT(check(included),
                refusal("origins.tajikistan.start.foreigners: with "
                        "origins.tajikistan.start.naturalized 4060000 persons are to be abroad, "
                        "but only "));
    EXPECT_THAT(check(included), Not(refusal("south")));
}

TEST(Origins, that_are_left_out_take_no_shock)
{
    ScenarioFiles const files;
    auto const shock = [&](std::string const& more)
    {
        return [&files, more]
        {
            check_model(files.load(more + "shocks:\n  - lever: population.fertility\n"
                                          "    scale: 0.9\n    from: 2010-01\n"
                                          "    group: {country: [kyrgyzstan, tajikistan]}\n"));
        };
    };
    EXPECT_THAT(
        shock(""),
        refusal(
            "population.fertility: a shock for tajikistan, of which the run has no persons; "
            "expected a group of an included country, or origins.tajikistan.included set to true"));
    EXPECT_THAT(shock("origins:\n  tajikistan:\n    included: true\n"), Not(refusal("")));
}
}  // namespace kochmon
