// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "analysis/calibrate/accepted_set.hpp"
#include "analysis/compare/paired.hpp"

namespace kochmon
{
/// Accepted runs before an interval or a correlation is judged: among ten without any relation
/// |r| > 0.8 comes about once in 180 pairs.
inline constexpr std::size_t fewest_accepted = 10;
/// A 5-95 % interval above that share of the prior's is nearly the whole prior: that of 30 points
/// drawn from the whole prior is 1 with a standard deviation of 0.06.
inline constexpr double nearly_whole = 0.8;
/// Change of a target, in units of what it allows, below which it cannot tell the ends of a
/// parameter's range apart.
inline constexpr double least_sensitivity = 1.0;
/// Standard errors by which a sensitivity has to stand out, since the largest of many is looked at.
inline constexpr double clear_sensitivity = 3.0;
inline constexpr double strong_correlation = 0.8;

enum class Identified
{
    pinned,          // the interval has shrunk and a target says why
    not_identified,  // it is nearly the whole prior, or no target depends on the parameter
    unclear,         // too few accepted runs
};

/// What a target says about a parameter, by an emulator fitted to all runs.
struct TargetSensitivity
{
    /// From the lowest to the highest emulated value over the parameter's range, others at the
    /// middle of the accepted set, in units of sqrt(tolerance^2 + discrepancy^2); below 0 where the
    /// target falls as the parameter rises. And its standard error.
    double change = 0.0;
    double standard_error = 0.0;
    double main_share = 0.0;   // of the target's variance over the prior space, by itself
    double total_share = 0.0;  // and with the products it stands in

    /// Above 1, and above three standard errors.
    bool is_clear() const;
};

/// Intervals are in the parameter's own unit.
struct ParameterIdentification
{
    Identified identified = Identified::unclear;
    std::optional<std::size_t> pinned_by = {};     // the target of the largest clear sensitivity
    std::optional<Interval> accepted = {};         // lowest and highest accepted; nothing: none is
    std::optional<Interval> middle_accepted = {};  // 5 and 95 % of the accepted
    std::optional<Interval> not_ruled_out = {};    // lowest and highest not ruled out by emulators
    std::optional<double> spread_ratio = {};       // middle_accepted over the same of the prior
    std::vector<TargetSensitivity> targets = {};   // by target; empty: nothing could be fitted
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
    std::vector<std::optional<double>> left_out_r2 = {};  // by target, of the emulators used here
};

/// What the accepted runs and all runs say about each parameter.
Identification identify(CalibrationProblem const& problem, AcceptedSet const& set,
                        std::span<Evaluation const> runs, std::span<UnitPoint const> not_ruled_out);
}  // namespace kochmon
