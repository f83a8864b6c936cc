// SPDX-License-Identifier: MIT
#include "engine/choice.hpp"

#include <cmath>
#include <limits>
#include <vector>

#include <gtest/gtest.h>

#include "engine/error.hpp"

#include "tests/engine/chi_square.hpp"

namespace kochmon
{
namespace
{
constexpr std::uint32_t draws_each = 400'000;

using Hazards = std::vector<HazardPerMonth>;

Hazards hazards(std::vector<double> const& rates)
{
    return Hazards(rates.begin(), rates.end());
}

struct TwoUniforms
{
    double u, w;

    explicit TwoUniforms(std::uint32_t i)
    {
        PhiloxWords const words = philox({i, 0, 0, 0}, {8, 15});
        u = uniform(words[0]);
        w = uniform(words[1]);
    }
};

std::vector<std::uint64_t> drawn(Hazards const& rates)
{
    std::vector<std::uint64_t> counts(rates.size() + 1);
    for (std::uint32_t i = 0; i < draws_each; ++i)
    {
        TwoUniforms const two(i);
        ++counts[competing_event(rates, two.u, two.w)];
    }
    return counts;
}

/// P(i) = h_i / H (1 - exp(-H)), H the sum.
std::vector<double> closed_form(std::vector<double> const& rates)
{
    double sum = 0.0;
    for (double const rate : rates) sum += rate;
    std::vector<double> shares;
    shares.reserve(rates.size() + 1);
    for (double const rate : rates) shares.push_back(rate / sum * -std::expm1(-sum));
    shares.push_back(std::exp(-sum));
    return shares;
}
}  // namespace

// 400,000 draws a case: of three events and none with equal shares an error of 0.46 percentage
// points between two cells is found in 99 % of cases (checked below).
TEST(CompetingEvent, happens_in_the_shares_of_the_closed_form)
{
    for (std::vector<double> const& rates :
         {std::vector{0.1}, {0.02, 0.3, 0.001}, {0.46, 0.46, 0.46}, {2.0, 1.0, 0.5, 0.25}})
    {
        auto const counts = drawn(hazards(rates));
        EXPECT_LT(ChiSquare::statistic(counts, closed_form(rates)),
                  ChiSquare(counts.size()).critical());
    }
}

TEST(CompetingEvent, test_has_the_power_that_it_claims)
{
    EXPECT_GT(ChiSquare(4).power(draws_each, 0.25, 0.25, 0.0046), 0.99);
}

// The sums are exact, so they are the same number in any order.
TEST(CompetingEvent, whether_does_not_depend_on_the_order_of_the_hazards)
{
    Hazards const one_way = hazards({0.125, 0.5, 0.25}), other_way = hazards({0.25, 0.125, 0.5});
    for (std::uint32_t i = 0; i < 20'000; ++i)
    {
        TwoUniforms const two(i);
        bool const first = competing_event(one_way, two.u, two.w) < one_way.size();
        bool const second = competing_event(other_way, two.u, two.w) < other_way.size();
        ASSERT_EQ(first, second);
    }
}

TEST(CompetingEvent, of_rate_zero_never_happens)
{
    EXPECT_EQ(competing_event({}, 0x1p-33, 0.5), 0U);
    EXPECT_EQ(competing_event(hazards({0.0, 0.0}), 0x1p-33, 0.5), 2U);
    for (double const which : {0x1p-33, 0.5, 1.0 - 0x1p-33})
        EXPECT_EQ(competing_event(hazards({0.0, 0.3, 0.0}), 0.01, which), 1U);
}

TEST(CompetingEvent, of_great_rate_always_happens)
{
    EXPECT_EQ(competing_event(hazards({0.0, 1e9}), 1.0 - 0x1p-33, 1.0 - 0x1p-33), 1U);
    EXPECT_EQ(competing_event(hazards({1e300}), 1.0 - 0x1p-33, 0.5), 0U);
}

// H = 1: happens below 1 - 1/e = 0.632; the line of hazards is 0.25 | 0.75.
TEST(CompetingEvent, is_the_one_worked_out_by_hand)
{
    Hazards const rates = hazards({0.25, 0.75});
    EXPECT_EQ(competing_event(rates, 0.633, 0.1), 2U);
    EXPECT_EQ(competing_event(rates, 0.632, 0.249), 0U);
    EXPECT_EQ(competing_event(rates, 0.632, 0.251), 1U);
}

TEST(CompetingEvent, refuses_an_infinite_rate)
{
    double const infinity = std::numeric_limits<double>::infinity();
    EXPECT_THROW(competing_event(hazards({1.0, infinity}), 0.5, 0.5), InternalError);
}

// Quantiles of the standard Gumbel law, F(x) = exp(-exp(-x)).
TEST(Gumbel, inverts_its_distribution_function)
{
    for (double const u : {0x1p-33, 0.001, 0.3, 0.5, 0.9, 1.0 - 0x1p-33})
        EXPECT_NEAR(std::exp(-std::exp(-gumbel(u))), u, 1e-14 * (1.0 + 1.0 / u));
    EXPECT_NEAR(gumbel(0.5), 0.36651292058166435, 1e-15);
}

TEST(LogPositiveStable, of_index_one_is_zero)
{
    EXPECT_EQ(log_positive_stable(1.0, 0.3, 0.7), 0.0);
    EXPECT_THROW(log_positive_stable(0.0, 0.3, 0.7), InternalError);
    EXPECT_THROW(log_positive_stable(1.1, 0.3, 0.7), InternalError);
}

// At l = 1/2 Kanter's formula is S = 1 / (4 E cos^2(pi U / 2)): sin(th/2)^2 / (sin(th)^2 E).
TEST(LogPositiveStable, of_index_one_half_is_levys_law)
{
    for (double const u : {0.001, 0.2, 0.5, 0.9, 0.999})
        for (double const w : {1e-9, 0.3, 0.99})
        {
            double const cosine = std::cos(std::acos(-1.0) * u / 2.0);
            double const s = 1.0 / (4.0 * -std::log(w) * cosine * cosine);
            EXPECT_NEAR(log_positive_stable(0.5, u, w), std::log(s), 1e-13);
        }
}

// E exp(-t S) = exp(-t^l), within four standard errors of the mean of 400,000 draws.
TEST(LogPositiveStable, has_the_laplace_transform_of_its_law)
{
    for (double const l : {0.2, 0.4, 0.75, 0.95, 0.999})
        for (double const t : {0.1, 1.0, 3.0})
        {
            double sum = 0.0, squares = 0.0;
            for (std::uint32_t i = 0; i < draws_each; ++i)
            {
                TwoUniforms const two(i);
                double const x = std::exp(-t * std::exp(log_positive_stable(l, two.u, two.w)));
                sum += x;
                squares += x * x;
            }
            double const mean = sum / draws_each;
            double const error = std::sqrt((squares / draws_each - mean * mean) / draws_each);
            EXPECT_NEAR(mean, std::exp(-std::pow(t, l)), 4.0 * error) << l << ' ' << t;
        }
}

TEST(LogPositiveStable, is_finite_at_the_edges_of_the_draws)
{
    double const low = 0x1p-33, high = 1.0 - 0x1p-33;
    for (double const l : {0.05, 0.5, 0.999999})
        for (double const u : {low, high})
            for (double const w : {low, high})
                EXPECT_TRUE(std::isfinite(log_positive_stable(l, u, w))) << l << u << w;
}
}  // namespace kochmon
