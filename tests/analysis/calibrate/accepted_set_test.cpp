// SPDX-License-Identifier: MIT
#include "analysis/calibrate/accepted_set.hpp"

#include <cmath>
#include <limits>

#include <gtest/gtest.h>

#include "analysis/statistics/spread.hpp"

#include "tests/analysis/calibrate/simulator.hpp"

namespace kochmon
{
namespace
{
std::vector<TargetAim> const both_aims = {{"a", 0.5, 0.1, 0.0}, {"b", 0.5, 0.1, 0.0}};

Evaluation run_at(double a, double b, double error = 0.0)
{
    return {.point = {a, b}, .measured = {{a, error}, {b, error}}};
}

// By hand: |0.85 - 0.5| / 0.1 = 3.5; with a standard error of 0.1, 2.5.
TEST(JudgedRun, is_accepted_by_its_own_standard_error)
{
    JudgedRun const missed = judged(both_aims, run_at(0.5, 0.85), 3.0);
    EXPECT_FALSE(missed.is_accepted());
    EXPECT_EQ(missed.missed, std::vector<std::size_t>{1});
    EXPECT_NEAR(missed.largest_implausibility, 3.5, 1e-12);
    EXPECT_NEAR(missed.misfit, 12.25, 1e-12);
    EXPECT_TRUE(judged(both_aims, run_at(0.5, 0.85, 0.1), 3.0).is_accepted());
    EXPECT_TRUE(judged(both_aims, run_at(0.5, 0.85), 4.0).is_accepted());
}

TEST(JudgedRun, without_a_value_is_missed)
{
    Evaluation run = run_at(0.5, 0.5);
    run.measured[0].mean = std::numeric_limits<double>::quiet_NaN();
    JudgedRun const missed = judged(both_aims, run, 3.0);
    EXPECT_EQ(missed.missed, std::vector<std::size_t>{0});
    EXPECT_TRUE(std::isinf(missed.largest_implausibility));
}

TEST(AcceptedSet, is_spread_and_holds_the_best_and_the_ends)
{
    std::vector<Evaluation> runs;
    for (UnitPoint const& x : SobolSequence(2).take(400)) runs.push_back(run_at(x[0], x[1]));
    std::vector<UnitPoint> accepted;
    for (Evaluation const& run : runs)
        if (judged(both_aims, run, 3.0).is_accepted()) accepted.push_back(run.point);
    AcceptedSet const set = accepted_set(both_aims, runs, 3.0, 20);
    EXPECT_EQ(set.accepted, accepted.size());
    EXPECT_NEAR(static_cast<double>(set.accepted), 400 * 0.36, 8.0);
    ASSERT_EQ(set.runs.size(), 20U);
    EXPECT_EQ(set.runs[0].run.point, (UnitPoint{0.5, 0.5}));
    std::vector<UnitPoint> points;
    for (JudgedRun const& run : set.runs)
    {
        EXPECT_TRUE(run.is_accepted());
        points.push_back(run.run.point);
    }
    EXPECT_EQ(box_of(points).low, box_of(accepted).low);
    EXPECT_EQ(box_of(points).high, box_of(accepted).high);
    // Twenty in a square of 0.6: a lattice of them would be 0.13 apart; the ends may be near.
    int near = 0;
    for (std::size_t k = 0; k < 20; ++k)
        for (std::size_t i = 0; i < k; ++i)
            near += squared_distance(points[i], points[k]) < 0.01 ? 1 : 0;
    EXPECT_LE(near, 4);
}

TEST(AcceptedSet, counts_a_cluster_once)
{
    std::vector<Evaluation> runs = {run_at(0.3, 0.5), run_at(0.7, 0.5)};
    for (int k = 0; k < 30; ++k) runs.push_back(run_at(0.5 + 1e-4 * k, 0.5));
    AcceptedSet const set = accepted_set(both_aims, runs, 3.0, 50);
    EXPECT_EQ(set.accepted, 32U);
    EXPECT_EQ(set.runs.size(), 3U);
}

TEST(AcceptedSet, without_any_accepted_tells_the_best_and_what_they_miss)
{
    std::vector<Evaluation> const runs = {run_at(0.5, 0.9), run_at(0.0, 0.0), run_at(0.84, 0.5)};
    AcceptedSet const set = accepted_set(both_aims, runs, 3.0, 2);
    EXPECT_TRUE(set.is_empty());
    ASSERT_EQ(set.runs.size(), 2U);
    EXPECT_EQ(set.runs[0].run.point, (UnitPoint{0.84, 0.5}));
    EXPECT_EQ(set.runs[0].missed, std::vector<std::size_t>{0});
    EXPECT_EQ(set.runs[1].missed, std::vector<std::size_t>{1});
    EXPECT_TRUE(accepted_set(both_aims, {}, 3.0, 2).runs.empty());
}

TEST(PointsAround, are_near_the_accepted_and_not_ruled_out)
{
    SpaceLeft space(SobolSequence(2), {});
    space.narrow({both_aims, runs_of({coordinate(0), coordinate(1)}, 2, 30), 3.0});
    std::vector<Evaluation> const runs = {run_at(0.25, 0.5), run_at(0.3, 0.5)};
    AcceptedSet const set = accepted_set(both_aims, runs, 3.0, 10);
    std::vector<UnitPoint> const points = points_around(set, space, runs, 12);
    ASSERT_EQ(points.size(), 12U);
    for (UnitPoint const& point : points)
    {
        EXPECT_FALSE(space.is_ruled_out(point));
        EXPECT_LT(squared_distance(point, {0.3, 0.5}), 0.36 * 0.36);
        EXPECT_GT(squared_distance(point, {0.3, 0.5}), 1e-4);
    }
    EXPECT_EQ(points, points_around(set, space, runs, 12));
}

TEST(PointsAround, are_found_where_emulators_leave_nothing)
{
    SpaceLeft space(SobolSequence(2), {});
    std::vector<TargetAim> const far = {{"a", 9.0, 0.1, 0.0}};
    space.narrow({far, runs_of({coordinate(0)}, 2, 30), 3.0});
    ASSERT_TRUE(space.points().empty());
    std::vector<Evaluation> const runs = {run_at(0.5, 0.5)};
    EXPECT_EQ(points_around(accepted_set(both_aims, runs, 3.0, 10), space, runs, 7).size(), 7U);
}
}  // namespace
}  // namespace kochmon
