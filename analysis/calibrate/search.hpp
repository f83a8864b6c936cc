// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "analysis/calibrate/evaluations.hpp"
#include "analysis/statistics/spread.hpp"

namespace kochmon
{
struct SearchSettings
{
    std::size_t starts = 1;         // runs from which it begins, one after the other
    std::size_t evaluations = 100;  // new runs in all descents together, at most; 0: no search
    double least_step = 1e-3;       // of a coordinate in [0, 1]: below that a descent ends
};

enum class SearchEnd
{
    converged,         // the steps became small
    evaluations_used,  // the limit was reached
    rounding,          // rounding leaves nothing to gain
    failed,            // the method gave up; the best point stands
    stopped,           // on request
};

/// One descent.
struct SearchReport
{
    UnitPoint start;
    double misfit_at_start = 0.0;
    UnitPoint best;
    double misfit = 0.0;          // at the best
    std::size_t evaluations = 0;  // new runs
    SearchEnd end = SearchEnd::failed;
};

/// Looks for the smallest misfit by running the model, without derivatives: BOBYQA (Powell 2009),
/// for one parameter the simplex of subspaces (Rowan 1990). Starts are the runs of the smallest
/// misfit so far that lie a tenth of the box's diagonal apart; the box is widened to hold them.
/// What the evaluation throws is thrown on.
std::vector<SearchReport> search(CalibrationProblem const& problem, Box const& box,
                                 SearchSettings const& settings, Evaluations& runs);
}  // namespace kochmon
