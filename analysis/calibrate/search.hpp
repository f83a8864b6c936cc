// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "analysis/calibrate/evaluations.hpp"
#include "analysis/calibrate/spread.hpp"

namespace kochmon
{
struct SearchSettings
{
    std::size_t starts = 1;  // best points run so far from which it begins, one after another
    std::size_t evaluations = 100;  // of the model, in all starts together, at most
    double least_step = 1e-3;       // in a coordinate of [0, 1]: below that it ends
    double least_gain = 1e-2;       // of the misfit: likewise
};

enum class SearchEnd
{
    converged,         // steps or gains became small
    evaluations_used,  // the limit was reached
    rounding,          // rounding or noise left nothing to gain
    failed,            // the method gave up; the best point stands
    stopped,           // on request
};

/// One descent.
struct SearchReport
{
    UnitPoint start;
    double misfit_at_start = 0.0;
    UnitPoint best;
    double misfit = 0.0;
    std::size_t evaluations = 0;
    SearchEnd end = SearchEnd::converged;
};

/// Looks for the smallest misfit inside a box with the model itself, without derivatives: BOBYQA
/// (Powell 2009), for one parameter the simplex of subspaces (Rowan 1990), from the best points run
/// so far. What the evaluation throws is thrown on.
std::vector<SearchReport> search(CalibrationProblem const& problem, Box const& box,
                                 SearchSettings const& settings, Evaluations& runs);
}  // namespace kochmon
