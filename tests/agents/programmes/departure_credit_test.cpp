// SPDX-License-Identifier: MIT
#include "agents/programmes/departure_credit.hpp"

#include <gtest/gtest.h>

#include "tests/corridors/kyrgyzstan.hpp"

namespace kochmon
{
TEST(DepartureCredit, is_for_households_with_little_cash_and_income)
{
    DepartureCredit credit;
    credit.amount[index(first_country)] = Kopecks(2'000'000);
    credit.below = Kopecks(3'000'000);
    // 6,000 RUB and six months of 4,000 are 30,000: not below.
    EXPECT_EQ(credit.for_member_of(first_country, Kopecks(600'000), Kopecks(400'000)), Kopecks{});
    EXPECT_EQ(credit.for_member_of(first_country, Kopecks(599'999), Kopecks(400'000)),
              Kopecks(2'000'000));
    EXPECT_EQ(credit.for_member_of(countries::uzbekistan, Kopecks{}, Kopecks{}), Kopecks{})
        << "a programme of another state";
    credit.below = Kopecks{};
    EXPECT_EQ(credit.for_member_of(first_country, Kopecks{}, Kopecks{}), Kopecks{});
}
}  // namespace kochmon
