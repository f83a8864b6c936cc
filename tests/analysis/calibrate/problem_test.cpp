// SPDX-License-Identifier: MIT
#include "analysis/calibrate/problem.hpp"

#include <gtest/gtest.h>

#include "engine/error.hpp"

namespace kochmon
{
namespace
{
CalibrationProblem one_of_each()
{
    return {.parameters = {{.path = "a", .low = 0.1, .high = 0.7}, {"b", -3.0, 5.0}},
            .targets = {{.name = "t", .value = 1.0, .tolerance = 0.3, .discrepancy = 0.4}}};
}

TEST(CalibrationProblem, meets_both_ends_of_a_range_exactly)
{
    CalibrationProblem const problem = one_of_each();
    EXPECT_EQ(values_at(problem, {0.0, 0.0}), (std::vector<double>{0.1, -3.0}));
    EXPECT_EQ(values_at(problem, {1.0, 1.0}), (std::vector<double>{0.7, 5.0}));
    EXPECT_EQ(values_at(problem, {0.5, 0.25})[1], -1.0);
    EXPECT_EQ(unit_point_of(problem, std::vector{0.1, 1.0}), (UnitPoint{0.0, 0.5}));
}

TEST(CalibrationProblem, allows_what_observation_and_model_may_err_together)
{
    EXPECT_DOUBLE_EQ(allowance(one_of_each().targets[0]), 0.5);
}

TEST(CalibrationProblem, is_refused_where_it_cannot_be_solved)
{
    EXPECT_NO_THROW(check(one_of_each()));
    CalibrationProblem problem = one_of_each();
    problem.parameters[0].high = 0.1;
    EXPECT_THROW(check(problem), InternalError);
    problem = one_of_each();
    problem.targets[0].tolerance = problem.targets[0].discrepancy = 0.0;
    EXPECT_THROW(check(problem), InternalError);
    problem = one_of_each();
    problem.parameters.resize(24, problem.parameters[0]);
    EXPECT_NO_THROW(check(problem));
    problem.parameters.resize(25, problem.parameters[0]);
    EXPECT_THROW(check(problem), InternalError);
    problem = one_of_each();
    problem.targets.clear();
    EXPECT_THROW(check(problem), InternalError);
}
}  // namespace
}  // namespace kochmon
