// SPDX-License-Identifier: MIT
#include "agents/rules/work.hpp"

#include <cmath>

#include <gtest/gtest.h>

#include "tests/agents/exact.hpp"

namespace kochmon
{
namespace
{
using tests::exact;

WorkParameters work_in_round_numbers()
{
    WorkParameters work;
    work.loss = HazardPerMonth(0.03);
    work.new_job_loss = 3.0;
    work.settled_after = 12.0;
    work.contract_offer = HazardPerMonth(0.05);
    return work;
}
}  // namespace

TEST(Work, is_lost_more_often_while_it_is_new)
{
    WorkParameters const work = work_in_round_numbers();
    EXPECT_NEAR(work.loss_after(0).value(), 0.09, exact);
    EXPECT_NEAR(work.loss_after(3).value(), 0.03 * 2.5, exact);
    EXPECT_NEAR(work.loss_after(12).value(), 0.03, exact);
    EXPECT_NEAR(work.loss_after(100).value(), 0.03, exact);
    EXPECT_EQ(work.newness(-1), 1.0) << "begins next month";
}

TEST(Work, has_a_contract_for_a_part_of_the_horizon)
{
    WorkParameters work = work_in_round_numbers();
    // c H = 1: 1 - (1 - exp(-1))
    EXPECT_NEAR(work.part_with_contract(20.0), std::exp(-1.0), exact);
    // by small steps: the mean over the horizon of 1 - exp(-c t)
    double sum = 0.0;
    for (int step = 0; step < 10'000; ++step)
        sum += 1.0 - std::exp(-0.05 * 40.0 * (step + 0.5) / 1e4);
    EXPECT_NEAR(work.part_with_contract(40.0), sum / 1e4, 1e-8);
    work.contract_offer = HazardPerMonth(0.0);
    EXPECT_EQ(work.part_with_contract(20.0), 0.0);
}
}  // namespace kochmon
