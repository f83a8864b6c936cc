// SPDX-License-Identifier: MIT
#include "analysis/calibrate/history_matching.hpp"

#include <cmath>

#include <gtest/gtest.h>

#include "tests/analysis/calibrate/no_value.hpp"
#include "tests/analysis/calibrate/simulator.hpp"

namespace kochmon
{
namespace
{
using tests::nan;

double hump(UnitPoint const& x)
{
    return std::exp(-8.0 * (x[0] - 0.3) * (x[0] - 0.3)) + 0.3 * x[1];
}

CalibrationProblem plane_of(std::vector<TargetAim> targets)
{
    return {.parameters = {{"a", 0.0, 1.0}, {"b", 0.0, 1.0}}, .targets = std::move(targets)};
}

WaveSettings const few_waves = {.waves = 4, .points = 30, .space = {.sample = 1024}};

TEST(HistoryMatching, narrows_wave_by_wave_and_keeps_what_meets_the_targets)
{
    Evaluations runs(evaluation_of({hump, coordinate(1)}), {}, 0);
    HistoryMatch const match = match_history(
        plane_of({{"hump", 1.15, 0.005, 0.0}, {"b", 0.5, 0.02, 0.0}}), few_waves, runs);
    ASSERT_GE(match.waves.size(), 2U);
    EXPECT_LT(match.waves.back().share_left, match.waves.front().share_left / 2.0);
    EXPECT_GT(match.waves.back().targets[0].left_out_r2, match.waves[0].targets[0].left_out_r2);
    EXPECT_FALSE(match.space.is_ruled_out({0.3, 0.5}));
    EXPECT_TRUE(match.space.is_ruled_out({0.9, 0.5}));
    // What is ruled out by a target alone, at least one of them rules out together.
    for (WaveReport const& wave : match.waves)
    {
        double const most = std::max(wave.targets[0].ruled_out, wave.targets[1].ruled_out);
        EXPECT_LE(wave.kept, 1.0 - most + 1e-9);
        EXPECT_GE(wave.kept_but_for_one, wave.kept);
    }
    // Points of later waves are spread over what the earlier ones left.
    for (Evaluation const& run : runs.all())
    {
        if (run.wave < 3) continue;
        EXPECT_NEAR(run.point[1], 0.5, 0.07);
    }
}

TEST(HistoryMatching, begins_with_the_sequence_and_runs_as_many_points_as_asked)
{
    Evaluations runs(evaluation_of({coordinate(0)}), {}, 0);
    WaveSettings settings = few_waves;
    settings.skip = 8;
    settings.waves = 1;
    HistoryMatch const match = match_history(plane_of({{"a", 0.5, 0.1, 0.0}}), settings, runs);
    EXPECT_EQ(match.ending, Ending::waves_used_up);
    ASSERT_EQ(runs.all().size(), 30U);
    EXPECT_EQ(runs.all()[0].point, SobolSequence(2, 8).next());
    EXPECT_EQ(match.waves[0].run, 30U);
    EXPECT_NEAR(match.waves[0].targets[0].ruled_out, 0.4, 0.01);
    EXPECT_NEAR(match.waves[0].share_left, 0.6, 0.01);
}

// By hand: each of two leaves 0.6.
TEST(HistoryMatching, tells_what_is_left_where_one_target_may_be_missed)
{
    Evaluations runs(evaluation_of({coordinate(0), coordinate(1)}), {}, 0);
    WaveSettings settings = few_waves;
    settings.waves = 1;
    WaveReport const wave =
        match_history(plane_of({{"a", 0.5, 0.1, 0.0}, {"b", 0.5, 0.1, 0.0}}), settings, runs)
            .waves[0];
    EXPECT_NEAR(wave.kept, 0.36, 0.01);
    EXPECT_NEAR(wave.kept_but_for_one, 0.84, 0.01);
}

TEST(HistoryMatching, ends_when_the_space_hardly_shrinks)
{
    Evaluations runs(evaluation_of({coordinate(0)}), {}, 0);
    HistoryMatch const match = match_history(plane_of({{"a", 0.5, 0.1, 0.0}}), few_waves, runs);
    EXPECT_EQ(match.ending, Ending::hardly_shrinks);
    EXPECT_EQ(match.waves.size(), 2U);
}

TEST(HistoryMatching, tells_which_targets_contradict_each_other)
{
    Evaluations runs(evaluation_of({hump, coordinate(1), coordinate(1)}), {}, 0);
    HistoryMatch const match = match_history(
        plane_of({{"hump", 1.0, 0.1, 0.0}, {"low", 0.1, 0.03, 0.0}, {"high", 0.9, 0.03, 0.0}}),
        few_waves, runs);
    EXPECT_EQ(match.ending, Ending::nothing_left);
    ASSERT_TRUE(match.contradiction && match.contradiction->conflict);
    EXPECT_EQ(match.contradiction->conflict->first, 1U);
    EXPECT_EQ(match.contradiction->conflict->second, 2U);
}

TEST(HistoryMatching, survives_runs_without_a_value)
{
    auto const seldom = [](UnitPoint const& x) { return x[0] > 0.8 ? nan : x[0]; };
    Evaluations runs(evaluation_of({seldom, [](UnitPoint const&) { return nan; }}), {}, 0);
    HistoryMatch const match =
        match_history(plane_of({{"a", 0.5, 0.02, 0.0}, {"never", 0.5, 0.1, 0.0}}), few_waves, runs);
    EXPECT_GT(match.waves[0].targets[0].missing, 3U);
    EXPECT_EQ(match.waves[0].targets[1].missing, 30U);
    EXPECT_FALSE(match.waves[0].targets[1].form.has_value());
    EXPECT_NEAR(match.space.share(), 0.12, 0.02);
}

TEST(HistoryMatching, heeds_a_stop_between_batches)
{
    int asked = 0;
    Evaluations runs(
        evaluation_of({hump}), [&] { return ++asked > 4; }, 10);
    HistoryMatch const match = match_history(plane_of({{"hump", 1.0, 0.01, 0.0}}), few_waves, runs);
    EXPECT_EQ(match.ending, Ending::stopped);
    EXPECT_EQ(match.waves.size(), 1U);  // the second wave is not complete
    EXPECT_EQ(runs.all().size(), 40U);
}
}  // namespace
}  // namespace kochmon
