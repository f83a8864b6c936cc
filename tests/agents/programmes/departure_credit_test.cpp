// SPDX-License-Identifier: MIT
#include "agents/programmes/departure_credit.hpp"

#include <gtest/gtest.h>

namespace kochmon
{
TEST(DepartureCredit, is_for_households_with_little_cash_and_income)
{
    DepartureCredit credit;
    credit.amount = Kopecks(2'000'000);
    credit.below = Kopecks(3'000'000);
    // 6,000 RUB and six months of 4,000 are 30,000: not below.
    EXPECT_EQ(credit.for_member_of(Kopecks(600'000), Kopecks(400'000)), Kopecks{});
    EXPECT_EQ(credit.for_member_of(Kopecks(599'999), Kopecks(400'000)), credit.amount);
    credit.below = Kopecks{};
    EXPECT_EQ(credit.for_member_of(Kopecks{}, Kopecks{}), Kopecks{});
}
}  // namespace kochmon
