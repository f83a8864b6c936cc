// SPDX-License-Identifier: MIT
#include "agents/rules/citizen_offer.hpp"

#include <gtest/gtest.h>

namespace kochmon
{
TEST(CitizenOffer, is_for_who_speaks_russian_and_has_learnt_enough)
{
    auto const qualified = [](bool russian, bool profession, Schooling schooling) {
        return CitizenOfferParameters::is_qualified({russian, profession, schooling});
    };
    EXPECT_FALSE(qualified(false, true, Schooling::higher));
    EXPECT_FALSE(qualified(true, false, Schooling::basic));
    EXPECT_TRUE(qualified(true, true, Schooling::basic));
    EXPECT_TRUE(qualified(true, false, Schooling::secondary));
    EXPECT_TRUE(qualified(true, false, Schooling::higher));
}

TEST(CitizenOffer, comes_with_its_hazard_and_pays_a_premium)
{
    CitizenOfferParameters rule;
    rule.hazard = HazardPerMonth(0.1);  // 1 - exp(-0.1) = 0.09516
    rule.premium = 0.25;
    EXPECT_TRUE(rule.comes(0.0951));
    EXPECT_FALSE(rule.comes(0.0952));
    EXPECT_EQ(rule.pay_factor(true), 1.25);
    EXPECT_EQ(rule.pay_factor(false), 1.0);
}
}  // namespace kochmon
