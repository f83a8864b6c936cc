// SPDX-License-Identifier: MIT
#include "agents/synthesis/synthesis.hpp"

#include <array>
#include <numeric>
#include <set>

#include <gtest/gtest.h>

#include "engine/error.hpp"

#include "agents/synthesis/apportion.hpp"
#include "agents/synthesis/census.hpp"

#include "tests/agents/world_of_tests.hpp"

namespace kochmon
{
namespace
{
Population const& population()
{
    static Population const made = synthesize(tests::TestWorld{.persons = "50000"}.scenario());
    return made;
}
Scenario const& scenario()
{
    static Scenario const loaded = tests::TestWorld{.persons = "50000"}.scenario();
    return loaded;
}
}  // namespace

TEST(Apportion, keeps_the_total_and_gives_the_largest_remainders_first)
{
    std::array<double, 3> const weights{1.0, 1.0, 2.0};
    EXPECT_EQ(apportion(7, weights), (std::vector<std::int64_t>{2, 2, 3}));
    // Quotas 1.75, 1.75, 3.5: the whole parts give 5, the largest remainders get the other two.
    EXPECT_EQ(apportion(0, weights), (std::vector<std::int64_t>{0, 0, 0}));
    // Quotas 1/3 each: ties go to the earlier part.
    std::array<double, 3> const alike{1.0, 1.0, 1.0};
    EXPECT_EQ(apportion(1, alike), (std::vector<std::int64_t>{1, 0, 0}));
}

TEST(Synthesis, has_exactly_the_agents_asked_for_with_keys_of_their_own)
{
    Persons const& persons = population().persons;
    EXPECT_EQ(persons.size(), 50'000U);
    std::set<std::uint64_t> const keys(persons.key.begin(), persons.key.end());
    EXPECT_EQ(keys.size(), persons.size());
}

TEST(Synthesis, stands_for_the_whole_population_of_the_year)
{
    // World Population Prospects 2019: 5,075,347 persons in mid-2005.
    double const persons = population().weight * static_cast<double>(population().persons.size());
    EXPECT_NEAR(persons, 5'075'347.0, 50.0);
}

TEST(Synthesis, holds_the_pyramid_within_one_agent_a_region)
{
    Month const start = scenario().settings().start;
    std::vector<AgeSexCell> const pyramid = pyramid_of(scenario(), first_country, start.year());
    for (AgeSexCell const& cell : pyramid)
    {
        AgeSpan const ages{cell.age_from, cell.age_to + 1};
        Persons const& persons = population().persons;
        double agents = 0.0;
        for (std::size_t row = 0; row < persons.size(); ++row)
            agents += persons.sex[row] == cell.sex && ages.holds(persons.age_in_months(row, start));
        EXPECT_NEAR(agents, cell.persons / population().weight, region_count) << cell.age_from;
    }
}

TEST(Synthesis, takes_regions_between_the_counts_of_1999_and_2012)
{
    ByRegion<double> const in_1999 = region_shares_of(scenario(), first_country, 1999);
    ByRegion<double> const in_2005 = region_shares_of(scenario(), first_country, 2005);
    ByRegion<double> const in_2012 = region_shares_of(scenario(), first_country, 2012);
    double sum = 0.0;
    for (std::size_t region = 0; region < region_count; ++region)
    {
        double const between = in_1999[region] + 6.0 / 13.0 * (in_2012[region] - in_1999[region]);
        EXPECT_NEAR(in_2005[region], between, 1e-12);
        sum += in_2005[region];
    }
    EXPECT_NEAR(sum, 1.0, 1e-12);
}

TEST(Synthesis, puts_every_person_into_one_household_of_the_own_region)
{
    Households const& households = population().households;
    Persons const& persons = population().persons;
    EXPECT_EQ(households.first_member.front(), 0U);
    EXPECT_EQ(households.first_member.back(), persons.size());
    for (std::size_t household = 0; household < households.size(); ++household)
    {
        ASSERT_LT(households.first_member[household], households.first_member[household + 1]);
        for (std::size_t row = households.first_member[household];
             row < households.first_member[household + 1]; ++row)
        {
            ASSERT_EQ(persons.household[row], household);
            ASSERT_EQ(persons.origin[row], households.region[household]);
        }
    }
}

TEST(Synthesis, gives_children_a_woman_of_an_age_to_be_their_mother)
{
    Month const start = scenario().settings().start;
    Persons const& persons = population().persons;
    Households const& households = population().households;
    int children = 0;
    int with_mother = 0;
    for (std::size_t child = 0; child < persons.size(); ++child)
    {
        if (persons.age_in_months(child, start) >= 12 * 15) continue;
        ++children;
        bool found = false;
        std::size_t const household = persons.household[child];
        for (std::size_t row = households.first_member[household];
             row < households.first_member[household + 1]; ++row)
        {
            int const gap = persons.birth[child] - persons.birth[row];
            found = found || (persons.sex[row] == Sex::female && gap >= 18 * 12 && gap < 45 * 12);
        }
        with_mother += found;
    }
    EXPECT_EQ(with_mother, children);
}

TEST(Synthesis, starts_from_the_stocks_that_the_scenario_names)
{
    Persons const& persons = population().persons;
    double abroad = 0.0;
    double southern = 0.0;
    double citizens = 0.0;
    double permits = 0.0;
    for (std::size_t row = 0; row < persons.size(); ++row)
    {
        if (persons.at_home(row)) continue;
        abroad += 1.0;
        southern += is_southern(persons.origin[row]);
        citizens += persons.work_right[row] == WorkRight::citizen;
        permits += persons.work_right[row] == WorkRight::permit;
    }
    double const weight = population().weight;
    EXPECT_NEAR(abroad * weight, 690'000.0, weight);
    EXPECT_NEAR(southern / abroad, 0.8, 1.0 / abroad);
    // Drawn person by person: 5 standard errors of a binomial share of 6,800 agents.
    EXPECT_NEAR(citizens / abroad, 210.0 / 690.0, 5.0 * 0.0056);
    EXPECT_NEAR(permits / (abroad - citizens), 0.40, 5.0 * 0.0072);
}

TEST(Synthesis, is_made_again_by_its_seed_and_not_by_another)
{
    Scenario const same = tests::TestWorld{.persons = "5000"}.scenario();
    Scenario const other =
        tests::TestWorld{.persons = "5000", .set = {"population.population_seed=2"}}.scenario();
    Population const first = synthesize(same);
    Population const second = synthesize(same);
    Population const third = synthesize(other);
    EXPECT_EQ(first.persons.attachment, second.persons.attachment);
    EXPECT_EQ(first.households.cash, second.households.cash);
    EXPECT_NE(first.persons.attachment, third.persons.attachment);
}

// Among others the last population: its key is next to those of replicates.
TEST(Synthesis, draws_each_population_anew)
{
    Scenario const scenario = tests::TestWorld{.persons = "5000"}.scenario();
    Population const first = synthesize(scenario);
    EXPECT_EQ(first.number, 0U);
    EXPECT_EQ(first.persons.attachment, synthesize(scenario, 0).persons.attachment);
    for (std::uint32_t const number : {std::uint32_t{1}, most_populations - 1})
    {
        Population const other = synthesize(scenario, number);
        EXPECT_EQ(other.number, number);
        EXPECT_EQ(other.weight, first.weight);
        EXPECT_EQ(other.persons.key.size(), first.persons.key.size());
        EXPECT_NE(other.persons.attachment, first.persons.attachment);
        EXPECT_NE(other.persons.place, first.persons.place);
        EXPECT_NE(other.households.cash, first.households.cash);
    }
    EXPECT_GT(synthesis_seeds(scenario.settings(), most_populations - 1).k1, most_populations - 1);
}

TEST(Synthesis, says_how_many_agents_there_will_be)
{
    for (char const* const persons : {"1", "4321"})
    {
        Scenario const scenario = tests::TestWorld{.persons = persons}.scenario();
        EXPECT_EQ(agents_of(scenario), std::stoll(persons));
    }
    Scenario const full = tests::TestWorld{.persons = "full"}.scenario();
    EXPECT_GT(agents_of(full), 5'000'000);
}

TEST(Synthesis, refuses_more_agents_than_persons)
{
    EXPECT_THROW(synthesize(tests::TestWorld{.persons = "50000000"}.scenario()), ScenarioError);
}
}  // namespace kochmon
