// SPDX-License-Identifier: MIT
#include "analysis/statistics/paired.hpp"

#include <cmath>

#include <boost/math/distributions/students_t.hpp>
#include <gtest/gtest.h>

#include "analysis/statistics/student_t.hpp"

namespace kochmon
{
namespace
{
TEST(StudentT, agrees_with_boost)
{
    for (int n = 1; n <= 400; ++n)
    {
        boost::math::students_t const t(n);
        EXPECT_NEAR(student_t(Confidence::half, n), boost::math::quantile(t, 0.75), 2e-7) << n;
        EXPECT_NEAR(student_t(Confidence::nine_in_ten, n), boost::math::quantile(t, 0.95), 2e-7)
            << n;
    }
}

// By hand: differences 1, 2, 3; their variance 1, of the base 100, of the policy 121.
TEST(PairedEffect, is_the_mean_difference_with_its_interval)
{
    PairedEffect const effect =
        paired_effect({.base = {0, 10, 20}, .policy = {1, 12, 23}, .rule_alone = {3, 13, 23}});
    EXPECT_EQ(effect.base, 10.0);
    EXPECT_EQ(effect.policy, 12.0);
    EXPECT_EQ(effect.difference, 2.0);
    EXPECT_EQ(*effect.direct, 3.0);
    EXPECT_EQ(*effect.indirect, -1.0);
    double const half = 2.91998558 / std::sqrt(3.0);
    EXPECT_NEAR(effect.nine_in_ten->low, 2.0 - half, 1e-12);
    EXPECT_NEAR(effect.nine_in_ten->high, 2.0 + half, 1e-12);
    EXPECT_NEAR(effect.half->high, 2.0 + 0.81649658 / std::sqrt(3.0), 1e-12);
    // Welch: 221^2 / (100^2 + 121^2) x 2 = 3.96 degrees of freedom, so 3.
    EXPECT_NEAR(effect.unpaired->high, 2.0 + 2.35336343 * std::sqrt(221.0 / 3.0), 1e-7);
    EXPECT_NEAR(*effect.gain, 221.0, 1e-9);
}

TEST(PairedEffect, is_told_for_unpaired_runs_by_the_one_that_varies)
{
    PairedEffect const effect =
        paired_effect({.base = {0, 10, 20}, .policy = {5, 5, 5}, .rule_alone = {}});
    EXPECT_NEAR(effect.unpaired->high, -5.0 + 2.91998558 * std::sqrt(100.0 / 3.0), 1e-7);
}

TEST(PairedEffect, tells_no_interval_of_one_replicate)
{
    PairedEffect const effect = paired_effect({.base = {4}, .policy = {7}, .rule_alone = {}});
    EXPECT_EQ(effect.difference, 3.0);
    EXPECT_FALSE(effect.nine_in_ten || effect.half || effect.unpaired || effect.gain);
    EXPECT_FALSE(effect.direct || effect.indirect);
}

TEST(PairedEffect, without_any_difference_is_nought_and_tells_no_gain)
{
    PairedEffect const effect = paired_effect({.base = {4, 9}, .policy = {4, 9}, .rule_alone = {}});
    EXPECT_EQ(effect.nine_in_ten->low, 0.0);
    EXPECT_EQ(effect.nine_in_ten->high, 0.0);
    EXPECT_FALSE(effect.gain);
}

// Agents times persons per agent: 3 more in each, told with rounding of the multiplication.
TEST(PairedEffect, takes_rounding_for_nothing)
{
    constexpr double weight = 101.5068;
    PairedSample sample;
    for (int agents = 40000; agents < 40010; ++agents)
    {
        sample.base.push_back(agents * weight);
        sample.policy.push_back((agents + 3) * weight);
    }
    PairedEffect const effect = paired_effect(sample);
    EXPECT_TRUE(effect.alike);
    EXPECT_FALSE(effect.gain);
    EXPECT_EQ(effect.nine_in_ten->low, effect.difference);
    EXPECT_NEAR(effect.difference, 3 * weight, 1e-6);
}

TEST(PairedEffect, is_exactly_its_direct_and_indirect_part)
{
    for (int trial = 1; trial < 2000; ++trial)
    {
        PairedSample sample;
        for (int k = 0; k < 3; ++k)
        {
            sample.base.push_back((1000 + trial * 7 % 13) / 3.0);
            sample.policy.push_back((1000 + trial * k % 17) / 7.0);
            sample.rule_alone.push_back((900 + trial * 11 % 19 + k) / 0.9);
        }
        PairedEffect const effect = paired_effect(sample);
        ASSERT_EQ(*effect.direct + *effect.indirect, effect.difference) << trial;
    }
}

// R: quantile(c(3, 1, 2, 10), c(.05, .25, .5, .75, .95))
TEST(Quantiles, are_those_of_r)
{
    std::array<double, 5> const expected = {1.15, 1.75, 2.5, 4.75, 8.95};
    std::array<double, 5> const found = quantiles({3, 1, 2, 10});
    for (std::size_t k = 0; k < found.size(); ++k) EXPECT_NEAR(found[k], expected[k], 1e-12);
}
}  // namespace
}  // namespace kochmon
