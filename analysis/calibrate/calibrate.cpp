// SPDX-License-Identifier: MIT
#include "analysis/calibrate/calibrate.hpp"

#include <algorithm>
#include <utility>

#include "analysis/calibrate/implausibility.hpp"

namespace kochmon
{
namespace
{
/// A sample ends a little inside the space that it stands for.
constexpr double margin_of_sample = 0.05;
constexpr double least_margin = 0.01;

Box box_to_search(SpaceLeft const& space, std::size_t dimensions)
{
    if (space.points().empty())
        return {.low = UnitPoint(dimensions, 0.0), .high = UnitPoint(dimensions, 1.0)};
    return widened(box_of(space.points()), margin_of_sample, least_margin);
}

/// The accepted set; where it is not full, after one more round of points around what it holds.
AcceptedSet accepted_after_a_round(CalibrationProblem const& problem,
                                   CalibrationSettings const& settings, SpaceLeft const& space,
                                   Evaluations& runs)
{
    double const cutoff = settings.waves.space.cutoff;
    AcceptedSet set =
        accepted_set(problem.targets, with_pooled_errors(runs.all()), cutoff, settings.accepted);
    if (runs.is_stopped() || set.is_empty() || set.runs.size() >= settings.accepted) return set;
    // About every second is accepted where the emulators are good.
    std::size_t const count =
        std::min(2 * (settings.accepted - set.runs.size()), settings.waves.points);
    runs.run(points_around(set, space, runs.all(), count), Stage::around_accepted);
    return accepted_set(problem.targets, with_pooled_errors(runs.all()), cutoff, settings.accepted);
}
}  // namespace

Calibration calibrate(CalibrationProblem const& problem, Evaluate const& evaluate,
                      CalibrationSettings const& settings)
{
    Evaluations runs(evaluate, settings.stop_asked, settings.batch, settings.batch_run);
    Calibration found{.match = match_history(problem, settings.waves, runs)};
    SpaceLeft const& space = found.match.space;
    if (!runs.is_stopped())
        found.searches =
            search(problem, box_to_search(space, problem.parameters.size()), settings.search, runs);
    found.accepted = accepted_after_a_round(problem, settings, space, runs);
    found.identification = identify(problem, found.accepted, runs.all(), space.points());
    found.runs = with_pooled_errors(runs.all());
    found.stopped = runs.is_stopped();
    return found;
}
}  // namespace kochmon
