// SPDX-License-Identifier: MIT
#include "agents/rules/pay.hpp"

#include <gtest/gtest.h>

#include "tests/agents/exact.hpp"

namespace kochmon
{
namespace
{
using tests::exact;

PayParameters pay_in_round_numbers()
{
    PayParameters pay;
    pay.language_premium = 0.1;
    pay.profession_premium = {0.2, 0.0, 0.0, 0.5, 0.0};
    pay.tenure_growth = 0.03;
    pay.tenure_limit = 5.0;
    pay.contract_premium = 0.04;
    pay.regular_premium = 0.1;
    pay.citizen_premium = 0.05;
    return pay;
}

constexpr Learning learnt_nothing{};
constexpr Learning learnt_all{.language = true, .profession = true, .schooling = Schooling::higher};
}  // namespace

TEST(Pay, rises_with_russian_and_with_a_profession_where_it_is_used)
{
    PayParameters const pay = pay_in_round_numbers();
    EXPECT_NEAR(pay.of_job(Sector::construction, learnt_nothing, 0), 1.0, exact);
    EXPECT_NEAR(pay.of_job(Sector::construction, learnt_all, 0), 1.1 * 1.2, exact);
    EXPECT_NEAR(pay.of_job(Sector::hospitals, learnt_all, 0), 1.1 * 1.5, exact);
    EXPECT_NEAR(pay.of_job(Sector::trade, learnt_all, 0), 1.1, exact);
}

TEST(Pay, grows_with_time_in_the_job_up_to_a_limit)
{
    PayParameters const pay = pay_in_round_numbers();
    EXPECT_NEAR(pay.of_job(Sector::other, learnt_nothing, 18), 1.045, exact);
    EXPECT_NEAR(pay.of_job(Sector::other, learnt_nothing, 60), 1.15, exact);
    EXPECT_NEAR(pay.of_job(Sector::other, learnt_nothing, 61), 1.15, exact);
    EXPECT_NEAR(pay.of_job(Sector::other, learnt_nothing, -1), 1.0, exact) << "begins next month";
}

TEST(Pay, rises_with_a_right_with_the_time_under_contract_and_with_citizenship)
{
    PayParameters const pay = pay_in_round_numbers();
    EXPECT_NEAR(pay.of_status(WorkRight::none, 1.0), 1.0, exact) << "no contract without a right";
    EXPECT_NEAR(pay.of_status(WorkRight::permit, 0.0), 1.1, exact);
    EXPECT_NEAR(pay.of_status(WorkRight::permit, 0.5), 1.1 * 1.02, exact);
    EXPECT_NEAR(pay.of_status(WorkRight::citizen, 1.0), 1.1 * 1.04 * 1.05, exact);
}

TEST(Pay, is_of_no_status_above_the_most)
{
    for (double const regular : {-0.5, -0.1, 0.0, 0.3, 1.0})
        for (double const contract : {-0.5, 0.0, 0.2, 1.0})
            for (double const citizen : {-0.5, 0.0, 1.0})
            {
                PayParameters pay = pay_in_round_numbers();
                pay.regular_premium = regular;
                pay.contract_premium = contract;
                pay.citizen_premium = citizen;
                for (WorkRight const right :
                     {WorkRight::none, WorkRight::permit, WorkRight::citizen})
                    for (double const part : {0.0, 0.4, 1.0})
                        EXPECT_LE(pay.of_status(right, part), pay.most_of_status());
            }
}

TEST(Pay, comes_late_at_first_and_then_every_month)
{
    PayParameters pay;
    pay.first_after = 2;
    EXPECT_EQ(pay.months_paid(0), 0);
    EXPECT_EQ(pay.months_paid(1), 0);
    EXPECT_EQ(pay.months_paid(2), 3) << "of three months";
    EXPECT_EQ(pay.months_paid(3), 1);
    EXPECT_EQ(pay.months_paid(60), 1);
}

TEST(Pay, comes_every_month_from_the_first_where_nothing_is_late)
{
    PayParameters pay;
    pay.first_after = 0;
    EXPECT_EQ(pay.months_paid(0), 1);
    EXPECT_EQ(pay.months_paid(1), 1);
}

TEST(Pay, is_in_the_end_that_of_all_months_however_late_the_first)
{
    for (int const late : {0, 1, 2, 5})
    {
        PayParameters pay;
        pay.first_after = late;
        int paid = 0;
        for (int month = 0; month <= 24; ++month) paid += pay.months_paid(month);
        EXPECT_EQ(paid, 25) << late;
    }
}
}  // namespace kochmon
