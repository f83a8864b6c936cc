// SPDX-License-Identifier: MIT
#pragma once

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
    std::vector<std::size_t> missed = {};  // targets beyond the cut-off

    bool is_accepted() const { return missed.empty(); }
};

/// By the run's own standard errors, without any emulator.
JudgedRun judged(std::span<TargetAim const> aims, Evaluation const& run, double cutoff);

struct AcceptedSet
{
    /// Accepted runs, smallest misfit first. Where none is accepted: the runs of the smallest
    /// misfit, each with the targets that it misses.
    std::vector<JudgedRun> runs = {};
    std::size_t accepted = 0;  // of all runs, before so many were chosen

    bool is_empty() const { return accepted == 0; }  // then `runs` are not accepted
};

/// At most so many of the runs, spread over all that are accepted: the best, the lowest and highest
/// in each parameter, then the farthest from those chosen. A run nearer to one of them than a
/// fiftieth of the diagonal of all accepted is left out: else the many steps with which a search
/// ends would make the set look narrow.
AcceptedSet accepted_set(std::span<TargetAim const> aims, std::span<Evaluation const> runs,
                         double cutoff, std::size_t most);

/// So many points, or fewer, around the runs of the set (not empty): x + s (p - q), p and q from
/// what is left, 0 < s < 1/2. Of 16 times as many the quarter that the emulators find least
/// implausible; of these the farthest from all that was run.
std::vector<UnitPoint> points_around(AcceptedSet const& set, SpaceLeft const& space,
                                     std::span<Evaluation const> runs, std::size_t count);
}  // namespace kochmon
