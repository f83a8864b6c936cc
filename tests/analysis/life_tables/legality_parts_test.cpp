// SPDX-License-Identifier: MIT
#include "analysis/life_tables/legality_parts.hpp"

#include <gtest/gtest.h>

#include "engine/error.hpp"

#include "tests/analysis/life_tables/lives_by_hand.hpp"
#include "tests/corridors/kyrgyzstan.hpp"

namespace kochmon
{
namespace
{
using namespace tests;
using Scope = LegalityCounts::Scope;

LifeStatus in_place(LifeStatus status, Place place)
{
    status.place = place;
    return status;
}

RatePeriod period(std::string const& text)
{
    return RatePeriod::parse(text).value();
}

TEST(RatePeriod, is_a_month_or_a_year)
{
    EXPECT_EQ(period("2010").from, Month::of(2010, 1));
    EXPECT_EQ(period("2010").until, Month::of(2011, 1));
    EXPECT_EQ(period("2010-06").until, Month::of(2010, 7));
    for (char const* const text : {"", "10", "2010-13", "2010-", "twenty"})
        EXPECT_EQ(RatePeriod::parse(text), std::nullopt) << text;
}

bool operator==(RateCounts const& a, RateCounts const& b)
{
    return a.all == b.all && a.with == b.with;
}

TEST(LegalityCounts, count_foreign_workers_and_who_may_work)
{
    LegalityCounts counts;
    counts.observe(life_of_parts({{2, with_work_right(WorkRight::permit)},
                                  {1, working_without_right()},
                                  {1, in_presence(Presence::custody)},
                                  {2, with_work_right(WorkRight::citizen)}},
                                 14));
    counts.observe(life_of_parts({{6, in_place(searching(), destinations::kazakhstan)}}, 3));
    PanelLife child = life_of_parts({{6, searching()}}, 3);
    child.birth = first_month - 14 * 12;
    counts.observe(child);
    LifeGroup const men{LifeGrouping::sex, static_cast<int>(Sex::male)};
    EXPECT_TRUE(counts.of(Scope::everywhere, men, period("2010")) == (RateCounts{9, 2}));
    EXPECT_TRUE(counts.of(Scope::main, men, period("2010")) == (RateCounts{3, 2}));
    EXPECT_TRUE(counts.of(Scope::main, men, period("2010-03")) == (RateCounts{1, 0}));
    LifeGroup const second_year = years_abroad_group(14);
    EXPECT_EQ(second_year.name(*kyrgyz_corridor()), "1");
    EXPECT_TRUE(counts.of(Scope::everywhere, second_year, period("2010")) == (RateCounts{3, 2}));
}

TEST(UsualChanges, are_from_year_to_year_and_from_the_first_to_the_last)
{
    LegalityCounts counts;
    EXPECT_TRUE(usual_changes(counts).empty());
    counts.observe(life_of_parts({{36, home_status()}}));
    auto const changes = usual_changes(counts);
    ASSERT_EQ(changes.size(), 3U);
    EXPECT_EQ(changes[1].before.text, "2011");
    EXPECT_EQ(changes[1].after.text, "2012");
    EXPECT_EQ(changes[2].before.text, "2010");
    EXPECT_EQ(changes[2].after.text, "2012");
    LegalityCounts of_a_year;
    of_a_year.observe(life_of_parts({{7, home_status()}}));
    ASSERT_EQ(usual_changes(of_a_year).size(), 1U);
    EXPECT_EQ(usual_changes(of_a_year).front().after.text, "2010-07");
    LegalityCounts of_a_month;
    of_a_month.observe(life_of_parts({{1, home_status()}}));
    EXPECT_TRUE(usual_changes(of_a_month).empty());
}

TEST(DemandReported, refuses_what_was_not_run)
{
    LegalityCounts counts;
    counts.observe(life_of_parts({{30, home_status()}}));
    EXPECT_NO_THROW(demand_reported({period("2010-01"), period("2012")}, counts));
    EXPECT_THROW(demand_reported({period("2009"), period("2012")}, counts), UsageError);
    EXPECT_THROW(demand_reported({period("2010"), period("2012-07")}, counts), UsageError);
}
}  // namespace
}  // namespace kochmon
