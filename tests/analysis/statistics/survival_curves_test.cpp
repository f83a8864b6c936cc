// SPDX-License-Identifier: MIT
#include <array>
#include <cmath>

#include <gtest/gtest.h>

#include "analysis/statistics/aalen_johansen.hpp"
#include "analysis/statistics/kaplan_meier.hpp"
#include "analysis/statistics/state_shares.hpp"

namespace kochmon
{
namespace
{
/// Ties, a censoring at the time of events, and a unit that comes late.
RiskCounts six_units()
{
    RiskCounts counts(2);
    counts.add(0, 1, 0);
    counts.add(0, 1, 1);
    counts.add(0, 1, std::nullopt);
    counts.add(0, 3, 0);
    counts.add(0, 3, std::nullopt);
    counts.add(2, 3, 1);
    return counts;
}

TEST(RiskCounts, count_late_entries_and_take_events_before_censoring)
{
    RiskCounts const counts = six_units();
    EXPECT_EQ(counts.at_risk(), (std::vector<std::int64_t>{5, 5, 3, 3}));
    EXPECT_EQ(counts.units(), 6);
    EXPECT_EQ(counts.events(1, 3), 1);
    EXPECT_EQ(counts.censored(1), 1);
    EXPECT_EQ(RiskCounts(3).times(), 0U);
}

// By hand: 4/5 after one of five at time 1, times 2/3 after one of three at time 3. Greenwood:
// 1/(5 4) + 1/(3 2).
TEST(KaplanMeier, is_the_product_over_times_with_the_error_of_greenwood)
{
    std::vector<ShareAtTime> const curve = kaplan_meier(six_units(), 0);
    ASSERT_EQ(curve.size(), 4U);
    EXPECT_DOUBLE_EQ(curve[0].value, 1.0);
    EXPECT_DOUBLE_EQ(curve[0].standard_error, 0.0);
    EXPECT_DOUBLE_EQ(curve[1].value, 0.8);
    EXPECT_DOUBLE_EQ(curve[2].value, 0.8);
    EXPECT_DOUBLE_EQ(curve[3].value, 8.0 / 15.0);
    EXPECT_DOUBLE_EQ(curve[3].standard_error, 8.0 / 15.0 * std::sqrt(1.0 / 20.0 + 1.0 / 6.0));
}

TEST(KaplanMeier, goes_on_level_where_nobody_is_at_risk_and_ends_at_0_where_all_met_it)
{
    RiskCounts counts(1);
    counts.add(0, 0, std::nullopt);
    counts.add(0, 0, 0);
    counts.add(2, 2, 0);
    std::vector<ShareAtTime> const curve = kaplan_meier(counts, 0);
    EXPECT_EQ(counts.at_risk()[1], 0);
    EXPECT_DOUBLE_EQ(curve[1].value, 0.5);
    EXPECT_DOUBLE_EQ(curve[1].standard_error, curve[0].standard_error);
    EXPECT_DOUBLE_EQ(curve[2].value, 0.0);
    EXPECT_DOUBLE_EQ(curve[2].standard_error, 0.0);
    EXPECT_TRUE(kaplan_meier(RiskCounts(1), 0).empty());
}

// By hand: at time 1 a fifth each, at time 3 a third each of the 0.6 that wait.
TEST(AalenJohansen, adds_to_each_cause_its_part_of_those_who_wait)
{
    CompetingRisks const risks = aalen_johansen(six_units());
    EXPECT_DOUBLE_EQ(risks.waiting[1].value, 0.6);
    EXPECT_DOUBLE_EQ(risks.waiting[3].value, 0.2);
    for (std::size_t const cause : {0U, 1U})
    {
        EXPECT_DOUBLE_EQ(risks.incidence[cause][0].value, 0.0);
        EXPECT_DOUBLE_EQ(risks.incidence[cause][1].value, 0.2);
        EXPECT_DOUBLE_EQ(risks.incidence[cause][2].value, 0.2);
        EXPECT_DOUBLE_EQ(risks.incidence[cause][3].value, 0.4);
    }
    // Multinomial among five: 0.2 0.8 / 5 and 0.6 0.4 / 5.
    EXPECT_DOUBLE_EQ(risks.incidence[0][1].standard_error, std::sqrt(0.032));
    EXPECT_DOUBLE_EQ(risks.waiting[1].standard_error, std::sqrt(0.048));
    // After time 3, of three, q = 1/3 each: 0.032 + 0.048/9 - 2 0.024/3 + 0.36 (2/9) / 3.
    EXPECT_NEAR(risks.incidence[0][3].standard_error,
                std::sqrt(0.032 + 0.048 / 9.0 - 0.016 + 0.08 / 3.0), 1e-15);
}

// Where all are seen to the end an incidence is a plain share of those who began.
TEST(AalenJohansen, is_the_share_with_the_binomial_error_where_nobody_is_censored)
{
    RiskCounts counts(3);
    std::array<std::size_t, 10> const ends = {0, 1, 1, 2, 2, 2, 4, 5, 7, 7};
    for (std::size_t at = 0; at < 10; ++at) counts.add(0, ends[at], at % 3);
    CompetingRisks const risks = aalen_johansen(counts);
    ShareAtTime const last = risks.incidence[0].back();  // four of ten
    EXPECT_NEAR(last.value, 0.4, 1e-15);
    EXPECT_NEAR(last.standard_error, std::sqrt(0.4 * 0.6 / 10.0), 1e-15);
    EXPECT_NEAR(risks.incidence[1][2].standard_error, std::sqrt(0.2 * 0.8 / 10.0), 1e-15);
    EXPECT_NEAR(risks.waiting[2].standard_error, std::sqrt(0.4 * 0.6 / 10.0), 1e-15);
}

TEST(AalenJohansen, adds_up_to_1_at_every_time)
{
    RiskCounts counts(4);
    for (std::size_t unit = 0; unit < 500; ++unit)
    {
        std::size_t const first = unit % 7;
        std::size_t const last = first + (unit * unit) % 41;
        counts.add(first, last, unit % 5 == 4 ? std::nullopt : std::optional(unit % 5));
    }
    CompetingRisks const risks = aalen_johansen(counts);
    for (std::size_t time = 0; time < counts.times(); ++time)
    {
        double sum = risks.waiting[time].value;
        for (auto const& incidence : risks.incidence) sum += incidence[time].value;
        EXPECT_NEAR(sum, 1.0, 1e-14) << time;
    }
}

// By hand: of four in state 0 one moves, then of two that are still seen there one moves; from
// state 1, in which nobody is seen, nobody moves.
TEST(StateShares, are_those_of_the_start_times_the_moves_of_each_time)
{
    StateMoves moves(2);
    moves.start = {4, 0};
    for (int unit = 0; unit < 3; ++unit) moves.add(0, 0, 0);
    moves.add(0, 0, 1);
    moves.add(1, 0, 0);
    moves.add(1, 0, 1);
    auto const shares = state_shares(moves);
    ASSERT_EQ(shares.size(), 3U);
    EXPECT_EQ(shares[0], (std::vector<double>{1.0, 0.0}));
    EXPECT_EQ(shares[1], (std::vector<double>{0.75, 0.25}));
    EXPECT_EQ(shares[2], (std::vector<double>{0.375, 0.625}));
    EXPECT_TRUE(state_shares(StateMoves(2)).empty());
}
}  // namespace
}  // namespace kochmon
