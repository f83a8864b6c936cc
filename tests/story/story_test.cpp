// SPDX-License-Identifier: MIT
#include <cmath>

#include <gtest/gtest.h>

#include "tests/agents/world_of_tests.hpp"
#include "tests/corridors/kyrgyz_tally.hpp"
#include "tests/story/settings.hpp"

// What a researcher can predict of the whole chain, without knowing the code.
namespace kochmon
{
namespace
{
using settings::with;
using tests::everywhere;
using tests::TestWorld;

// Arrivals of the first 12 reported months, and who of them held a permit within 3 months.
struct ArrivalCohort
{
    int arrivals = 0;
    int with_permit = 0;
    double share() const { return static_cast<double>(with_permit) / arrivals; }
};

enum class HouseholdCash
{
    as_it_is,
    doubled
};

bool holds_permit(Persons const& persons, std::size_t row)
{
    return persons[row].work_right == WorkRight::permit;
}

ArrivalCohort cohort_of(Scenario const& scenario, HouseholdCash cash)
{
    Workers const workers(2);
    Simulation simulation(scenario, synthesize(scenario), 0, {workers, {}});
    Month const first = scenario.settings().first_reported();
    while (simulation.month() < first) simulation.advance();
    if (cash == HouseholdCash::doubled)
    {
        Society const& society = simulation.society();
        simulation.intervene(
            [&](Households& households)
            {
                for (std::size_t household = 0; household < households.size(); ++household)
                    households.cash[household] += settled(households, household, society.savings,
                                                          society.parameters.liquidity)
                                                      .cash.count();
            });
    }
    ArrivalCohort cohort;
    Persons const& persons = simulation.population().persons;
    std::vector<std::uint8_t> counted(persons.size(), 0);
    while (!simulation.ended())
    {
        Month const now = simulation.month();
        simulation.advance();
        for (std::size_t row = 0; row < persons.size(); ++row)
        {
            if (!persons.abroad(row)) continue;
            Month const arrival(persons[row].arrival);
            if (arrival < first || arrival >= first + 12) continue;
            if (now == arrival)
            {
                ++cohort.arrivals;
                counted[row] = 0;
            }
            if (now - arrival > 3 || counted[row] != 0 || !holds_permit(persons, row)) continue;
            counted[row] = 1;
            ++cohort.with_permit;
        }
    }
    return cohort;
}
}  // namespace

TEST(Story, more_household_cash_means_more_permits_among_the_next_arrivals)
{
    Scenario const scenario =
        TestWorld{.persons = "200000", .months = 15, .warm_up = "12 months"}.scenario();
    ArrivalCohort const before = cohort_of(scenario, HouseholdCash::as_it_is);
    ArrivalCohort const doubled = cohort_of(scenario, HouseholdCash::doubled);
    EXPECT_GT(before.arrivals, 1000);
    EXPECT_GT(doubled.share(), before.share())
        << before.with_permit << "/" << before.arrivals << " before, " << doubled.with_permit << "/"
        << doubled.arrivals << " with doubled cash";
    RecordProperty("share_before", std::to_string(before.share()));
    RecordProperty("share_doubled", std::to_string(doubled.share()));
    std::printf("permit within 3 months of arrival: %.4f of %d, with doubled cash %.4f of %d\n",
                before.share(), before.arrivals, doubled.share(), doubled.arrivals);
}

TEST(Story, without_capacity_for_checks_nobody_is_removed)
{
    std::vector<std::string> set = everywhere("destinations", "checks.capacity=0");
    set.emplace_back("jurisdictions.russia.criminal.database_check=0 %/month");
    auto const sums = tests::run(TestWorld{.set = set}.scenario());
    EXPECT_EQ(sums.flow(Count::checks), 0);
    EXPECT_EQ(sums.flow(Count::fines), 0);
    EXPECT_EQ(sums.flow(Count::deportations) + sums.flow(Count::expulsions), 0);
    auto const usual = tests::run(TestWorld{}.scenario());
    EXPECT_GT(usual.flow(Count::deportations), 0) << "the test must be able to fail";
    EXPECT_GT(usual.flow(Count::expulsions), 0);
}

TEST(Story, a_ban_of_no_length_leaves_the_ban_list_empty)
{
    std::vector<std::string> set =
        with(everywhere("jurisdictions", "sanctions.deportation_ban=0 months"),
             everywhere("jurisdictions", "sanctions.expulsion_ban=0 months"));
    set.emplace_back("jurisdictions.russia.exit_ban.chance=0 %");
    set.emplace_back("jurisdictions.russia.repeat_ban.chance=0 %");
    set.emplace_back("jurisdictions.russia.criminal.database_check=0 %/month");
    auto const sums = tests::run(TestWorld{.set = set}.scenario());
    EXPECT_GT(sums.flow(Count::deportations), 0);
    for (Tally const& month : sums.months) EXPECT_EQ(month.total(Count::banned), 0);
}

TEST(Story, the_ban_list_grows_by_bans_and_shrinks_when_they_end)
{
    // Without expulsion, bans hold 12 months: the list is the deportations of the last 12 months,
    // unless a person is deported twice, which the ban itself rules out, or dies.
    std::vector<std::string> set = everywhere("jurisdictions", "sanctions.expulsion_share=0 %");
    set.emplace_back("population.mortality=0");
    set.emplace_back("jurisdictions.russia.exit_ban.chance=0 %");
    set.emplace_back("jurisdictions.russia.repeat_ban.chance=0 %");
    set.emplace_back("jurisdictions.russia.criminal.database_check=0 %/month");
    auto const sums = tests::run(TestWorld{.months = 30, .set = set}.scenario());
    for (std::size_t month = 0; month < sums.months.size(); ++month)
    {
        std::int64_t recent = 0;
        for (std::size_t back = 0; back < 12 && back <= month; ++back)
            recent += sums.months[month - back].total(Count::deportations);
        ASSERT_EQ(sums.months[month].total(Count::banned), recent) << month;
    }
}

TEST(Story, without_a_wage_gap_nobody_leaves_for_work)
{
    // Everybody's income here is 4,000 RUB a month times the wage factor, and so are actual and
    // believed wages everywhere, in every sector and whatever was learnt: even if life abroad cost
    // nothing and a hurdle stood no higher than rounding asks for, the chance of work leaves no
    // gain: it is below 1, and 1 for who is placed, whose pay is that of home.
    std::vector<std::string> set{"home.income_without_wage_job=1",
                                 "rules.work.regular_premium=0",
                                 "rules.departure.first_trip_hurdle=1.000001",
                                 "rules.departure.later_trip_hurdle=1.000001",
                                 "home.income_elasticity=0",
                                 "rules.joining.family=0 %/year",
                                 "rules.joining.study=0 %/year"};
    for (std::string const none :
         {"rules.pay.russian_premium", "rules.pay.contract_premium", "markets.wage_elasticity"})
        set.push_back(none + "=0");
    for (std::string const& sector : sector_names)
    {
        set.push_back("rules.pay.profession_premium." + sector + "=0");
        set.push_back("markets.sectors." + sector + ".wage=1");
    }
    for (std::string const& region : kyrgyz_corridor()->region_names())
        set.emplace_back("regions." + region + ".wage=4000 RUB/month");
    for (char const* const cost :
         {"first_bed=0 RUB/month", "lodging=0 RUB/month", "food=0 RUB/month", "fare=0 RUB"})
        set = with(set, everywhere("destinations", cost));
    set =
        with(set, with(settings::all_permits("fee=0 RUB"), settings::all_permits("papers=0 RUB")));
    auto const sums = tests::run(
        TestWorld{.set = with(set, everywhere("destinations", "wage=4000 RUB/month"))}.scenario());
    EXPECT_EQ(sums.flow(Count::departures), 0);
    EXPECT_GT(sums.flow(Count::considered_leaving), 0);

    auto const gap = tests::run(
        TestWorld{.set = with(set, everywhere("destinations", "wage=12000 RUB/month"))}.scenario());
    EXPECT_GT(gap.flow(Count::departures), 0) << "the wage gap alone brings departures back";
}

TEST(Story, who_has_no_means_within_reach_does_not_leave)
{
    auto const sums = tests::run(
        TestWorld{.set = {"rules.liquidity.credit=0 RUB", "rules.liquidity.purse_share=0 %"}}
            .scenario());
    EXPECT_EQ(sums.flow(Count::departures), 0);
}

TEST(Story, nobody_considers_leaving_without_attention_or_event)
{
    auto const sums =
        tests::run(TestWorld{.set = {"rules.attention.at_home=0 %/month"}}.scenario());
    EXPECT_EQ(sums.flow(Count::considered_leaving), 0);
}

TEST(Story, a_permit_that_costs_more_than_anybody_has_is_not_bought)
{
    std::vector<std::string> set = settings::all_permits("fee=5000000 RUB");
    set.emplace_back("jurisdictions.russia.intermediaries.price=5000000 RUB");
    auto const sums = tests::run(TestWorld{.months = 30, .set = set}.scenario());
    EXPECT_EQ(sums.flow(Count::permits_bought), 0);
    EXPECT_EQ(sums.months.back().total(Count::permit_holders), 0) << "old permits have ended";
}

TEST(Story, without_permits_everybody_who_works_is_irregular)
{
    std::vector<std::string> set = settings::all_permits("fee=5000000 RUB");
    set.emplace_back("jurisdictions.russia.intermediaries.price=5000000 RUB");
    auto const sums = tests::run(TestWorld{.months = 30, .set = set}.scenario());
    // The last permits ended in the 12th month: from then on nobody at work is regular, and nobody
    // whose first three months are over.
    for (std::size_t month = 12; month < sums.months.size(); ++month)
        EXPECT_EQ(sums.months[month].total(Count::permit_holders), 0);
    Tally const& last = sums.months.back();
    std::int64_t const within = last.total(Count::foreign_workers) - last.total(Count::overstayed);
    EXPECT_LT(last.total(Count::regular_workers), within);
}

TEST(Story, a_closed_jurisdiction_receives_nobody_but_its_citizens)
{
    std::vector<std::string> const closed{"jurisdictions.russia.entry=state_quota"};
    EXPECT_GT(tests::run(TestWorld{.set = closed}.scenario()).flow(Count::departures), 0);
    std::vector<std::string> const no_citizens =
        settings::with({closed.front(), "start.naturalized=0 persons"}, settings::no_citizenship());
    auto const sums = tests::run(TestWorld{.set = no_citizens}.scenario());
    for (Tally const& month : sums.months)
        for (Region const region : kyrgyz_corridor()->regions())
            for (Sex const sex : {Sex::female, Sex::male})
                ASSERT_EQ(
                    month.at(Count::departures, kyrgyz_cell(region, destinations::moscow, sex)), 0);
}

TEST(Story, without_remittances_no_money_is_sent)
{
    auto const sums = tests::run(TestWorld{.set = {"rules.remittance.of_pay=0 %"}}.scenario());
    for (Tally const& month : sums.months) EXPECT_EQ(month.total(Flow::remittances), 0);
}

TEST(Story, forty_years_keep_every_amount_within_its_range)
{
    auto const sums = tests::run(TestWorld{.persons = "5000", .months = 480}.scenario());
    EXPECT_EQ(sums.months.size(), 480U);
    EXPECT_GT(sums.months.back().total(Flow::better_living), 0);
}

TEST(Story, jobs_that_are_never_lost_keep_their_holders)
{
    auto const sums = tests::run(TestWorld{.set = {"rules.work.loss=0 %/month"}}.scenario());
    EXPECT_EQ(sums.flow(Count::jobs_lost), 0);
}
}  // namespace kochmon
