// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <span>
#include <vector>

#include "analysis/calibrate/implausibility.hpp"
#include "analysis/calibrate/space_left.hpp"

namespace kochmon
{
/// A run and how it met the targets.
struct JudgedRun
{
    Evaluation run;
    double misfit = 0.0;
    double largest_implausibility = 0.0;   // infinite where a target has no value
    std::vector<std::size_t> missed = {};  // targets beyond the cut-off; none: accepted

    bool is_accepted() const { return missed.empty(); }
};

/// By the run's own standard error, not an emulator.
JudgedRun judged(std::span<TargetAim const> aims, Evaluation const& run, double cutoff);

struct AcceptedSet
{
    /// Accepted runs, spread over all accepted, the lowest and highest in each parameter among
    /// them, smallest misfit first. Where none is accepted, the runs of the smallest misfit, each
    /// with the targets that it misses.
    std::vector<JudgedRun> runs = {};
    std::size_t accepted =
        0;  // of all runs, before so many were chosen; 0: `runs` are not accepted

    bool is_empty() const { return accepted == 0; }
};
/// At most so many of the runs.
AcceptedSet accepted_set(std::span<TargetAim const> aims, std::span<Evaluation const> runs,
                         double cutoff, std::size_t most);

/// So many points near the accepted ones that no emulator rules out, far from all that was run.
std::vector<UnitPoint> points_around(AcceptedSet const& set, SpaceLeft const& space,
                                     std::span<Evaluation const> runs, std::size_t count);
}  // namespace kochmon
