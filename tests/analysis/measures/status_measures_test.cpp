// SPDX-License-Identifier: MIT
#include <algorithm>

#include <gtest/gtest.h>

#include "analysis/measures/measure.hpp"

#include "tests/agents/world_of_tests.hpp"
#include "tests/analysis/measures/measure_named.hpp"
#include "tests/corridors/kyrgyz_tally.hpp"

// What happens is told by the status in which it happens: two years in which people return, are
// removed, go to prison, are turned back and exploited.
namespace kochmon
{
namespace
{
using tests::measure_named;

std::vector<Tally> const& eventful_months()
{
    static std::vector<Tally> const months =
        tests::run(
            tests::TestWorld{.persons = "10000",
                             .months = 24,
                             .set = {"law.checks.hazard=15 %/month",
                                     "jurisdictions.russia.criminal.database_check=5 %/month",
                                     "jurisdictions.russia.criminal.shortest_term=1 months",
                                     "jurisdictions.russia.criminal.longest_term=3 months",
                                     "jurisdictions.russia.exit_ban.chance=50 %",
                                     "jurisdictions.russia.exit_ban.turned_back=100 %",
                                     "jurisdictions.russia.sanctions.deportation_share=20 %",
                                     "jurisdictions.russia.intermediaries.forged=60 %",
                                     "jurisdictions.russia.forged_cards.price=0 RUB",
                                     "rules.status.crime_cost=0 RUB/month"}}
                .scenario())
            .months;
    return months;
}

std::vector<Measure> told_by_status()
{
    std::vector<Measure> told;
    for (Measure const& measure : measures())
        if (std::ranges::find(measure.breakdowns, Breakdown::presence) != measure.breakdowns.end())
            told.push_back(measure);
    return told;
}

std::int64_t sum(Measure const& measure, Tally const& tally, Breakdown by)
{
    std::int64_t sum = 0;
    for (Group const& group : groups(by, *kyrgyz_corridor()))
        sum += measure.amount(tally, group.selection);
    return sum;
}

std::int64_t over_all_months(std::string const& name, Selection const& selection)
{
    std::int64_t sum = 0;
    for (Tally const& month : eventful_months())
        sum += measure_named(name).amount(month, selection);
    return sum;
}
}  // namespace

TEST(MeasuresByStatus, add_up_to_the_total_in_every_month)
{
    ASSERT_GE(told_by_status().size(), 11U);
    for (Measure const& one : told_by_status())
        for (Tally const& month : eventful_months())
            for (Breakdown const by :
                 {Breakdown::presence, Breakdown::work_right, Breakdown::jurisdiction_presence,
                  Breakdown::jurisdiction_work_right})
                ASSERT_EQ(sum(one, month, by), one.amount(month, {}))
                    << one.name << " by " << name(by, *kyrgyz_corridor());
}

TEST(MeasuresByStatus, add_up_to_the_jurisdiction)
{
    for (Measure const& one : told_by_status())
        for (Tally const& month : eventful_months())
            for (Group const& where : groups(Breakdown::jurisdiction, *kyrgyz_corridor()))
            {
                std::int64_t by_presence = 0;
                for (Group const& group :
                     groups(Breakdown::jurisdiction_presence, *kyrgyz_corridor()))
                    if (group.name.starts_with(where.name + '+'))
                        by_presence += one.amount(month, group.selection);
                ASSERT_EQ(by_presence, one.amount(month, where.selection))
                    << one.name << " in " << where.name;
            }
}

TEST(MeasuresByStatus, every_measure_happens_in_the_months_looked_at)
{
    for (Measure const& one : told_by_status())
        EXPECT_GT(over_all_months(one.name, {}), 0) << one.name;
}

TEST(MeasuresByStatus, who_is_removed_was_overstayed_or_within_the_stay_or_in_prison)
{
    Selection const prison{.presence = Presence::prison};
    EXPECT_GT(over_all_months("removals", {.presence = Presence::overstayed}), 0);
    EXPECT_EQ(over_all_months("removals", {.presence = Presence::custody}), 0);
    EXPECT_EQ(over_all_months("removals", prison), over_all_months("released", {}));
    EXPECT_GT(over_all_months("released", {}), 0);
}

TEST(MeasuresByStatus, nobody_earns_or_returns_by_choice_in_prison_or_is_removed_as_a_citizen)
{
    EXPECT_EQ(over_all_months("wages", {.presence = Presence::prison}), 0);
    EXPECT_EQ(over_all_months("returns_by_choice", {.presence = Presence::prison}), 0);
    EXPECT_EQ(over_all_months("removals", {.work_right = WorkRight::citizen}), 0);
    EXPECT_GT(over_all_months("wages", {.work_right = WorkRight::citizen}), 0);
}

TEST(MeasuresByStatus, groups_of_place_and_status_are_named_together)
{
    auto const& by_place = groups(Breakdown::jurisdiction_presence, *kyrgyz_corridor());
    EXPECT_NE(std::ranges::find(by_place, "russia+overstayed", &Group::name), by_place.end());
    EXPECT_EQ(by_place.size(), 16U);
    EXPECT_EQ(groups(Breakdown::jurisdiction_work_right, *kyrgyz_corridor()).size(), 24U);
    EXPECT_EQ(name(Breakdown::jurisdiction_work_right, *kyrgyz_corridor()),
              "jurisdiction+work_right");
}

TEST(MeasuresByStatus, a_rate_is_over_the_months_in_that_status)
{
    Tally tally = kyrgyz_tally();
    Status const overstayed{.presence = Presence::overstayed};
    for (int month = 0; month < 8; ++month)
        tally.count_status(Count::months_abroad, jurisdictions::russia, overstayed);
    tally.count_status(Count::returns, jurisdictions::russia, overstayed);
    tally.count_status(Count::returns, jurisdictions::russia, overstayed);
    tally.count_status(Count::sent_back, jurisdictions::russia, overstayed);
    tally.flow_status(Flow::wages, jurisdictions::russia, overstayed, Kopecks(160'000));
    Selection const selection{.jurisdiction = jurisdictions::russia,
                              .presence = Presence::overstayed};
    EXPECT_EQ(value(measure_named("return_rate"), tally, 7.0, selection), 0.125);
    EXPECT_EQ(value(measure_named("mean_pay"), tally, 7.0, selection), 200.0);
    EXPECT_FALSE(value(measure_named("mean_pay"), tally, 7.0, {.presence = Presence::registered}));
}
}  // namespace kochmon
