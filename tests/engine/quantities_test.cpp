// SPDX-License-Identifier: MIT
#include "engine/quantities.hpp"

#include <cmath>
#include <limits>

#include <gtest/gtest.h>

#include "engine/error.hpp"

namespace kochmon
{
namespace
{
constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();
}

TEST(Probability, accepts_only_zero_to_one)
{
    EXPECT_EQ(Probability(0.0).value(), 0.0);
    EXPECT_EQ(Probability(1.0).value(), 1.0);
    EXPECT_THROW(Probability(-1e-300), InternalError);
    EXPECT_THROW(Probability(1.0 + 1e-15), InternalError);
    EXPECT_THROW(Probability{not_a_number}, InternalError);
}

TEST(Probability, of_zero_never_and_of_one_always_happens)
{
    EXPECT_FALSE(Probability(0.0).happens(0x1p-33));
    EXPECT_TRUE(Probability(1.0).happens(1.0 - 0x1p-33));
    EXPECT_TRUE(Probability(0.25).happens(0.2499));
    EXPECT_FALSE(Probability(0.25).happens(0.25));
}

TEST(HazardPerMonth, adds_scales_and_is_not_negative)
{
    HazardPerMonth const a(0.5), b(0.25);
    EXPECT_EQ((a + b).value(), 0.75);
    EXPECT_EQ((a * 3.0).value(), 1.5);
    EXPECT_LT(b, a);
    EXPECT_THROW(HazardPerMonth(-0.1), InternalError);
    EXPECT_THROW(HazardPerMonth{not_a_number}, InternalError);
    EXPECT_THROW(a * -1.0, InternalError);
}

TEST(Share, accepts_only_zero_to_one)
{
    EXPECT_EQ(Share(0.5).value(), 0.5);
    EXPECT_THROW(Share(1.5), InternalError);
    EXPECT_THROW(Share(-0.5), InternalError);
}

// 1 - exp(-ln 2) = 1/2; 1 - exp(-0.1) = 0.09516258196404...
TEST(ProbabilityWithinAMonth, is_one_minus_the_survival)
{
    EXPECT_EQ(probability_within_a_month(HazardPerMonth(0.0)).value(), 0.0);
    EXPECT_NEAR(probability_within_a_month(HazardPerMonth(0.6931471805599453)).value(), 0.5, 1e-16);
    EXPECT_NEAR(probability_within_a_month(HazardPerMonth(0.1)).value(), 0.09516258196404048,
                2e-17);
    EXPECT_EQ(probability_within_a_month(HazardPerMonth(1000.0)).value(), 1.0);
}

// At the edges of its short cuts, the exact chance between them, and hazards from none to sure.
TEST(HappensWithinAMonth, is_whether_the_chance_happens)
{
    for (int power = -40; power <= 8; ++power)
        for (double const part : {0.0, 1.0, 1.3, 1.7})
        {
            HazardPerMonth const hazard(part * std::ldexp(1.0, power));
            Probability const chance = probability_within_a_month(hazard);
            double const h = hazard.value();
            for (double const edge : {chance.value(), h, h * (1.0 - 0.5 * h)})
                for (double const u : {edge, std::nextafter(edge, -1.0), std::nextafter(edge, 2.0),
                                       edge * (1.0 - 1e-9), edge * (1.0 + 1e-9), edge - 1e-12,
                                       edge + 1e-12, 0x1p-33, 1.0 - 0x1p-33})
                {
                    if (u <= 0.0 || u >= 1.0) continue;
                    EXPECT_EQ(happens_within_a_month(hazard, u), chance.happens(u))
                        << h << ' ' << u;
                }
        }
}

TEST(RoundHalfToEven, takes_the_nearest_and_at_a_tie_the_even_number)
{
    struct
    {
        double x;
        std::int64_t expected;
    } const worked[] = {{0.0, 0},
                        {-0.0, 0},
                        {0.49, 0},
                        {0.5, 0},
                        {0.51, 1},
                        {1.0, 1},
                        {1.49, 1},
                        {1.5, 2},
                        {2.5, 2},
                        {3.5, 4},
                        {-0.49, 0},
                        {-0.5, 0},
                        {-0.51, -1},
                        {-1.5, -2},
                        {-2.5, -2},
                        {-3.5, -4},
                        {1e15 + 0.5, 1'000'000'000'000'000},
                        {1e15 + 1.5, 1'000'000'000'000'002},
                        {-1e15 - 0.5, -1'000'000'000'000'000},
                        {0.49999999999999994, 0},  // the number below one half
                        {9007199254740993.0, 9'007'199'254'740'992},
                        {3.9e18, 3'900'000'000'000'000'000}};
    for (auto const& [x, expected] : worked) EXPECT_EQ(round_half_to_even(x), expected) << x;
}

TEST(RoundHalfToEven, refuses_what_does_not_fit)
{
    EXPECT_THROW(round_half_to_even(4.1e18), InternalError);
    EXPECT_THROW(round_half_to_even(-4.1e18), InternalError);
    EXPECT_THROW(round_half_to_even(not_a_number), InternalError);
}

TEST(Kopecks, are_hundredths_of_a_rouble)
{
    EXPECT_EQ(Kopecks::from_roubles(12.34).count(), 1234);
    EXPECT_EQ(Kopecks::from_roubles(-0.01).count(), -1);
    EXPECT_EQ(Kopecks::from_roubles(0.125).count(), 12);  // 12.5, half to even
    EXPECT_EQ(Kopecks::from_roubles(0.375).count(), 38);  // 37.5
    EXPECT_EQ(Kopecks(1234).roubles(), 12.34);
}

TEST(Kopecks, add_subtract_and_multiply_exactly)
{
    Kopecks sum(100);
    sum += Kopecks(23);
    EXPECT_EQ(sum, Kopecks(123));
    sum -= Kopecks(200);
    EXPECT_EQ(sum, Kopecks(-77));
    EXPECT_EQ(-sum, Kopecks(77));
    EXPECT_EQ(Kopecks(5) + Kopecks(6), Kopecks(11));
    EXPECT_EQ(Kopecks(5) - Kopecks(6), Kopecks(-1));
    EXPECT_EQ(Kopecks(5) * 1'000'000'000'000, Kopecks(5'000'000'000'000));
    EXPECT_LT(Kopecks(-1), Kopecks());
}

TEST(Kopecks, are_scaled_with_one_rounding)
{
    EXPECT_EQ(scaled(Kopecks(101), 0.5), Kopecks(50));    // 50.5
    EXPECT_EQ(scaled(Kopecks(103), 0.5), Kopecks(52));    // 51.5
    EXPECT_EQ(scaled(Kopecks(-101), 0.5), Kopecks(-50));  // -50.5
    EXPECT_EQ(scaled(Kopecks(1000), 1.04), Kopecks(1040));
}
}  // namespace kochmon
