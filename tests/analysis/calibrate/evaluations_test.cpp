// SPDX-License-Identifier: MIT
#include "analysis/calibrate/evaluations.hpp"

#include <stdexcept>

#include <gtest/gtest.h>

namespace kochmon
{
namespace
{
std::vector<Measured> doubled(std::span<UnitPoint const> batch)
{
    std::vector<Measured> measured;
    for (UnitPoint const& point : batch) measured.push_back({{2.0 * point[0], 0.0}});
    return measured;
}

std::vector<UnitPoint> const five = {{0.1}, {0.2}, {0.3}, {0.4}, {0.5}};

TEST(Evaluations, run_in_batches_and_are_remembered_in_order)
{
    std::vector<std::size_t> sizes;
    Evaluations runs(
        [&](std::span<UnitPoint const> batch)
        {
            sizes.push_back(batch.size());
            return doubled(batch);
        },
        {}, 2);
    EXPECT_TRUE(runs.run(five, Stage::wave, 3));
    EXPECT_EQ(sizes, (std::vector<std::size_t>{2, 2, 1}));
    ASSERT_EQ(runs.all().size(), 5U);
    EXPECT_EQ(runs.all()[4].point, five[4]);
    EXPECT_EQ(runs.all()[4].measured[0].mean, 1.0);
    EXPECT_EQ(runs.all()[4].wave, 3U);
}

TEST(Evaluations, heed_a_stop_between_batches_and_keep_what_was_run)
{
    int asked = 0;
    Evaluations runs(
        doubled, [&] { return ++asked > 2; }, 2);
    EXPECT_FALSE(runs.run(five, Stage::wave));
    EXPECT_EQ(runs.all().size(), 4U);
    EXPECT_TRUE(runs.is_stopped());
    EXPECT_FALSE(runs.run(five, Stage::search));
    EXPECT_EQ(runs.all().size(), 4U);
}

TEST(Evaluations, are_told_after_each_batch_in_which_one_was_made)
{
    std::vector<std::size_t> told;
    std::size_t batches = 0;
    Evaluations runs([&](std::span<UnitPoint const> batch)
                     { return doubled(batch.first(++batches < 3 ? batch.size() : 0)); },
                     {}, 2,
                     [&](std::vector<Evaluation> const& all) { told.push_back(all.size()); });
    EXPECT_FALSE(runs.run(five, Stage::wave));
    EXPECT_EQ(told, (std::vector<std::size_t>{2, 4}));
}

TEST(Evaluations, take_a_short_answer_for_a_stop)
{
    Evaluations runs([](std::span<UnitPoint const> batch) { return doubled(batch.first(1)); }, {},
                     0);
    EXPECT_FALSE(runs.run(five, Stage::wave));
    EXPECT_EQ(runs.all().size(), 1U);
    EXPECT_TRUE(runs.is_stopped());
}
}  // namespace
}  // namespace kochmon
