// SPDX-License-Identifier: MIT
#include "agents/law/permit.hpp"

#include <gtest/gtest.h>

#include "tests/agents/russia.hpp"

namespace kochmon
{
TEST(PermitLaw, ten_days_of_red_tape_are_a_month_for_one_in_three)
{
    double const delay = 10.0 / 30.0;
    EXPECT_EQ(months_of_delay(delay, 0x1p-33), 1);
    EXPECT_EQ(months_of_delay(delay, 0.3333), 1);
    EXPECT_EQ(months_of_delay(delay, 0.3334), 0);
    EXPECT_EQ(months_of_delay(delay, 1.0 - 0x1p-33), 0);
}

TEST(PermitLaw, a_delay_of_whole_months_is_exactly_that)
{
    for (int const months : {0, 1, 2, 12})
        for (double const u : {0x1p-33, 0.5, 1.0 - 0x1p-33})
            EXPECT_EQ(months_of_delay(months, u), months);
}

TEST(PermitLaw, a_delay_of_months_and_days_keeps_its_mean)
{
    int sum = 0;
    for (int k = 0; k < 1000; ++k) sum += months_of_delay(2.25, (k + 0.5) / 1000.0);
    // 750 times 2 and 250 times 3
    EXPECT_EQ(sum, 2250);
}

TEST(PermitLaw, payment_upfront_is_the_fee_and_monthly_its_first_month)
{
    PermitLaw law;
    law.fee[tests::at_russia].fill(Kopecks::from_roubles(24'000.0));
    law.fee[tests::at_russia][index(Region::chuy)] = Kopecks::from_roubles(12'000.0);
    law.duration[tests::at_russia] = 12;
    law.payment[tests::at_russia] = PermitPayment::upfront;
    EXPECT_EQ(law.first_payment(Place::moscow, Region::osh), Kopecks(2'400'000));
    law.payment[tests::at_russia] = PermitPayment::monthly;
    EXPECT_TRUE(law.monthly(Place::rest_of_russia));
    // 24,000 / 12 and, for one origin, 12,000 / 12
    EXPECT_EQ(law.first_payment(Place::moscow, Region::osh), Kopecks(200'000));
    EXPECT_EQ(law.first_payment(Place::moscow, Region::chuy), Kopecks(100'000));
}
}  // namespace kochmon
