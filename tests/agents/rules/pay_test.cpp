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
    pay.russian_premium = 0.1;
    pay.profession_premium = {0.2, 0.0, 0.0, 0.5, 0.0};
    pay.tenure_growth = 0.03;
    pay.tenure_limit = 5.0;
    pay.contract_premium = 0.04;
    pay.regular_premium = 0.1;
    pay.citizen_premium = 0.05;
    return pay;
}

constexpr Learning learnt_nothing{};
constexpr Learning learnt_all{.russian = true, .profession = true, .schooling = Schooling::higher};
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
}  // namespace kochmon
