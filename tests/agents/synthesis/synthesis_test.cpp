// SPDX-License-Identifier: MIT
#include "agents/synthesis/synthesis.hpp"

#include <array>
#include <cmath>
#include <numeric>
#include <set>

#include <gmock/gmock.h>

#include "engine/error.hpp"
#include "engine/packed_state.hpp"

#include "agents/loading/load_model.hpp"
#include "agents/synthesis/apportion.hpp"
#include "agents/synthesis/census.hpp"
#include "agents/vocabulary/origins.hpp"

#include "tests/agents/world_of_tests.hpp"
#include "tests/corridors/kyrgyz_declarations.hpp"
#include "tests/corridors/kyrgyzstan.hpp"

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

TEST(Synthesis, stands_for_the_whole_population_of_its_month)
{
    // World Population Prospects 2019: 4,920,724 persons in mid-2000, 5,075,347 in mid-2005.
    double const persons = population().weight * static_cast<double>(population().persons.size());
    EXPECT_NEAR(persons, 5'059'885.0, 50.0);
}

TEST(Synthesis, holds_the_pyramid_within_one_agent_a_region)
{
    Month const start = scenario().settings().start;
    std::vector<AgeSexCell> const pyramid = pyramid_at_start(scenario(), first_country);
    for (AgeSexCell const& cell : pyramid)
    {
        AgeSpan const ages{cell.age_from, cell.age_to + 1};
        Persons const& persons = population().persons;
        double agents = 0.0;
        for (std::size_t row = 0; row < persons.size(); ++row)
            agents += persons.sex[row] == cell.sex && ages.holds(persons.age_in_months(row, start));
        EXPECT_NEAR(agents, cell.persons / population().weight, 11) << cell.age_from;
    }
}

ByRegion<double> shares_in(Month month)
{
    return region_shares_of(*kyrgyz_corridor(),
                            rows_of(scenario(), "population.regions", first_country), month);
}

TEST(Synthesis, takes_regions_between_the_counts_of_1999_and_2012)
{
    ByRegion<double> const in_1999 = shares_in(Month::of(1999, 7));
    ByRegion<double> const in_2005 = shares_in(Month::of(2005, 7));
    ByRegion<double> const in_2012 = shares_in(Month::of(2012, 7));
    double sum = 0.0;
    for (Region const region : kyrgyz_corridor()->regions())
    {
        double const between =
            in_1999[index(region)] + 6.0 / 13.0 * (in_2012[index(region)] - in_1999[index(region)]);
        EXPECT_NEAR(in_2005[index(region)], between, 1e-12);
        sum += in_2005[index(region)];
    }
    EXPECT_NEAR(sum, 1.0, 1e-12);
    EXPECT_EQ(shares_in(Month::of(1999, 6)), in_1999);
    EXPECT_EQ(shares_in(Month::of(2024, 1)), in_2012);
}

std::int64_t persons_from(char const* start)
{
    Scenario const scenario =
        Scenario::load(KOCHMON_SOURCE "/config/baseline.yaml", kyrgyz_declarations(),
                       {.set = {std::string("time.start=") + start}});
    return std::llround(persons_in(pyramid_at_start(scenario, first_country)));
}

// S01 counts at mid-year; the sums are of population_by_age_sex.csv.
TEST(Synthesis, counts_people_as_the_first_month_begins)
{
    EXPECT_EQ(persons_from("2005-07"), 5'075'340);
    EXPECT_EQ(persons_from("2005-01"), 5'059'877) << "nine tenths of the way from mid-2000";
    EXPECT_EQ(persons_from("2005-12"), 5'104'253);
    EXPECT_EQ(persons_from("2006-01"), 5'110'036);
    EXPECT_EQ(persons_from("2000-07"), 4'920'712);
    EXPECT_EQ(persons_from("2000-01"), 4'905'249) << "the line from mid-2000 to mid-2005 goes on";
    EXPECT_EQ(persons_from("2020-07"), 6'524'191);
}

TEST(Synthesis, refuses_a_start_without_a_count_near)
{
    for (char const* start : {"1999-12", "2021-02", "2049-01"})
        EXPECT_THAT([&] { persons_from(start); },
                    testing::ThrowsMessage<ScenarioError>(testing::HasSubstr(
                        "expected a start from 2000-01 to 2021-01, or rows of further years")))
            << start;
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
            ASSERT_EQ(persons[row].household, household);
            ASSERT_EQ(persons[row].origin, households.region[household]);
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
        std::size_t const household = persons[child].household;
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
        southern += kyrgyz_corridor()->is_told_apart(persons[row].origin);
        citizens += persons[row].work_right == WorkRight::citizen;
        permits += persons[row].work_right == WorkRight::permit;
    }
    double const weight = population().weight;
    EXPECT_NEAR(abroad * weight, 690'000.0, weight);
    EXPECT_NEAR(southern / abroad, 0.8, 1.0 / abroad);
    // Drawn person by person: 5 standard errors of a binomial share of 6,800 agents.
    EXPECT_NEAR(citizens / abroad, 210.0 / 690.0, 5.0 * 0.0056);
    EXPECT_NEAR(permits / (abroad - citizens), 0.40, 5.0 * 0.0072);
}

// With firms or households.
TEST(Synthesis, gives_the_jobs_of_the_start_an_employer_by_their_sector)
{
    Persons const& persons = population().persons;
    BySector<double> jobs{};
    BySector<double> in_households{};
    for (std::size_t row = 0; row < persons.size(); ++row)
    {
        if (persons[row].contract == Contract::none) continue;
        jobs[index(persons[row].sector)] += 1.0;
        in_households[index(persons[row].sector)] +=
            persons[row].employer == Employer::household ? 1.0 : 0.0;
    }
    // Drawn person by person: 5 standard errors of a binomial share.
    BySector<Share> const parts = tests::baseline_parameters().sectors.by_households;
    for (Sector const sector : {Sector::construction, Sector::trade, Sector::other})
    {
        double const part = parts[index(sector)].value();
        ASSERT_GT(part, 0.0);
        ASSERT_GT(jobs[index(sector)], 500.0);
        EXPECT_NEAR(in_households[index(sector)] / jobs[index(sector)], part,
                    5.0 * std::sqrt(part * (1.0 - part) / jobs[index(sector)]))
            << sector_names[index(sector)];
    }
}

TEST(Synthesis, adds_the_attachment_of_the_region_to_that_of_each_person)
{
    auto const with = [](std::string const& of_osh)
    {
        return synthesize(tests::TestWorld{
            .persons = "5000", .set = {"regions.osh.attachment=" + of_osh + " RUB/month"}}
                              .scenario());
    };
    Population const less = with("-2000");
    Population const none = with("0");
    for (std::size_t row = 0; row < none.persons.size(); ++row)
    {
        bool const osh = none.persons[row].origin == regions::osh;
        ASSERT_NEAR(less.persons[row].attachment,
                    none.persons[row].attachment - (osh ? 200'000 : 0), 1)
            << row;
    }
}

TEST(Synthesis, is_made_again_by_its_seed_and_not_by_another)
{
    Scenario const same = tests::TestWorld{.persons = "5000"}.scenario();
    Scenario const other =
        tests::TestWorld{.persons = "5000", .set = {"population.population_seed=2"}}.scenario();
    Population const first = synthesize(same);
    Population const second = synthesize(same);
    Population const third = synthesize(other);
    EXPECT_EQ(first.persons.column(&Person::attachment),
              second.persons.column(&Person::attachment));
    EXPECT_EQ(first.households.cash, second.households.cash);
    EXPECT_NE(first.persons.column(&Person::attachment), third.persons.column(&Person::attachment));
}

// Among others the last population: its key is next to those of replicates.
TEST(Synthesis, is_the_same_on_any_number_of_threads)
{
    auto const bytes_of = [](Population const& made)
    {
        Packer packer("synthesis");
        pack(packer, made);
        return packer.sealed();
    };
    std::string const expected = bytes_of(population());
    for (std::size_t const threads : {2U, 7U})
    {
        Workers const workers(threads);
        EXPECT_EQ(bytes_of(synthesize(scenario(), 0, {}, &workers)), expected) << threads;
    }
}

TEST(Synthesis, draws_each_population_anew)
{
    Scenario const scenario = tests::TestWorld{.persons = "5000"}.scenario();
    Population const first = synthesize(scenario);
    EXPECT_EQ(first.number, 0U);
    EXPECT_EQ(first.persons.column(&Person::attachment),
              synthesize(scenario, 0).persons.column(&Person::attachment));
    for (std::uint32_t const number : {std::uint32_t{1}, most_populations - 1})
    {
        Population const other = synthesize(scenario, number);
        EXPECT_EQ(other.number, number);
        EXPECT_EQ(other.weight, first.weight);
        EXPECT_EQ(other.persons.key.size(), first.persons.key.size());
        EXPECT_NE(other.persons.column(&Person::attachment),
                  first.persons.column(&Person::attachment));
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
// Asked before each region and every 65,536 rows: of a full population several times a second.
TEST(Synthesis, ends_when_it_is_asked_to_stop)
{
    Scenario const scenario = tests::TestWorld{.persons = "5000"}.scenario();
    int asked = 0;
    EXPECT_THROW(synthesize(scenario, 0, [&] { return ++asked == 5; }), SynthesisStopped);
    EXPECT_EQ(asked, 5);
    asked = 0;
    EXPECT_EQ(synthesize(scenario, 0, [&] { return ++asked < 0; }).persons.size(),
              synthesize(scenario).persons.size());
    EXPECT_GE(asked, 2 * 9);
}
}  // namespace kochmon
