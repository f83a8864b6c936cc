// SPDX-License-Identifier: MIT
#pragma once

#include <cmath>
#include <optional>

#include <gtest/gtest.h>

#include "engine/choice.hpp"

#include "agents/vocabulary/decision_points.hpp"
#include "agents/vocabulary/offer.hpp"

namespace kochmon::tests
{
// Drawn shares of each decision against its closed form. With 200,000 draws the bound of 5 standard
// errors is at most 0.56 percentage points, passed by chance in less than 6 of 10 million tests; a
// bias of 0.9 points is found with 99 % power (5 + 2.33 standard errors of 0.112 points).
inline constexpr int draws_a_choice = 200'000;

inline ChoiceNoise noise_of(int person, DecisionPoint point)
{
    MonthDraws const luck({7, 0}, Month::of(2010, 1));
    return {luck, SubjectKey::person_of_the_start(static_cast<std::uint64_t>(person)),
            block(point)};
}

inline void expect_share(int chosen, double expected)
{
    double const share = static_cast<double>(chosen) / draws_a_choice;
    EXPECT_NEAR(share, expected, 5.0 * std::sqrt(expected * (1.0 - expected) / draws_a_choice));
}

/// Known offers of which no more than a bound is told at first, some of them closed in truth.
class OffersBehindBounds final : public OffersOf
{
  public:
    OffersBehindBounds(ByPlace<Offer> const& offers, double slack) : offers_(offers), slack_(slack)
    {
    }
    std::optional<double> most_value(Place place) override
    {
        return offers_[index(place)].value + slack_;
    }
    Offer offer(Place place) override
    {
        ++asked;
        return offers_[index(place)];
    }
    int asked = 0;

  private:
    ByPlace<Offer> const& offers_;
    double slack_;
};
}  // namespace kochmon::tests
