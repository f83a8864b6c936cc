// SPDX-License-Identifier: MIT
#include "analysis/life_tables/standings.hpp"

#include <numeric>

#include <gtest/gtest.h>

#include "tests/analysis/life_tables/lives_by_hand.hpp"

namespace kochmon
{
namespace
{
using namespace tests;

PanelLife life_that_ends()
{
    return life_of_parts({{2, home_status(), LifeEvent::departure},
                          {1, searching(), LifeEvent::permit_begun},
                          {2, with_work_right(WorkRight::permit), LifeEvent::returned},
                          {1, home_status(), LifeEvent::death}});
}

TEST(StandingsOf, hold_a_standing_a_month_end_and_the_death)
{
    using enum LegalStanding;
    EXPECT_EQ(standings_of(life_that_ends()),
              (std::vector{home, home, without_right, permit, permit, home, dead}));
    EXPECT_EQ(standings_of(life_of_parts({{2, searching()}}, 5)),
              (std::vector{without_right, without_right}));
}

std::int64_t cell(StandingCounts const& counts, LifeGroup const& group, LegalStanding from,
                  LegalStanding to)
{
    return counts.moves().at(group)[index(from) * standing_count + index(to)];
}

TEST(StandingCounts, count_moves_between_month_ends_by_year_of_the_later)
{
    using enum LegalStanding;
    StandingCounts counts;
    counts.observe(life_that_ends());
    EXPECT_EQ(cell(counts, {}, home, home), 1);
    EXPECT_EQ(cell(counts, {}, home, without_right), 1);
    EXPECT_EQ(cell(counts, {}, permit, permit), 1);
    EXPECT_EQ(cell(counts, {}, home, dead), 1);
    counts.observe(life_of_parts({{14, home_status()}}));
    EXPECT_EQ(cell(counts, {LifeGrouping::year, 2010}, home, home), 12);
    EXPECT_EQ(cell(counts, {LifeGrouping::year, 2011}, home, home), 2);
}

// From the arrival: without right, twice with a permit, home, dead for good.
TEST(StandingCounts, follow_a_person_from_the_arrival_wherever_she_is)
{
    StandingCounts counts;
    counts.observe(life_that_ends());
    counts.observe(life_of_parts({{9, searching()}}, 5));  // not seen from the arrival
    auto const shares = state_shares(counts.after_arrival().at({}));
    ASSERT_EQ(shares.size(), 5U);
    std::vector<double> const months = expected_months(shares);
    EXPECT_DOUBLE_EQ(months[index(LegalStanding::permit)], 2.0);
    EXPECT_DOUBLE_EQ(months[index(LegalStanding::home)], 1.0);
    EXPECT_DOUBLE_EQ(months[index(LegalStanding::dead)], 1.0);
    EXPECT_DOUBLE_EQ(std::accumulate(months.begin(), months.end(), 0.0), 5.0);
}

TEST(StandingCounts, look_at_ten_years_at_most)
{
    StandingCounts counts;
    counts.observe(life_of_parts({{1, home_status()}, {200, searching()}}));
    EXPECT_EQ(state_shares(counts.after_arrival().at({})).size(), months_after_arrival);
}
}  // namespace
}  // namespace kochmon
