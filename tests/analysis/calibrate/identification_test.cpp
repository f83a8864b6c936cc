// SPDX-License-Identifier: MIT
#include "analysis/calibrate/identification.hpp"

#include <cmath>

#include <gtest/gtest.h>

#include "tests/analysis/calibrate/noise.hpp"
#include "tests/analysis/calibrate/simulator.hpp"

namespace kochmon
{
namespace
{
CalibrationProblem problem_of(std::vector<FreeParameter> parameters, std::vector<TargetAim> targets)
{
    return {.parameters = std::move(parameters), .targets = std::move(targets)};
}

Identification identified(CalibrationProblem const& problem, std::vector<Evaluation> const& runs,
                          std::size_t most = 50)
{
    AcceptedSet const set = accepted_set(problem.targets, runs, usual_cutoff, most);
    return identify(problem, set, runs, {});
}

// By hand: x0 from 0.35 to 0.65 of 100 to 300; the change of 1 over sqrt(0.03^2 + 0.04^2) is 20.
TEST(Identification, pins_a_parameter_by_the_target_that_depends_on_it)
{
    CalibrationProblem const problem = problem_of(
        {{"a", 100.0, 300.0}, {"b", 0.0, 1.0}}, {{"none", 3.0, 1.0, 0.0}, {"a", 0.5, 0.03, 0.04}});
    std::vector<Evaluation> const runs = runs_of(
        {[](UnitPoint const&) { return 3.0; }, [](UnitPoint const& x) { return 1.0 - x[0]; }}, 2,
        200);
    Identification const found = identified(problem, runs);
    ParameterIdentification const& a = found.parameters[0];
    EXPECT_EQ(a.identified, Identified::pinned);
    EXPECT_EQ(a.pinned_by, 1U);
    EXPECT_NEAR(a.targets[1].change, -20.0, 1e-9);
    EXPECT_NEAR(a.targets[1].main_share, 1.0, 1e-9);
    EXPECT_EQ(a.targets[0].change, 0.0);
    EXPECT_NEAR(a.accepted->low, 170.0, 2.0);
    EXPECT_NEAR(a.accepted->high, 230.0, 2.0);
    EXPECT_GT(a.middle_accepted->low, a.accepted->low);
    EXPECT_NEAR(*a.spread_ratio, 0.3, 0.04);
    ParameterIdentification const& b = found.parameters[1];
    EXPECT_EQ(b.identified, Identified::not_identified);
    EXPECT_FALSE(b.pinned_by.has_value());
    EXPECT_GT(*b.spread_ratio, 0.9);
}

// The target moves by 2 of its units over the range, and accepts the whole range.
TEST(Identification, is_not_given_where_the_accepted_interval_is_nearly_the_prior)
{
    CalibrationProblem const problem = problem_of({{"a", 0.0, 1.0}}, {{"a", 0.5, 0.5, 0.0}});
    Identification const found = identified(problem, runs_of({coordinate(0)}, 1, 60));
    EXPECT_TRUE(found.parameters[0].targets[0].is_clear());
    EXPECT_EQ(found.parameters[0].identified, Identified::not_identified);
}

TEST(Identification, is_unclear_with_few_accepted_runs)
{
    CalibrationProblem const problem = problem_of({{"a", 0.0, 1.0}}, {{"a", 0.5, 0.02, 0.0}});
    Identification const few = identified(problem, runs_of({coordinate(0)}, 1, 60));
    EXPECT_TRUE(few.parameters[0].accepted.has_value());
    EXPECT_FALSE(few.parameters[0].spread_ratio.has_value());
    EXPECT_EQ(few.parameters[0].identified, Identified::unclear);
    Identification const many = identified(problem, runs_of({coordinate(0)}, 1, 600));
    EXPECT_EQ(many.parameters[0].identified, Identified::pinned);
}

TEST(Identification, without_accepted_runs_tells_no_interval)
{
    CalibrationProblem const problem =
        problem_of({{"a", 0.0, 1.0}, {"b", 0.0, 1.0}}, {{"a", 5.0, 0.02, 0.0}});
    Identification const found = identified(problem, runs_of({coordinate(0)}, 2, 60));
    EXPECT_FALSE(found.parameters[0].accepted.has_value());
    EXPECT_EQ(found.parameters[0].identified, Identified::unclear);
    EXPECT_EQ(found.parameters[1].identified, Identified::not_identified);
    EXPECT_EQ(identify(problem, {}, {}, {}).parameters[0].identified, Identified::unclear);
}

TEST(Identification, of_a_sum_is_a_correlated_pair)
{
    CalibrationProblem const problem =
        problem_of({{"a", 0.0, 1.0}, {"b", 0.0, 1.0}, {"c", 0.0, 1.0}}, {{"sum", 1.0, 0.02, 0.0}});
    auto const sum = [](UnitPoint const& x) { return x[0] + x[2]; };
    Identification const found = identified(problem, runs_of({sum}, 3, 400));
    ASSERT_EQ(found.correlated.size(), 1U);
    EXPECT_EQ(found.correlated[0].first, 0U);
    EXPECT_EQ(found.correlated[0].second, 2U);
    EXPECT_LT(found.correlated[0].r, -0.9);
}

// Half of the runs' noise is above what the target allows, and nothing depends on the parameter.
TEST(Identification, takes_no_noise_for_a_sensitivity)
{
    CalibrationProblem const problem =
        problem_of(std::vector<FreeParameter>(4), {{"noise", 0.0, 0.2, 0.0}});
    int clear = 0;
    for (std::uint64_t seed = 0; seed < 40; ++seed)
    {
        Noise noise(seed);
        Identification const found =
            identified(problem, runs_of({[&](UnitPoint const&) { return noise(); }}, 4, 50));
        for (ParameterIdentification const& parameter : found.parameters)
            clear += parameter.targets[0].is_clear() ? 1 : 0;
    }
    // 160 looks at three standard errors, of which the form that was chosen counts: 3 at most.
    EXPECT_LE(clear, 3);
}

// Highest in the middle: neither end differs from the other.
TEST(Sensitivity, is_the_change_to_where_the_target_is_highest)
{
    auto const hill = [](UnitPoint const& x) { return -4.0 * (x[0] - 0.6) * (x[0] - 0.6); };
    std::vector<TargetAim> const aims = {{"hill", 0.0, 0.1, 0.0}};
    std::vector<Evaluation> const runs = runs_of({hill}, 2, 40);
    Emulator const emulator = *emulators_of_all_runs(aims, runs)[0];
    TargetSensitivity const found = sensitivity_of(aims[0], emulator, 0, {0.1, 0.1});
    EXPECT_NEAR(found.change, 14.4, 1e-6);
    EXPECT_LT(found.standard_error, 1e-6);
    EXPECT_TRUE(found.is_clear());
    EXPECT_FALSE(sensitivity_of(aims[0], emulator, 1, {0.1, 0.1}).is_clear());
}
}  // namespace
}  // namespace kochmon
