// SPDX-License-Identifier: MIT
#include "agents/rules/attention.hpp"

#include <cmath>

#include <gtest/gtest.h>

#include "engine/random.hpp"

namespace kochmon
{
TEST(Attention, threshold_divides_the_words_exactly_where_the_uniform_draw_passes_the_chance)
{
    for (double const chance : {0.0, 1e-12, 1e-9, 0.026, 0.25, 0.5, 1.0 / 3.0, 0.999999, 1.0})
    {
        std::uint64_t const threshold = attention_threshold(chance);
        ASSERT_LE(threshold, std::uint64_t{1} << 32);
        if (threshold > 0)
        {
            EXPECT_LT(uniform(static_cast<std::uint32_t>(threshold - 1)), chance) << chance;
        }
        if (threshold < (std::uint64_t{1} << 32))
        {
            EXPECT_GE(uniform(static_cast<std::uint32_t>(threshold)), chance) << chance;
        }
    }
}

TEST(Attention, certainty_reaches_everybody_and_more_than_certainty_too)
{
    EXPECT_EQ(attention_threshold(1.0), std::uint64_t{1} << 32);
    EXPECT_EQ(attention_threshold(1.7), std::uint64_t{1} << 32);
}

TEST(Attention, season_is_highest_in_its_peak_month_and_lowest_half_a_year_later)
{
    AttentionParameters attention;
    attention.season_amplitude = 0.4;
    attention.season_peak = 4;
    // exp(0.4 cos 0) and exp(0.4 cos pi)
    EXPECT_NEAR(season_factor(attention, Month::of(2010, 4)), std::exp(0.4), 1e-15);
    EXPECT_NEAR(season_factor(attention, Month::of(2010, 10)), std::exp(-0.4), 1e-15);
    EXPECT_DOUBLE_EQ(season_factor(attention, Month::of(2010, 7)), 1.0);
}

TEST(Attention, no_amplitude_means_no_season)
{
    AttentionParameters const attention;
    for (int month = 1; month <= 12; ++month)
        EXPECT_EQ(season_factor(attention, Month::of(2010, month)), 1.0);
}
}  // namespace kochmon
