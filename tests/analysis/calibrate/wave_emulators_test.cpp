// SPDX-License-Identifier: MIT
#include "analysis/calibrate/wave_emulators.hpp"

#include <algorithm>

#include <gtest/gtest.h>

#include "tests/analysis/calibrate/no_value.hpp"
#include "tests/analysis/calibrate/noise.hpp"
#include "tests/analysis/calibrate/simulator.hpp"

namespace kochmon
{
namespace
{
using tests::nan;

/// Met in a corner of four in a hundred, 0 elsewhere.
double corner(UnitPoint const& x)
{
    return x[0] > 0.8 && x[1] > 0.8 ? 1.0 : 0.0;
}

// By hand: no variance of the emulator, noise 0.03^2, allowance 0.04: 0.25 / 0.05 = 5.
TEST(WaveEmulators, tell_the_implausibility_of_a_point)
{
    std::vector<Evaluation> runs = runs_of({coordinate(0), coordinate(1)}, 2, 20);
    for (Evaluation& run : runs) run.measured[0].standard_error = 0.03;
    std::vector<TargetAim> const aims = {{"a", 0.5, 0.04, 0.0}, {"b", 0.0, 0.1, 0.0}};
    WaveEmulators const wave(aims, runs, 3.0);
    std::vector<double> const found = wave.implausibilities({0.25, 0.2});
    EXPECT_NEAR(found[0], 5.0, 1e-9);
    EXPECT_NEAR(found[1], 2.0, 1e-9);
    EXPECT_NEAR(wave.largest({0.25, 0.9}, 100.0), 9.0, 1e-9);
    EXPECT_NEAR(wave.largest({0.25, 0.9}, 3.0), 5.0, 1e-9);  // no need to look further
    std::vector<std::size_t> const second = {1};
    EXPECT_NEAR(wave.with(second).largest({0.25, 0.2}, 100.0), 2.0, 1e-9);
}

// Leverages are shared by targets of the same runs and form, and left out where they do not matter.
TEST(WaveEmulators, tell_the_largest_of_what_they_tell_of_each)
{
    Noise noise(5);
    auto const noisy = [&](UnitPoint const& x) { return x[0] + 0.3 * x[1] * x[1] + 0.1 * noise(); };
    std::vector<Evaluation> runs = runs_of({noisy, coordinate(0), noisy, noisy, noisy}, 2, 40);
    runs[7].measured[3].mean = nan;
    std::vector<TargetAim> const aims(5, {"t", 0.4, 0.02, 0.0});
    WaveEmulators const wave(aims, runs, 3.0);
    EXPECT_EQ(wave.targets()[2].alike, 0U);
    EXPECT_EQ(wave.targets()[3].alike, 3U);  // of other runs
    std::vector<std::size_t> const chosen = {4, 1, 2};
    WaveEmulators const some = wave.with(chosen);
    EXPECT_EQ(some.targets()[2].alike, 0U);
    for (UnitPoint const& point : SobolSequence(2, 100).take(200))
        for (WaveEmulators const* const emulators : {&wave, &some})
        {
            double const largest = std::ranges::max(emulators->implausibilities(point));
            EXPECT_EQ(emulators->largest(point, 100.0), largest);
            EXPECT_EQ(emulators->rules_out(point, 3.0), largest > 3.0);
        }
    for (UnitPoint const& point : SobolSequence(2, 100).take(50))
        for (std::size_t t = 0; t < 5; ++t)
            EXPECT_EQ(wave.rules_out(t, point, 3.0), wave.implausibilities(point)[t] > 3.0);
}

TEST(WaveEmulators, do_not_trust_one_that_may_miss_a_narrow_place)
{
    std::vector<Evaluation> const runs = runs_of({corner}, 2, 60);
    WaveEmulators const wave(std::vector<TargetAim>{{"corner", 1.0, 0.01, 0.0}}, runs, 3.0);
    EXPECT_TRUE(wave.targets()[0].is_met);
    EXPECT_FALSE(wave.targets()[0].is_trusted);
    EXPECT_EQ(wave.implausibilities({0.1, 0.1})[0], 0.0);
}

TEST(WaveEmulators, trust_a_poor_one_where_no_run_meets_the_target_or_much_is_allowed)
{
    Noise noise(3);
    std::vector<Evaluation> const runs =
        runs_of({[&](UnitPoint const&) { return noise(); }}, 2, 60);
    WaveEmulators const unmet(std::vector<TargetAim>{{"t", 20.0, 0.01, 0.0}}, runs, 3.0);
    EXPECT_TRUE(unmet.targets()[0].is_trusted);
    EXPECT_GT(unmet.implausibilities({0.5, 0.5})[0], 10.0);
    WaveEmulators const wide(std::vector<TargetAim>{{"t", 0.0, 2.0, 0.0}}, runs, 3.0);
    EXPECT_TRUE(wide.targets()[0].is_trusted);
    WaveEmulators const narrow(std::vector<TargetAim>{{"t", 0.0, 0.2, 0.0}}, runs, 3.0);
    EXPECT_FALSE(narrow.targets()[0].is_trusted);
}

TEST(WaveEmulators, leave_out_runs_without_a_value)
{
    std::vector<Evaluation> runs = runs_of({coordinate(0), coordinate(1)}, 2, 20);
    runs[3].measured[0].mean = nan;
    for (Evaluation& run : runs) run.measured[1].mean = nan;
    std::vector<TargetAim> const aims = {{"a", 0.5, 0.1, 0.0}, {"b", 0.5, 0.1, 0.0}};
    WaveEmulators const wave(aims, runs, 3.0);
    EXPECT_EQ(wave.targets()[0].missing, 1U);
    EXPECT_NEAR(wave.implausibilities({0.9, 0.5})[0], 4.0, 1e-9);
    EXPECT_EQ(wave.targets()[1].missing, 20U);
    EXPECT_FALSE(wave.targets()[1].emulator.has_value());
    EXPECT_EQ(wave.implausibilities({0.9, 0.5})[1], 0.0);
}
}  // namespace
}  // namespace kochmon
