// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "analysis/calibrate/problem.hpp"

namespace kochmon
{
/// |estimate - value| / sqrt(variance + tolerance^2 + discrepancy^2): how far a target is missed,
/// in standard deviations of all that is uncertain (Craig et al. 1997). `variance`: of the
/// estimate.
double implausibility(TargetAim const& aim, double estimate, double variance);
/// Square of the standard error; 0 where it is not known.
double squared_error(MeasuredTarget const& measured);
/// The runs with the standard error of each target pooled over all that have one: of a few
/// replicates each is known badly, and a run must not be accepted because its own came out large.
std::vector<Evaluation> with_pooled_errors(std::span<Evaluation const> runs);
/// By target, of a run: its standard error is the variance. Infinite where there is no value.
std::vector<double> implausibilities(std::span<TargetAim const> aims, Measured const& measured);

/// 3: at least 95 % of any distribution with one peak lies within three standard deviations
/// (Pukelsheim 1994).
inline constexpr double usual_cutoff = 3.0;

/// The two worst of several implausibilities. The second is at most 3 while the first is not: one
/// target alone stands in the way.
struct WorstTwo
{
    double largest = 0.0;
    double second = 0.0;
    std::size_t target = 0;  // of the largest
};
WorstTwo worst_two(std::span<double const> implausibilities);

/// Sum over targets of (measured - value)^2 / (tolerance^2 + discrepancy^2). A target without a
/// value counts as missed by thirty.
double misfit(std::span<TargetAim const> aims, Measured const& measured);
}  // namespace kochmon
