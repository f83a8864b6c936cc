// SPDX-License-Identifier: MIT
#include "agents/law/amnesty.hpp"

#include <algorithm>
#include <cmath>

#include <gtest/gtest.h>

#include "tests/agents/russia.hpp"
#include "tests/corridors/kyrgyzstan.hpp"

namespace kochmon
{
namespace
{
using tests::russia;

AmnestyLaw amnesty_law_of(double hazard)
{
    AmnestyLaw law;
    law.expected[index(russia)] = HazardPerMonth(hazard);
    return law;
}
}  // namespace

TEST(AmnestyLaw, nobody_counts_on_what_nobody_expects)
{
    EXPECT_EQ(amnesty_law_of(0.0).expected_part(russia, 18.0), 0.0);
    EXPECT_EQ(amnesty_law_of(0.5).expected_part(jurisdictions::kazakhstan, 18.0), 0.0);
}

TEST(AmnestyLaw, the_part_after_the_first_amnesty_has_its_closed_form)
{
    for (double const hazard : {0.01, 0.05, 0.2, 2.0})
    {
        double const ah = hazard * 18.0;
        EXPECT_NEAR(amnesty_law_of(hazard).expected_part(russia, 18.0),
                    1.0 - (1.0 - std::exp(-ah)) / ah, 1e-12);
    }
    // a H = 1: exp(-1)
    EXPECT_NEAR(amnesty_law_of(0.05).expected_part(russia, 20.0), 0.367879441171442, 1e-12);
}

TEST(AmnestyLaw, the_part_is_the_mean_of_what_is_left_after_an_exponential_wait)
{
    // Midpoints of the quantiles of the wait; the rest of the horizon counts, 0 at least
    double const hazard = 0.1;
    double const horizon = 18.0;
    int const quantiles = 100'000;
    double sum = 0.0;
    for (int k = 0; k < quantiles; ++k)
    {
        double const wait = -std::log(1.0 - (k + 0.5) / quantiles) / hazard;
        sum += std::max(0.0, horizon - wait) / horizon;
    }
    EXPECT_NEAR(amnesty_law_of(hazard).expected_part(russia, horizon), sum / quantiles, 1e-6);
}

TEST(AmnestyLaw, the_part_rises_with_the_hazard_and_stays_below_the_whole)
{
    double last = 0.0;
    for (double const hazard : {0.001, 0.01, 0.1, 1.0, 10.0})
    {
        double const part = amnesty_law_of(hazard).expected_part(russia, 18.0);
        EXPECT_GT(part, last);
        EXPECT_LT(part, 1.0);
        last = part;
    }
}

TEST(AmnestyLaw, the_part_of_a_tiny_hazard_is_tiny)
{
    // 1 - (1 - exp(-x)) / x = x / 2 - x^2 / 6 + ...
    for (double const hazard : {1e-18, 1e-12, 1e-7})
        EXPECT_NEAR(amnesty_law_of(hazard).expected_part(russia, 18.0), 9.0 * hazard,
                    1e-4 * hazard);
    double const below = amnesty_law_of(0.999e-4 / 18.0).expected_part(russia, 18.0);
    double const above = amnesty_law_of(1.001e-4 / 18.0).expected_part(russia, 18.0);
    EXPECT_NEAR(above - below, 1e-7, 1e-10) << "the two forms meet";
}
}  // namespace kochmon
