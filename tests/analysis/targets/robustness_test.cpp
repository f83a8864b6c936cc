// SPDX-License-Identifier: MIT
#include "analysis/targets/robustness.hpp"

#include <gtest/gtest.h>

namespace kochmon
{
namespace
{
/// One answer with these means and intervals, by set.
Robustness robustness_of(std::vector<Estimate> const& estimates)
{
    std::vector<std::vector<JudgedAnswer>> judged;
    judged.reserve(estimates.size());
    for (Estimate const& one : estimates)
        judged.push_back({{.shock = "s",
                           .what = "w",
                           .answer = {.name = "a", .measure = "abroad"},
                           .estimate = one}});
    return robust_answers(judged).front().robustness;
}

Estimate between(double low, double high)
{
    return {.values = {low, high}, .mean = (low + high) / 2.0, .nine_in_ten = Interval{low, high}};
}

TEST(RobustnessOf, an_answer_is_robust_if_its_sign_is_that_of_all)
{
    EXPECT_EQ(robustness_of({between(0.1, 0.2), between(0.01, 0.3)}), Robustness::robust);
    EXPECT_EQ(robustness_of({between(-0.2, -0.1), between(-0.3, -0.2)}), Robustness::robust);
}

TEST(RobustnessOf, signs_that_differ_depend_on_the_model)
{
    EXPECT_EQ(robustness_of({between(0.1, 0.2), between(-0.2, -0.1)}), Robustness::model_dependent);
    EXPECT_EQ(robustness_of({between(0.1, 0.2), between(-0.1, 0.1), between(-0.2, -0.1)}),
              Robustness::model_dependent);
}

TEST(RobustnessOf, an_interval_that_holds_0_leaves_the_sign_open)
{
    EXPECT_EQ(robustness_of({between(0.1, 0.2), between(-0.1, 0.2)}), Robustness::unclear);
    EXPECT_EQ(robustness_of({between(0.0, 0.2)}), Robustness::unclear);
}

TEST(RobustnessOf, one_replicate_is_taken_by_its_value)
{
    Estimate const one{.values = {0.1}, .mean = 0.1};
    EXPECT_EQ(robustness_of({one, between(0.1, 0.2)}), Robustness::robust);
}

TEST(RobustnessOf, what_has_no_value_under_one_set_has_none)
{
    EXPECT_EQ(robustness_of({between(0.1, 0.2), Estimate{}}), Robustness::no_value);
}
}  // namespace
}  // namespace kochmon
