// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "analysis/calibrate/accepted_set.hpp"
#include "analysis/calibrate/sensitivity.hpp"
#include "analysis/statistics/paired.hpp"

namespace kochmon
{
/// Accepted runs before an interval or a correlation is judged: among ten without any relation
/// |r| > 0.8 comes about once in 180 pairs.
inline constexpr std::size_t fewest_accepted = 10;
/// A spread above that share of the prior's is nearly the whole prior: 30 points drawn from the
/// whole prior have one of 1 with a standard deviation of 0.06.
inline constexpr double nearly_whole = 0.8;
/// Beyond which a pair is told.
inline constexpr double strong_correlation = 0.8;

enum class Identified
{
    pinned,          // the interval has shrunk, and a target says why
    not_identified,  // it is nearly the whole prior, or no target depends on the parameter
    unclear,         // too few accepted runs, or a target that no emulator can follow
};

/// Intervals are in the parameter's own unit.
struct ParameterIdentification
{
    Identified identified = Identified::unclear;
    std::optional<std::size_t> pinned_by = {};     // the target of the largest clear sensitivity
    std::optional<Interval> accepted = {};         // lowest and highest accepted; nothing: none is
    std::optional<Interval> middle_accepted = {};  // 5 and 95 % of the accepted
    std::optional<Interval> not_ruled_out = {};    // lowest and highest that emulators leave
    std::optional<double> spread_ratio = {};       // middle_accepted over what the prior would give
    /// By target, others at the middle of the accepted set, or at the best run where it is empty.
    std::vector<TargetSensitivity> targets = {};
};

/// Parameters of which the accepted runs tell a combination only.
struct CorrelatedPair
{
    std::size_t first = 0;
    std::size_t second = 0;
    double r = 0.0;
};

struct Identification
{
    std::vector<ParameterIdentification> parameters = {};
    std::vector<CorrelatedPair> correlated = {};  // |r| > 0.8 among the accepted, strongest first
    std::vector<std::optional<double>> left_out_r2 = {};  // by target, of emulators of all runs
};

/// What the accepted set and all runs say about each parameter; `left`: the sample of the space
/// that is not ruled out.
Identification identify(CalibrationProblem const& problem, AcceptedSet const& set,
                        std::span<Evaluation const> runs, std::span<UnitPoint const> left);
}  // namespace kochmon
