// SPDX-License-Identifier: MIT
#include "analysis/calibrate/search.hpp"

#include <limits>
#include <set>
#include <stdexcept>

#include <gtest/gtest.h>

#include "tests/analysis/calibrate/simulator.hpp"

namespace kochmon
{
namespace
{
CalibrationProblem problem_of(std::size_t dimensions, std::vector<TargetAim> targets)
{
    return {.parameters = std::vector<FreeParameter>(dimensions), .targets = std::move(targets)};
}

Box whole_box(std::size_t dimensions)
{
    return {.low = UnitPoint(dimensions, 0.0), .high = UnitPoint(dimensions, 1.0)};
}

/// Runs of the first points of the sequence, then of what the search asks for.
Evaluations begun(std::vector<Surface> surfaces, std::size_t dimensions, std::size_t count,
                  std::function<bool()> stop = {})
{
    Evaluations runs(evaluation_of(std::move(surfaces)), std::move(stop), 0);
    runs.run(SobolSequence(dimensions).take(count), Stage::wave, 1);
    return runs;
}

// The first target would want 1.2, so that the best is (1, 0.3), missed by 0.2 / 0.1.
TEST(Search, finds_an_optimum_on_the_boundary)
{
    auto const bent = [](UnitPoint const& x) { return x[1] + 0.3 * (1.0 - x[0]) * x[0]; };
    CalibrationProblem const problem = problem_of(2, {{"a", 1.2, 0.1, 0.0}, {"b", 0.3, 0.1, 0.0}});
    Evaluations runs = begun({coordinate(0), bent}, 2, 7);
    std::vector<SearchReport> const found = search(problem, whole_box(2), {}, runs);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].end, SearchEnd::converged);
    EXPECT_NEAR(found[0].best[0], 1.0, 2e-3);
    EXPECT_NEAR(found[0].best[1], 0.3, 5e-3);
    EXPECT_NEAR(found[0].misfit, 4.0, 0.05);
    EXPECT_LT(found[0].misfit, found[0].misfit_at_start);
    EXPECT_EQ(runs.all().size(), 7 + found[0].evaluations);
    EXPECT_EQ(runs.all().back().stage, Stage::search);
}

// (1, 1) at the end of Rosenbrock's valley, which bends.
TEST(Search, follows_a_bent_valley)
{
    auto const across = [](UnitPoint const& x) { return 10.0 * (x[1] - x[0] * x[0]); };
    CalibrationProblem const problem =
        problem_of(2, {{"a", 0.8, 0.1, 0.0}, {"across", 0.0, 0.1, 0.0}});
    Evaluations runs = begun({coordinate(0), across}, 2, 7);
    SearchReport const found =
        search(problem, whole_box(2), {.evaluations = 300, .least_step = 1e-4}, runs)[0];
    EXPECT_NEAR(found.best[0], 0.8, 0.01);
    EXPECT_NEAR(found.best[1], 0.64, 0.01);
}

TEST(Search, finds_the_best_value_of_a_single_parameter)
{
    Evaluations runs = begun({coordinate(0)}, 1, 3);
    SearchReport const found =
        search(problem_of(1, {{"a", 0.62, 0.1, 0.0}}), whole_box(1), {}, runs)[0];
    EXPECT_NEAR(found.best[0], 0.62, 2e-3);
}

TEST(Search, runs_no_more_than_it_may_and_keeps_the_best)
{
    CalibrationProblem const problem = problem_of(2, {{"a", 0.9, 0.1, 0.0}, {"b", 0.1, 0.1, 0.0}});
    for (std::size_t const limit : {0U, 1U, 3U, 8U})
    {
        Evaluations runs = begun({coordinate(0), coordinate(1)}, 2, 5);
        std::vector<SearchReport> const found =
            search(problem, whole_box(2), {.starts = 2, .evaluations = limit}, runs);
        EXPECT_EQ(found.size(), 2U);
        EXPECT_EQ(runs.all().size(), 5 + limit);
        for (SearchReport const& report : found)
        {
            EXPECT_EQ(report.end, SearchEnd::evaluations_used);
            EXPECT_LE(report.misfit, report.misfit_at_start);
        }
    }
}

TEST(Search, runs_no_point_twice)
{
    CalibrationProblem const problem = problem_of(2, {{"a", 0.5, 0.1, 0.0}, {"b", 0.45, 0.1, 0.0}});
    Evaluations runs = begun({coordinate(0), coordinate(1)}, 2, 1);
    search(problem, whole_box(2), {}, runs);
    EXPECT_GT(runs.all().size(), 5U);
    std::set<UnitPoint> points;
    for (Evaluation const& run : runs.all()) EXPECT_TRUE(points.insert(run.point).second);
}

TEST(Search, stays_in_its_box_but_for_its_start)
{
    CalibrationProblem const problem = problem_of(2, {{"a", 0.9, 0.1, 0.0}, {"b", 0.1, 0.1, 0.0}});
    Evaluations runs = begun({coordinate(0), coordinate(1)}, 2, 2);  // (0.75, 0.25) is the better
    Box const box{.low = {0.2, 0.2}, .high = {0.4, 0.6}};
    SearchReport const found = search(problem, box, {}, runs)[0];
    EXPECT_NEAR(found.best[0], 0.75, 2e-3);
    EXPECT_NEAR(found.best[1], 0.2, 2e-3);
}

TEST(Search, heeds_a_stop_and_passes_errors_on)
{
    CalibrationProblem const problem = problem_of(2, {{"a", 0.9, 0.1, 0.0}, {"b", 0.1, 0.1, 0.0}});
    int asked = 0;
    Evaluations stopped = begun({coordinate(0), coordinate(1)}, 2, 5, [&] { return ++asked > 4; });
    SearchReport const found = search(problem, whole_box(2), {}, stopped)[0];
    EXPECT_EQ(found.end, SearchEnd::stopped);
    EXPECT_EQ(found.evaluations, 3U);

    int called = 0;
    auto const fails = [&](UnitPoint const& x)
    {
        if (++called > 8) throw std::domain_error("no such world");
        return x[0];
    };
    Evaluations failing = begun({fails, coordinate(1)}, 2, 5);
    EXPECT_THROW(search(problem, whole_box(2), {}, failing), std::domain_error);
    EXPECT_EQ(failing.all().size(), 8U);
}

TEST(Search, goes_round_points_without_a_value)
{
    auto const seldom = [](UnitPoint const& x)
    { return x[0] > 0.7 ? std::numeric_limits<double>::quiet_NaN() : x[0]; };
    Evaluations runs = begun({seldom, coordinate(1)}, 2, 7);
    SearchReport const found = search(problem_of(2, {{"a", 0.6, 0.1, 0.0}, {"b", 0.1, 0.1, 0.0}}),
                                      whole_box(2), {}, runs)[0];
    EXPECT_LT(found.misfit, 0.5);
}
}  // namespace
}  // namespace kochmon
