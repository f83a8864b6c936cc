// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "analysis/calibrate/implausibility.hpp"
#include "analysis/statistics/emulator.hpp"

namespace kochmon
{
/// The emulator of one target in one wave.
struct TargetEmulator
{
    TargetAim aim;
    std::optional<Emulator> emulator = {};  // nothing: too few runs had a value
    double noise = 0.0;                     // mean squared standard error of the runs
    std::size_t missing = 0;                // runs without a value
    bool is_met = false;                    // by some run, within the cut-off
    bool is_trusted = false;

    /// The first target of the wave whose emulator is of the same form and runs: leverages are the
    /// same.
    std::size_t alike = 0;

    /// With variance = the emulator's + noise; 0 where it is not trusted. The runs share their
    /// luck, so that noise common to all shows in no residual: it is added although the residuals
    /// hold the noise of the single run.
    /// `terms`: of the quadratic at a point; `leverage`: of the emulator there.
    double implausibility(std::span<double const> terms, double leverage) const;
};

/// Whether an emulator is any good for a target: it explains half of the variance of the runs left
/// out, or errs by no more than the target allows.
bool is_good_for(TargetAim const& aim, Emulator const& emulator);

/// The emulators of all targets from the runs of a wave. One that is no good is not trusted and
/// rules nothing out, since what it cannot follow may be a narrow place in which the target is met;
/// unless no run met the target.
class WaveEmulators
{
  public:
    WaveEmulators(std::span<TargetAim const> aims, std::span<Evaluation const> runs, double cutoff);

    /// The same with some of the targets.
    WaveEmulators with(std::span<std::size_t const> targets) const;
    std::vector<TargetEmulator> const& targets() const { return targets_; }
    std::vector<double> implausibilities(UnitPoint const& point) const;
    /// The largest; no more than known to be above `enough` as soon as one target is.
    double largest(UnitPoint const& point, double enough) const;
    /// Whether one is above the cut-off, or that of one target.
    bool rules_out(UnitPoint const& point, double cutoff) const;
    bool rules_out(std::size_t target, UnitPoint const& point, double cutoff) const;

  private:
    WaveEmulators() = default;
    std::vector<TargetEmulator> targets_;
};
}  // namespace kochmon
