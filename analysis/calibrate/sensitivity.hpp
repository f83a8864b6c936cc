// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "analysis/calibrate/problem.hpp"
#include "analysis/statistics/emulator.hpp"

namespace kochmon
{
/// What a target says about a parameter; all 0 where no emulator could be fitted.
struct TargetSensitivity
{
    /// Between the lowest and the highest emulated value over the parameter's range, others at the
    /// middle, in units of sqrt(tolerance^2 + discrepancy^2); below 0 where the target falls as the
    /// parameter rises.
    double change = 0.0;
    double standard_error = 0.0;  // of the change
    double main_share = 0.0;      // of the target's variance over the prior space, by itself
    double total_share = 0.0;     // and with the products it stands in

    /// Above 1, and above three standard errors.
    bool is_clear() const;
};

/// Change of a target, in units of what it allows, that it takes to tell the ends of a parameter's
/// range apart.
inline constexpr double least_sensitivity = 1.0;
/// Standard errors by which a sensitivity has to stand out, since the largest of many is looked at.
inline constexpr double clear_sensitivity = 3.0;

/// By target, from all runs that have a value of it, over the whole space.
std::vector<std::optional<Emulator>> emulators_of_all_runs(std::span<TargetAim const> aims,
                                                           std::span<Evaluation const> runs);

TargetSensitivity sensitivity_of(TargetAim const& aim, Emulator const& emulator,
                                 std::size_t parameter, UnitPoint const& middle);
}  // namespace kochmon
