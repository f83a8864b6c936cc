// SPDX-License-Identifier: MIT
#include "agents/synthesis/growth.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

#include <gtest/gtest.h>

#include "agents/demography/lifetimes.hpp"

#include "tests/agents/world_of_tests.hpp"

namespace kochmon
{
namespace
{
using GrowthSettings = std::vector<std::string>;

Scenario growing_world(GrowthSettings set = {}, int months = 180)
{
    return tests::TestWorld{.persons = "20000", .months = months, .set = std::move(set)}.scenario();
}

Population grown_population(Scenario const& scenario, std::size_t threads = 1,
                            std::uint32_t replicate = 0)
{
    Workers const workers(threads);
    return grown(synthesize(scenario), scenario, {scenario.settings().seed, replicate}, workers);
}

bool is_child(Persons const& persons, std::size_t row)
{
    return persons.key[row] >> 62 == 2;
}

// Month of death by key.
std::map<std::uint64_t, MonthStamp> deaths_of_the_start(Population const& population)
{
    std::map<std::uint64_t, MonthStamp> deaths;
    Persons const& persons = population.persons;
    for (std::size_t row = 0; row < persons.size(); ++row)
        if (!is_child(persons, row)) deaths.emplace(persons.key[row], persons.death[row]);
    return deaths;
}

std::set<std::uint64_t> children_of(Population const& population)
{
    std::set<std::uint64_t> children;
    for (std::size_t row = 0; row < population.persons.size(); ++row)
        if (is_child(population.persons, row)) children.insert(population.persons.key[row]);
    return children;
}
}  // namespace

// Keys of children hang on the mother's alone: the same child has other traits in another
// population.
TEST(Growth, gives_children_the_traits_of_their_population)
{
    Scenario const scenario = growing_world({}, 60);
    Workers const workers(1);
    Seeds const luck{scenario.settings().seed, 0};
    Population renumbered = synthesize(scenario);
    Persons const children = grown(renumbered, scenario, luck, workers).persons;
    renumbered.number = 1;
    Persons const others = grown(renumbered, scenario, luck, workers).persons;
    std::size_t born = 0;
    std::size_t alike = 0;
    ASSERT_EQ(children.size(), others.size());
    for (std::size_t row = 0; row < children.size(); ++row)
    {
        if (!is_child(children, row))
        {
            ASSERT_EQ(children[row].attachment, others[row].attachment);
            continue;
        }
        ++born;
        alike += children[row].attachment == others[row].attachment ? 1U : 0U;
    }
    EXPECT_GT(born, 1000U);
    EXPECT_LT(alike, born / 100);
}

TEST(Growth, leaves_the_members_of_the_start_as_they_are_and_in_their_order)
{
    Scenario const scenario = growing_world();
    Population const start = synthesize(scenario);
    Population const later = grown_population(scenario);
    std::size_t row = 0;
    for (std::size_t old = 0; old < start.persons.size(); ++old, ++row)
    {
        while (is_child(later.persons, row)) ++row;
        ASSERT_EQ(later.persons.key[row], start.persons.key[old]);
        ASSERT_EQ(later.persons[row].household, start.persons[old].household);
        ASSERT_EQ(later.persons.birth[row], start.persons.birth[old]);
        ASSERT_EQ(later.persons.place[row], start.persons.place[old]);
        ASSERT_EQ(later.persons[row].cash, start.persons[old].cash);
        ASSERT_EQ(later.persons[row].attachment, start.persons[old].attachment);
    }
    EXPECT_GT(later.persons.size(), start.persons.size() * 13 / 10);
    std::printf("%zu rows at the start, %zu with the children of 15 years, %zu bytes each\n",
                start.persons.size(), later.persons.size(),
                later.persons.bytes() / later.persons.size());
    EXPECT_EQ(later.households.cash, start.households.cash);
    EXPECT_EQ(later.weight, start.weight);
}

TEST(Growth, puts_children_behind_the_members_of_the_start_in_the_order_of_their_birth)
{
    Scenario const scenario = growing_world();
    Population const population = grown_population(scenario);
    Persons const& persons = population.persons;
    Households const& households = population.households;
    ASSERT_EQ(households.first_member.back(), persons.size());
    for (std::size_t household = 0; household < households.size(); ++household)
    {
        bool children = false;
        MonthStamp last = stamp(scenario.settings().start);
        for (std::size_t row = households.first_member[household];
             row < households.first_member[household + 1]; ++row)
        {
            ASSERT_EQ(persons[row].household, household);
            ASSERT_EQ(persons[row].origin, households.region[household]);
            ASSERT_EQ(persons.nowhere(row), is_child(persons, row));
            ASSERT_TRUE(!children || is_child(persons, row)) << "a member behind the children";
            children = is_child(persons, row);
            if (!children) continue;
            ASSERT_LE(last, persons.birth[row]);
            ASSERT_LT(persons.birth[row], persons.death[row]);
            ASSERT_LT(persons.birth[row], stamp(scenario.settings().end()));
            last = persons.birth[row];
        }
    }
}

TEST(Growth, gives_children_mothers_of_their_household_and_children_of_their_own)
{
    Population const population =
        grown_population(tests::TestWorld{.persons = "4000", .months = 540}.scenario());
    Persons const& persons = population.persons;
    // Rows of mothers by the key of any child that they may have.
    std::unordered_map<std::uint64_t, std::size_t> mothers;
    for (std::size_t row = 0; row < persons.size(); ++row)
        for (std::uint32_t order = 1; persons.sex[row] == Sex::female && order <= 15; ++order)
            mothers.emplace(child_key(persons.subject(row), order).bits(), row);
    std::size_t children = 0;
    int grandchildren = 0;
    for (std::size_t row = 0; row < persons.size(); ++row)
    {
        if (!is_child(persons, row)) continue;
        ++children;
        auto const mother = mothers.find(persons.key[row]);
        ASSERT_NE(mother, mothers.end());
        ASSERT_EQ(persons[mother->second].household, persons[row].household);
        int const age = persons.birth[row] - persons.birth[mother->second];
        ASSERT_GE(age, 10 * 12);
        ASSERT_LE(persons.birth[row], persons.death[mother->second]);
        grandchildren += is_child(persons, mother->second);
    }
    EXPECT_EQ(children_of(population).size(), children) << "keys of their own";
    EXPECT_GT(children, 4'000U);
    EXPECT_GT(grandchildren, 500);
}

TEST(Growth, depends_on_keys_alone_and_not_on_threads)
{
    Scenario const scenario = growing_world();
    Population const one = grown_population(scenario, 1);
    Population const three = grown_population(scenario, 3);
    EXPECT_EQ(one.persons.key, three.persons.key);
    EXPECT_EQ(one.persons.birth, three.persons.birth);
    EXPECT_EQ(one.persons.death, three.persons.death);
    EXPECT_EQ(one.persons.column(&Person::attachment), three.persons.column(&Person::attachment));
}

TEST(Growth, with_fertility_doubled_leaves_every_death_of_the_start_as_it_was)
{
    Population const usual = grown_population(growing_world());
    Population const doubled = grown_population(growing_world({"population.fertility=2"}));
    EXPECT_GT(doubled.persons.size(), usual.persons.size() + 5'000);
    EXPECT_EQ(deaths_of_the_start(doubled), deaths_of_the_start(usual));
}

TEST(Growth, gives_children_keys_that_no_scenario_moves)
{
    // Whoever has a first child has one too where women bear more; over so few months nobody born
    // in the run bears.
    std::set<std::uint64_t> const usual = children_of(grown_population(growing_world({}, 60)));
    std::set<std::uint64_t> const more =
        children_of(grown_population(growing_world({"population.fertility=2"}, 60)));
    std::set<std::uint64_t> const dearer = children_of(grown_population(
        growing_world(tests::everywhere("jurisdictions", "permit.fee=100000 RUB"), 60)));
    EXPECT_GT(usual.size(), 2'000U);
    EXPECT_GT(more.size(), usual.size());
    EXPECT_TRUE(std::includes(more.begin(), more.end(), usual.begin(), usual.end()));
    EXPECT_EQ(dearer, usual);
}

TEST(Growth, lets_nobody_die_later_where_more_die)
{
    auto const usual = deaths_of_the_start(grown_population(growing_world()));
    auto const more =
        deaths_of_the_start(grown_population(growing_world({"population.mortality=2"})));
    int earlier = 0;
    for (auto const& [key, death] : usual)
    {
        ASSERT_LE(more.at(key), death);
        earlier += more.at(key) < death;
    }
    EXPECT_GT(earlier, 1'000);
}

TEST(Growth, without_births_and_deaths_changes_nothing)
{
    Scenario const scenario = growing_world({"population.fertility=0", "population.mortality=0"});
    Population const start = synthesize(scenario);
    Population const later = grown_population(scenario);
    EXPECT_EQ(later.persons.key, start.persons.key);
    EXPECT_EQ(later.persons.death, std::vector<MonthStamp>(start.persons.size(), after_the_run));
}

TEST(Growth, gives_children_sex_and_traits_by_their_own_key)
{
    Scenario const scenario = growing_world();
    Population const first = grown_population(scenario, 1, 0);
    Persons const& persons = first.persons;
    double boys = 0.0;
    double russian = 0.0;
    double children = 0.0;
    for (std::size_t row = 0; row < persons.size(); ++row)
    {
        if (!is_child(persons, row)) continue;
        children += 1.0;
        boys += persons.sex[row] == Sex::male;
        russian += persons[row].language;
        ASSERT_GT(persons[row].wage_factor, 0.0F);
        ASSERT_EQ(persons.last_found[row], never);
        ASSERT_EQ(persons[row].perceived_risk, 0.05F);
    }
    // 5 standard errors of shares of about 8,000 children.
    EXPECT_GT(children, 7'000.0);
    EXPECT_NEAR(boys / children, 1.057 / 2.057, 5.0 * 0.0056);
    EXPECT_NEAR(russian / children, 0.70, 5.0 * 0.0052);
}
}  // namespace kochmon
