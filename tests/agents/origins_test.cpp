// SPDX-License-Identifier: MIT
#include "agents/origins.hpp"

#include <algorithm>
#include <set>

#include <gtest/gtest.h>

#include "engine/error.hpp"

#include "agents/demography/growth.hpp"
#include "agents/synthesis/census.hpp"

#include "tests/agents/world_of_tests.hpp"

namespace kochmon
{
namespace
{
using tests::TestWorld;
using Settings = std::vector<std::string>;

Settings with(std::initializer_list<Country> others)
{
    Settings set;
    for (Country const country : others) set.push_back(path_of_origin(country) + "included=true");
    return set;
}

Scenario world(Settings const& set, std::string const& persons = "4000")
{
    return TestWorld{.persons = persons, .set = set}.scenario();
}

Population lives(Scenario const& scenario)
{
    Workers const workers(1);
    return grown(synthesize(scenario), scenario, {scenario.settings().seed, 0}, workers);
}

std::int64_t of(Persons const& persons, Country country)
{
    return std::ranges::count_if(persons.origin,
                                 [&](Region origin) { return origin_country(origin) == country; });
}

template <class Value>
std::vector<Value> of_country(std::vector<Value> const& column, Persons const& persons,
                              Country country)
{
    std::vector<Value> values;
    for (std::size_t row = 0; row < persons.size(); ++row)
        if (origin_country(persons.origin[row]) == country) values.push_back(column[row]);
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
    column(&Persons::attachment);
    column(&Persons::place);
    column(&Persons::work_right);
    column(&Persons::cash);
    EXPECT_EQ(one.weight, other.weight);
}
}  // namespace

TEST(Origins, have_their_regions_side_by_side_in_their_order)
{
    Country last = first_country;
    std::set<Country> met;
    for (std::size_t region = 0; region < region_count; ++region)
    {
        Country const country = origin_country(static_cast<Region>(region));
        EXPECT_GE(country, last);
        last = country;
        met.insert(country);
    }
    EXPECT_EQ(met.size(), country_count);
    EXPECT_EQ(origin_country(Region::talas), Country::kyrgyzstan);
    EXPECT_EQ(origin_country(Region::uzbekistan), Country::uzbekistan);
    EXPECT_EQ(origin_country(Region::tajikistan), Country::tajikistan);
    EXPECT_TRUE(has_a_south(Country::kyrgyzstan));
    EXPECT_FALSE(has_a_south(Country::tajikistan));
}

TEST(Origins, of_the_baseline_are_the_first_alone)
{
    Scenario const scenario = world({});
    Origins origins;
    read(origins, scenario, scenario.settings().start);
    EXPECT_EQ(origins.included, Origins::first_alone());
    EXPECT_FALSE(origins.several());
    Persons const persons = synthesize(scenario).persons;
    EXPECT_EQ(of(persons, first_country), 4'000);
    EXPECT_EQ(persons.size(), 4'000U);
}

// World Population Prospects 2019, mid-2005: 5,075,347 (here the sum of the age groups, 5,075,340),
// 26,427,785 and 6,789,318 persons.
TEST(Origins, have_as_many_agents_as_the_weight_of_the_first_makes)
{
    Scenario const scenario = world(with({Country::uzbekistan, Country::tajikistan}));
    Population const population = synthesize(scenario);
    double const weight = 5'075'340.0 / 4'000.0;
    EXPECT_DOUBLE_EQ(population.weight, weight);
    EXPECT_EQ(of(population.persons, Country::kyrgyzstan), 4'000);
    EXPECT_EQ(of(population.persons, Country::uzbekistan), 20'828);  // 26,427,785 / 1,268.835
    EXPECT_EQ(of(population.persons, Country::tajikistan), 5'351);   // 6,789,318 / 1,268.835
    EXPECT_EQ(agents_of(scenario), 4'000 + 20'828 + 5'351);
}

TEST(Origins, are_made_without_a_look_at_each_other)
{
    Population const alone = lives(world({}));
    Population const with_tajikistan = lives(world(with({Country::tajikistan})));
    Population const all = lives(world(with({Country::uzbekistan, Country::tajikistan})));
    expect_same_people(alone, with_tajikistan, Country::kyrgyzstan);
    expect_same_people(alone, all, Country::kyrgyzstan);
    expect_same_people(with_tajikistan, all, Country::tajikistan);
    std::set<std::uint64_t> const keys(all.persons.key.begin(), all.persons.key.end());
    EXPECT_EQ(keys.size(), all.persons.size()) << "keys of their own";
}

TEST(Origins, start_abroad_from_stocks_and_traits_of_their_own)
{
    Population const population = synthesize(world(
        {"origins.tajikistan.included=true", "origins.tajikistan.start.foreigners=900000 persons",
         "origins.tajikistan.start.naturalized=0 persons",
         "origins.tajikistan.population.russian=0 %", "population.russian=100 %"}));
    Persons const& persons = population.persons;
    double abroad = 0.0;
    for (std::size_t row = 0; row < persons.size(); ++row)
    {
        bool const tajik = persons.origin[row] == Region::tajikistan;
        ASSERT_EQ(persons.russian[row] == 0, tajik);
        if (tajik && !persons.at_home(row)) abroad += population.weight;
    }
    EXPECT_NEAR(abroad, 900'000.0, population.weight);
}

TEST(Origins, live_and_die_by_rates_of_their_own)
{
    Settings set = with({Country::tajikistan});
    Scenario const usual = world(set);
    VitalRates const first(usual, {2005, 2006});
    VitalRates const other(usual, {2005, 2006}, Country::tajikistan);
    double births = 0.0;
    for (int age = 0; age < 60; ++age) births += other.births(2005, age);
    EXPECT_NEAR(births, 3.397875, 0.00001) << "total fertility, World Population Prospects 2024";
    EXPECT_NE(first.births(2005, 25), other.births(2005, 25));
    EXPECT_NEAR(other.share_of_boys(), 1.0624 / 2.0624, 1e-12);
    EXPECT_NEAR(first.share_of_boys(), 1.057 / 2.057, 1e-12);
}

TEST(Origins, are_refused_without_the_first_and_without_their_rows)
{
    EXPECT_NO_THROW(check_model(world(with({Country::uzbekistan}))));
    EXPECT_THROW(check_model(world({"origins.kyrgyzstan.included=false"})), ScenarioError);
    EXPECT_THROW(check_model(world({"origins.tajikistan.start.destinations.moscow=0 %"})),
                 ScenarioError);
    EXPECT_EQ(rows_of(world({}), "population.death_rates", Country::tajikistan).rows(), 528U);
    Table const empty = world({}).table("population.regions").where("country", "nowhere");
    EXPECT_EQ(empty.rows(), 0U);
    EXPECT_THROW(region_shares_of(empty, Country::tajikistan, 2005), ScenarioError);
    Table const of_another = world({}).table("population.regions").where("country", "uzbekistan");
    EXPECT_THROW(region_shares_of(of_another, Country::tajikistan, 2005), ScenarioError);
}
}  // namespace kochmon
