// SPDX-License-Identifier: MIT
#include "analysis/calibrate/space_left.hpp"

#include <algorithm>
#include <cmath>

#include <gtest/gtest.h>

#include "analysis/statistics/spread.hpp"

#include "tests/analysis/calibrate/simulator.hpp"

namespace kochmon
{
namespace
{
/// Emulators that rule out all but |surface - value| <= 3 x tolerance.
WaveEmulators wave_of(std::vector<Surface> const& surfaces, std::vector<TargetAim> const& aims,
                      std::size_t dimensions)
{
    return {aims, runs_of(surfaces, dimensions, 100), usual_cutoff};
}

SpaceLeft whole_space(std::size_t dimensions)
{
    return {SobolSequence(dimensions), {.sample = 2048}};
}

TEST(SpaceLeft, is_a_slab_where_one_coordinate_is_known)
{
    SpaceLeft space = whole_space(3);
    EXPECT_EQ(space.share(), 1.0);
    space.narrow(wave_of({coordinate(1)}, {{"a", 0.5, 0.05, 0.0}}, 3));
    EXPECT_NEAR(space.share(), 0.3, 0.01);
    EXPECT_EQ(space.points().size(), 2048U);
    Box const box = box_of(space.points());
    EXPECT_NEAR(box.low[1], 0.35, 0.001);
    EXPECT_NEAR(box.high[1], 0.65, 0.001);
    EXPECT_LT(box.low[0], 0.01);
    EXPECT_FALSE(space.is_ruled_out({0.1, 0.64, 0.9}));
    EXPECT_TRUE(space.is_ruled_out({0.1, 0.66, 0.9}));
}

TEST(SpaceLeft, is_what_every_wave_leaves)
{
    SpaceLeft space = whole_space(2);
    space.narrow(wave_of({coordinate(0)}, {{"a", 0.5, 0.05, 0.0}}, 2));
    space.narrow(wave_of({coordinate(1)}, {{"b", 0.0, 0.1, 0.0}}, 2));
    EXPECT_NEAR(space.share(), 0.09, 0.01);
    for (UnitPoint const& point : space.points()) ASSERT_FALSE(space.is_ruled_out(point));
    EXPECT_TRUE(space.is_ruled_out({0.7, 0.1}));
    EXPECT_TRUE(space.is_ruled_out({0.5, 0.4}));
}

// A cube of 0.03^3 = 2.7e-5. Over 20 seeds the logarithm of the share has a standard deviation of
// 0.1 (0.07 with a sample of 4096); four of these are a factor of 1.5.
constexpr double four_deviations = 1.5;

TEST(SpaceLeft, is_found_where_plain_rejection_would_find_nothing)
{
    SpaceLeft space = whole_space(3);
    TargetAim const aim{"a", 0.4, 0.005, 0.0};
    space.narrow(wave_of({coordinate(0), coordinate(1), coordinate(2)}, {aim, aim, aim}, 3));
    EXPECT_GT(space.share(), 2.7e-5 / four_deviations);
    EXPECT_LT(space.share(), 2.7e-5 * four_deviations);
    Box const box = box_of(space.points());
    for (std::size_t j = 0; j < 3; ++j)
    {
        EXPECT_NEAR(box.low[j], 0.385, 0.001);
        EXPECT_NEAR(box.high[j], 0.415, 0.001);
    }
    // Even over the cube: a half on either side of the middle, within four standard deviations of
    // a tenth of the points if they were independent.
    auto const low = std::count_if(space.points().begin(), space.points().end(),
                                   [](UnitPoint const& x) { return x[0] < 0.4; });
    EXPECT_NEAR(static_cast<double>(low) / 2048.0, 0.5, 4.0 * 0.5 / std::sqrt(204.8));
}

// Each parameter differs from the next by 0.03 at most: the box that holds the valley is the whole
// space, and its share is 0.06^4 = 1.3e-5, less the three hundredths that are cut off at its ends.
TEST(SpaceLeft, follows_a_narrow_valley)
{
    SpaceLeft space = whole_space(5);
    std::vector<Surface> differences;
    std::vector<TargetAim> aims;
    for (std::size_t j = 0; j + 1 < 5; ++j)
    {
        differences.emplace_back([j](UnitPoint const& x) { return x[j] - x[j + 1]; });
        aims.push_back({"d", 0.0, 0.01, 0.0});
    }
    space.narrow(wave_of(differences, aims, 5));
    EXPECT_GT(space.share(), 0.97 * std::pow(0.06, 4) / four_deviations);
    EXPECT_LT(space.share(), 0.97 * std::pow(0.06, 4) * four_deviations);
    Box const box = box_of(space.points());
    for (std::size_t j = 0; j < 5; ++j)
    {
        EXPECT_LT(box.low[j], 0.05);
        EXPECT_GT(box.high[j], 0.95);
    }
}

// Of 24 coordinates five are known to a tenth each, and nothing of the others.
TEST(SpaceLeft, is_found_among_24_coordinates)
{
    std::vector<Surface> surfaces;
    std::vector<TargetAim> aims;
    for (std::size_t j = 0; j < 5; ++j)
    {
        surfaces.push_back(coordinate(5 * j));
        aims.push_back({"a", 0.4, 0.05 / 3.0, 0.0});
    }
    SpaceLeft space = whole_space(24);
    space.narrow(wave_of(surfaces, aims, 24));
    EXPECT_GT(space.share(), 1e-5 / four_deviations);
    EXPECT_LT(space.share(), 1e-5 * four_deviations);
    Box const box = box_of(space.points());
    for (std::size_t j = 0; j < 24; ++j)
    {
        bool const is_known = j % 5 == 0;
        EXPECT_NEAR(box.low[j], is_known ? 0.35 : 0.0, is_known ? 0.002 : 0.05) << j;
        EXPECT_NEAR(box.high[j], is_known ? 0.45 : 1.0, is_known ? 0.002 : 0.05) << j;
    }
}

TEST(SpaceLeft, is_nothing_where_targets_exclude_each_other)
{
    SpaceLeft space = whole_space(2);
    space.narrow(
        wave_of({coordinate(0), coordinate(0)}, {{"a", 0.2, 0.02, 0.0}, {"b", 0.8, 0.02, 0.0}}, 2));
    EXPECT_TRUE(space.points().empty());
    EXPECT_EQ(space.share(), 0.0);
    EXPECT_NEAR(space.least_implausibility(), 15.0, 0.1);  // at 0.5, 0.3 / 0.02
}

TEST(SpaceLeft, is_nothing_where_a_target_depends_on_nothing_and_is_missed)
{
    SpaceLeft space = whole_space(2);
    space.narrow(wave_of({[](UnitPoint const&) { return 1.0; }}, {{"a", 0.0, 0.1, 0.0}}, 2));
    EXPECT_TRUE(space.points().empty());
    EXPECT_NEAR(space.least_implausibility(), 10.0, 1e-9);
}

TEST(SpaceLeft, is_the_same_with_the_same_seed_and_another_with_another)
{
    TargetAim const aim{"a", 0.4, 0.005, 0.0};
    auto const sample = [&](std::uint64_t seed)
    {
        SpaceLeft space(SobolSequence(2), {.sample = 500, .seed = seed});
        space.narrow(wave_of({coordinate(0), coordinate(1)}, {aim, aim}, 2));
        return space.points();
    };
    EXPECT_EQ(sample(1), sample(1));
    EXPECT_NE(sample(1), sample(2));
}
}  // namespace
}  // namespace kochmon
