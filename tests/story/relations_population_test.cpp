// SPDX-License-Identifier: MIT
#include "tests/corridors/kyrgyz_tally.hpp"
#include "tests/story/relations.hpp"

// Metamorphic relations of births and deaths.
namespace kochmon::relations
{
namespace
{
Sums run_in(Settings const& set, Cut const& cut)
{
    Scenario const scenario = world(set).scenario();
    Workers const workers(1);
    Simulation simulation(scenario, synthesize(scenario), 0, {workers, cut});
    Sums sums;
    simulation.add(sums);
    simulation.run();
    return sums;
}

/// Births of each month by region and sex, and deaths, which fall where people are, by region.
std::vector<std::int64_t> lives(Sums const& sums)
{
    std::vector<std::int64_t> lives;
    for (Tally const& month : sums.months)
        for (Region const region : kyrgyz_corridor()->regions())
            for (Sex const sex : {Sex::female, Sex::male})
            {
                auto const at = [&](Count kind, Place place)
                { return month.at(kind, kyrgyz_cell(region, place, sex)); };
                std::int64_t deaths = 0;
                for (Place const place : kyrgyz_corridor()->places())
                    deaths += at(Count::deaths, place);
                lives.push_back(at(Count::births, Place::home));
                lives.push_back(deaths);
            }
    return lives;
}

std::vector<Same> same_months()
{
    return {
        {"fertility_as_it_is", {"population.fertility=1"}, {}, {"population.fertility=2"}, {}},
        {"mortality_as_it_is", {"population.mortality=1"}, {}, {"population.mortality=2"}, {}},
        // A calendar year takes what stands in its January.
        {"fertility_of_a_month_in_between",
         {"population.fertility=[{from: 2005-01, value: 1}, {from: 2006-02, value: 4}, "
          "{from: 2006-12, value: 1}]"},
         {},
         {"population.fertility=[{from: 2005-01, value: 1}, {from: 2006-01, value: 4}, "
          "{from: 2006-12, value: 1}]"},
         {}},
    };
}

std::vector<Never> what_never_happens()
{
    return {
        {.name = "nobody_dies",
         .law = {"population.mortality=0"},
         .counts = {Count::deaths, Count::deaths_in_prison, Count::bans_of_the_dead},
         .usual = {"population.mortality=4",
                   "jurisdictions.russia.criminal.database_check=4 %/month",
                   "rules.status.crime_cost=0 RUB/month"},
         .instead = {Count::births, Count::departures}},
        {.name = "nobody_is_born",
         .law = {"population.fertility=0"},
         .counts = {Count::births},
         .instead = {Count::deaths, Count::departures}},
    };
}

std::vector<Less> less_of_population()
{
    auto const living = [](Sums const& sums) { return sums.months.back().total(Count::living); };
    auto const working_age = [](Sums const& sums)
    { return sums.months.back().total(Count::of_working_age); };
    return {
        {"fewer_live_where_more_die", {"population.mortality=2"}, {}, living},
        {"fewer_live_where_fewer_are_born", {"population.fertility=0.5"}, {}, living},
        {"fewer_are_of_working_age_where_more_die", {"population.mortality=2"}, {}, working_age},
    };
}

class MetamorphicSamePopulation : public testing::TestWithParam<Same>
{
};
class MetamorphicNeverPopulation : public testing::TestWithParam<Never>
{
};
class MetamorphicLessPopulation : public testing::TestWithParam<Less>
{
};
}  // namespace

TEST_P(MetamorphicSamePopulation, gives_the_same_months)
{
    expect(GetParam());
}
TEST_P(MetamorphicNeverPopulation, never_happens)
{
    expect(GetParam());
}
TEST_P(MetamorphicLessPopulation, is_less)
{
    expect(GetParam());
}
INSTANTIATE_TEST_SUITE_P(Lives, MetamorphicSamePopulation, testing::ValuesIn(same_months()),
                         name_of<Same>);
INSTANTIATE_TEST_SUITE_P(Lives, MetamorphicNeverPopulation, testing::ValuesIn(what_never_happens()),
                         name_of<Never>);
INSTANTIATE_TEST_SUITE_P(Lives, MetamorphicLessPopulation, testing::ValuesIn(less_of_population()),
                         name_of<Less>);

TEST(MetamorphicPopulation, no_policy_moves_a_birth_or_a_death)
{
    Sums const usual = run({});
    Sums const hard =
        run(joined({settings::all_permits("fee=200000 RUB"), all_destinations("checks.capacity=3"),
                    settings::no_residence()}));
    EXPECT_NE(usual.flow(Count::departures), hard.flow(Count::departures));
    EXPECT_EQ(lives(usual), lives(hard));
    EXPECT_NE(lives(usual), lives(run({"population.mortality=1.2"})));
}

TEST(MetamorphicPopulation, working_age_does_not_depend_on_births_of_few_years)
{
    Sums const usual = run({});
    Sums const more = run({"population.fertility=2"});
    EXPECT_GT(more.flow(Count::births), usual.flow(Count::births));
    for (std::size_t month = 0; month < usual.months.size(); ++month)
        ASSERT_EQ(usual.months[month].total(Count::of_working_age),
                  more.months[month].total(Count::of_working_age));
}

TEST(MetamorphicPopulation, without_births_and_deaths_is_constant)
{
    Sums const sums = run({"population.fertility=0", "population.mortality=0"});
    for (Tally const& month : sums.months)
    {
        ASSERT_EQ(month.total(Count::living), 20'000);
        ASSERT_EQ(month.total(Count::births) + month.total(Count::deaths), 0);
    }
    EXPECT_NE(run({}).months.back().total(Count::living), 20'000);
}

TEST(MetamorphicPopulation, does_not_depend_on_tiles)
{
    Settings const lively{"population.mortality=3", "population.fertility=2"};
    Sums const usual = run_in(lively, {});
    EXPECT_EQ(run_in(lively, {1, 16}).months, usual.months);
    EXPECT_EQ(run_in(lively, {1 << 20, 1 << 20}).months, usual.months);
}

// 5.55 million residents in 2012 by the official estimate (S04), 5.62 million in mid-2012 by the
// United Nations (S01). The model has no emigration for good, so the band is wide.
TEST(MetamorphicPopulation, comes_near_the_official_figure_of_2012)
{
    Scenario const scenario = tests::TestWorld{.persons = "50000", .months = 96}.scenario();
    double const weight = synthesize(scenario).weight;
    Sums const sums = tests::run(scenario);
    std::size_t const mid_2012 = 7 * 12 + 5;
    double const persons = weight * static_cast<double>(sums.months[mid_2012].total(Count::living));
    std::printf("persons in mid-2012: %.0f\n", persons);
    EXPECT_NEAR(persons, 5'620'000.0, 0.05 * 5'620'000.0);
}
}  // namespace kochmon::relations
