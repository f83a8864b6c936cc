// SPDX-License-Identifier: MIT
#include <cmath>

#include "agents/state/month_record.hpp"

#include "tests/story/relations.hpp"

// Relations of the home economy, unrest and the programmes of the state of origin.
namespace kochmon
{
namespace
{
using namespace relations;

Settings const credit_on_return{"home.return_credit.amount=100000 RUB"};
Settings const in_unrest{"home.unrest=4000 RUB/month"};

std::vector<Same> same_at_home()
{
    Settings const nothing_invested{"home.investment.of_remittances=0 %"};
    Settings const nobody_naturalized =
        joined({{"start.naturalized=0 persons"}, settings::no_citizenship()});
    return {
        irrelevant({.lever = "weight_of_unrest_in_peace",
                    .law = {"home.unrest=0 RUB/month"},
                    .low = {"rules.naturalization.unrest_weight=0"},
                    .high = {"rules.naturalization.unrest_weight=5"},
                    .lively = joined({in_unrest, {"rules.naturalization.constant=0 RUB/month"}})}),
        irrelevant({.lever = "easy_terms_of_no_credit",
                    .law = {"home.return_credit.amount=0 RUB"},
                    .low = {"home.return_credit.easy=0 %"},
                    .high = {"home.return_credit.easy=100 %"},
                    .lively = credit_on_return}),
        irrelevant({.lever = "months_abroad_for_no_credit",
                    .law = {"home.return_credit.amount=0 RUB"},
                    .low = {"home.return_credit.months_abroad=0 months"},
                    .high = {"home.return_credit.months_abroad=60 months"},
                    .lively = credit_on_return}),
        irrelevant({.lever = "means_tested_for_no_departure_credit",
                    .law = {"home.departure_credit.amount=0 RUB"},
                    .low = {"home.departure_credit.below=0 RUB"},
                    .high = {"home.departure_credit.below=1000000 RUB"},
                    .lively = {"home.departure_credit.amount=20000 RUB"}}),
        irrelevant({.lever = "departure_credit_for_nobody",
                    .law = {"home.departure_credit.below=0 RUB"},
                    .low = {"home.departure_credit.amount=0 RUB"},
                    .high = {"home.departure_credit.amount=50000 RUB"},
                    .lively = {"home.departure_credit.below=1000000 RUB"}}),
        irrelevant({.lever = "grant_where_nobody_is_naturalized",
                    .law = nobody_naturalized,
                    .low = {"home.repatriation.grant=0 RUB"},
                    .high = {"home.repatriation.grant=1000000 RUB"}}),
        irrelevant({.lever = "language_courses_where_all_speak_it",
                    .law = {"population.russian=100 %"},
                    .low = {"home.courses.language=0 %"},
                    .high = {"home.courses.language=50 %"}}),
        irrelevant({.lever = "profession_courses_where_all_have_one",
                    .law = {"population.profession=100 %"},
                    .low = {"home.courses.profession=0 %"},
                    .high = {"home.courses.profession=50 %"}}),
        irrelevant({.lever = "yield_of_no_capital",
                    .law = nothing_invested,
                    .low = {"home.capital.yield=0 %/month"},
                    .high = {"home.capital.yield=10 %/month"}}),
        irrelevant({.lever = "wear_of_no_capital",
                    .law = nothing_invested,
                    .low = {"home.capital.depreciation=0 %/month"},
                    .high = {"home.capital.depreciation=10 %/month"}}),
    };
}

std::vector<Never> never_at_home()
{
    return {
        {.name = "nothing_is_invested_where_nothing_is_sent",
         .law = {"rules.remittance.of_pay=0 %"},
         .flows = {Flow::remittances, Flow::remittances_invested, Flow::remittances_spent},
         .instead = {Count::departures}},
        {.name = "no_loan_where_all_of_it_is_easy",
         .law = joined({credit_on_return, {"home.return_credit.easy=100 %"}}),
         .flows = {Flow::return_loans},
         .usual = credit_on_return,
         .instead = {Count::return_credits}},
        {.name = "no_credit_without_the_months_abroad",
         .law = joined({credit_on_return, {"home.return_credit.months_abroad=600 months"}}),
         .counts = {Count::return_credits},
         .flows = {Flow::return_loans, Flow::return_transfers},
         .usual = credit_on_return,
         .instead = {Count::returns}},
        {.name = "courses_that_are_not_held_teach_nobody",
         .law = {},
         .counts = {Count::learnt_language, Count::learnt_profession},
         .usual = {"home.courses.language=10 %", "home.courses.profession=10 %"},
         .instead = {Count::departures}},
    };
}

std::vector<Less> fewer_at_home()
{
    auto const departures = [](Sums const& sums) { return sums.flow(Count::departures); };
    auto const returns = [](Sums const& sums) { return sums.flow(Count::returns); };
    auto const citizens = [](Sums const& sums) { return sums.flow(Count::citizenship_sought); };
    return {
        {"peace_sends_fewer_abroad_than_unrest", {}, in_unrest, departures},
        {"unrest_calls_fewer_home", in_unrest, {}, returns},
        {"peace_naturalizes_fewer_than_unrest", {}, in_unrest, citizens},
        {"higher_income_at_home_sends_fewer_abroad", {"home.income=1.5"}, {}, departures},
        {"less_help_on_return_calls_fewer_home",
         {},
         {"home.return_credit.amount=500000 RUB", "home.return_credit.easy=100 %"},
         returns},
        {"no_credit_for_departures_sends_fewer_abroad",
         {},
         {"home.departure_credit.amount=50000 RUB", "home.departure_credit.below=1000000 RUB"},
         departures},
        {"less_investment_gives_a_smaller_product",
         {"home.investment.of_remittances=0 %"},
         {"home.investment.of_remittances=50 %"},
         [](Sums const& sums) { return sums.months.back().home.of(first_country).gdp; }},
    };
}

class MetamorphicSameHome : public testing::TestWithParam<Same>
{
};
class MetamorphicNeverHome : public testing::TestWithParam<Never>
{
};
class MetamorphicLessHome : public testing::TestWithParam<Less>
{
};

/// Levels of income at home by month and region.
struct Levels final : MonthObserver
{
    std::vector<ByRegion<double>> months;
    std::vector<std::int64_t> products;

    void observe(MonthRecord const& record) override
    {
        months.push_back(record.world.income_level);
        products.push_back(record.tally.home.of(first_country).gdp);
    }
};

Levels levels_under(Settings const& set)
{
    Scenario const scenario = world(set).scenario();
    Workers const workers(1);
    Simulation simulation(scenario, synthesize(scenario), 0, {workers, {}});
    Levels levels;
    simulation.add(levels);
    simulation.run();
    return levels;
}

double farthest_from_one(Levels const& levels)
{
    double farthest = 0.0;
    for (ByRegion<double> const& month : levels.months)
        for (Region const region : kyrgyz_corridor()->regions())
            farthest = std::max(farthest, std::abs(month[index(region)] - 1.0));
    return farthest;
}

std::int64_t households(Sums const& sums, ByRegion<std::int64_t> HomeAccounts::*which)
{
    std::int64_t sum = 0;
    for (Tally const& month : sums.months)
        for (std::int64_t const of_region : month.home.*which) sum += of_region;
    return sum;
}
}  // namespace

TEST_P(MetamorphicSameHome, gives_the_same_months)
{
    expect(GetParam());
}
TEST_P(MetamorphicNeverHome, never_happens)
{
    expect(GetParam());
}
TEST_P(MetamorphicLessHome, happens_less)
{
    expect(GetParam());
}
INSTANTIATE_TEST_SUITE_P(Home, MetamorphicSameHome, testing::ValuesIn(same_at_home()),
                         name_of<Same>);
INSTANTIATE_TEST_SUITE_P(Home, MetamorphicNeverHome, testing::ValuesIn(never_at_home()),
                         name_of<Never>);
INSTANTIATE_TEST_SUITE_P(Home, MetamorphicLessHome, testing::ValuesIn(fewer_at_home()),
                         name_of<Less>);

TEST(MetamorphicHome, income_is_the_scenarios_without_an_elasticity)
{
    EXPECT_EQ(farthest_from_one(levels_under({"home.income_elasticity=0"})), 0.0);
    EXPECT_GT(farthest_from_one(levels_under({"home.income_elasticity=1"})), 1e-4);
}

TEST(MetamorphicHome, income_is_the_scenarios_where_nothing_moves_the_product)
{
    Settings const still{"home.gdp.multiplier=0", "home.capital.yield=0 %/month"};
    EXPECT_LT(farthest_from_one(levels_under(still)), 1e-9)
        << "the product is kept in whole kopecks";
    EXPECT_GT(farthest_from_one(levels_under({})), 1e-4);
}

TEST(MetamorphicHome, income_follows_the_product_of_the_month_before)
{
    Levels const told =
        levels_under({"home.income_elasticity=1", "home.gdp.base=15000000000 RUB/month"});
    double const weight = synthesize(world({}).scenario()).weight;
    EXPECT_EQ(told.months.front()[0], 1.0);
    for (std::size_t month = 1; month < told.months.size(); ++month)
        ASSERT_NEAR(told.months[month][0],
                    Kopecks(told.products[month - 1]).roubles() * weight / 15e9, 1e-8);
}

TEST(MetamorphicHome, nobody_lives_on_remittances_where_none_are_sent)
{
    Sums const without = run({"rules.remittance.of_pay=0 %"});
    EXPECT_EQ(households(without, &HomeAccounts::on_remittances), 0);
    EXPECT_GT(households(without, &HomeAccounts::households), 0);
    EXPECT_GT(households(run({}), &HomeAccounts::on_remittances), 0);
}

TEST(MetamorphicHome, all_who_get_any_live_on_remittances_where_nothing_is_earned)
{
    Settings nothing_earned{"home.income=0"};
    Sums const poor = run(nothing_earned);
    EXPECT_GT(households(poor, &HomeAccounts::on_remittances),
              households(run({}), &HomeAccounts::on_remittances));
}

TEST(MetamorphicHome, courses_teach_adults_at_home_in_january_alone)
{
    int learnt = 0;
    follow({"home.courses.language=30 %"},
           [&](Persons const& before, Persons const& now, std::size_t row, Month month)
           {
               EXPECT_GE(now[row].language, before[row].language) << "nothing is forgotten";
               if (now[row].language == before[row].language) return;
               ++learnt;
               EXPECT_TRUE(month.is_january());
               EXPECT_TRUE(before.at_home(row));
               EXPECT_TRUE(departure_age.holds(before.age_in_months(row, month)));
           });
    EXPECT_GT(learnt, 100);
}

TEST(MetamorphicHome, a_person_is_helped_once_by_a_programme)
{
    int helped = 0;
    follow(joined({credit_on_return, {"home.repatriation.grant=200000 RUB"}}),
           [&](Persons const& before, Persons const& now, std::size_t row, Month)
           {
               EXPECT_EQ(before[row].helped_by & ~now[row].helped_by, 0) << "never forgotten";
               if (now[row].helped_by == before[row].helped_by) return;
               ++helped;
               EXPECT_TRUE(!before.at_home(row) && now.at_home(row));
           });
    EXPECT_GT(helped, 20);
}

namespace
{
/// Who left home and who came back in the first month, in which all worlds are still the same.
struct FirstMonth
{
    Persons now;
    std::vector<std::size_t> left;
    std::vector<std::size_t> returned;
};

FirstMonth first_month(Settings const& set)
{
    Scenario const scenario = world(set).scenario();
    Workers const workers(1);
    Simulation simulation(scenario, synthesize(scenario), 0, {workers, {}});
    Persons const before = simulation.population().persons;
    simulation.advance();
    FirstMonth month{.now = simulation.population().persons, .left = {}, .returned = {}};
    for (std::size_t row = 0; row < before.size(); ++row)
    {
        if (before.at_home(row) && !month.now.at_home(row)) month.left.push_back(row);
        if (!before.at_home(row) && month.now.at_home(row)) month.returned.push_back(row);
    }
    return month;
}
}  // namespace

// But for those whose household gives its purse to another member.
TEST(MetamorphicHome, who_leaves_in_peace_leaves_in_unrest)
{
    FirstMonth const peace = first_month({});
    FirstMonth const trouble = first_month(in_unrest);
    EXPECT_GT(peace.left.size(), 10U);
    EXPECT_GT(trouble.left.size(), peace.left.size());
    auto const another_left = [&](std::size_t row)
    {
        return std::ranges::any_of(
            trouble.left, [&](std::size_t other)
            { return other != row && peace.now[other].household == peace.now[row].household; });
    };
    for (std::size_t const row : peace.left)
        EXPECT_TRUE(!trouble.now.at_home(row) || another_left(row)) << row;
    EXPECT_TRUE(std::ranges::includes(peace.returned, trouble.returned));
    EXPECT_LT(trouble.returned.size(), peace.returned.size());
}

TEST(MetamorphicHome, who_returns_without_help_returns_with_it)
{
    Settings const help{"home.return_credit.amount=500000 RUB", "home.return_credit.easy=100 %"};
    FirstMonth const alone = first_month({});
    FirstMonth const helped = first_month(help);
    EXPECT_TRUE(std::ranges::includes(helped.returned, alone.returned));
    EXPECT_GT(helped.returned.size(), alone.returned.size());
}

TEST(MetamorphicHome, a_loan_without_easy_terms_moves_accounts_and_nobody)
{
    Settings const hard = joined({credit_on_return, {"home.return_credit.easy=0 %"}});
    EXPECT_EQ(first_month(hard).returned, first_month({}).returned);
    Tally const month = run(hard).months.front();
    EXPECT_GT(month.total(Flow::return_loans), 0);
    EXPECT_EQ(month.total(Flow::return_transfers), 0);
}
}  // namespace kochmon
