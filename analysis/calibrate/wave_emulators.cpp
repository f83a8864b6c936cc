// SPDX-License-Identifier: MIT
#include "analysis/calibrate/wave_emulators.hpp"

#include <algorithm>
#include <cmath>

#include "engine/contract.hpp"

namespace kochmon
{
namespace
{
constexpr double half_explained = 0.5;

/// What the runs say about one target.
struct TargetRuns
{
    std::vector<UnitPoint> points;
    std::vector<double> means;
    double squared_errors = 0.0;  // sum
    bool is_met = false;

    void add(UnitPoint const& point, MeasuredTarget const& measured)
    {
        points.push_back(point);
        means.push_back(measured.mean);
        squared_errors += squared_error(measured);
    }
};

TargetEmulator emulator_of(TargetAim const& aim, std::size_t t, std::span<Evaluation const> runs,
                           double cutoff)
{
    TargetRuns valued;
    for (Evaluation const& run : runs)
    {
        MeasuredTarget const& measured = run.measured[t];
        if (!std::isfinite(measured.mean)) continue;
        valued.add(run.point, measured);
        valued.is_met |= implausibility(aim, measured.mean, squared_error(measured)) <= cutoff;
    }
    TargetEmulator target{.aim = aim};
    target.emulator = fit_emulator(valued.points, valued.means);
    target.missing = runs.size() - valued.points.size();
    target.is_met = valued.is_met;
    if (!valued.points.empty())
        target.noise = valued.squared_errors / static_cast<double>(valued.points.size());
    target.is_trusted = target.emulator && (is_good_for(aim, *target.emulator) || !target.is_met);
    return target;
}

/// Of the last, itself if no other is.
std::size_t first_alike(std::vector<TargetEmulator> const& targets)
{
    auto const is_alike = [&](TargetEmulator const& one)
    {
        return one.emulator && targets.back().emulator &&
               one.emulator->fit().inverse_root == targets.back().emulator->fit().inverse_root;
    };
    auto const found = std::find_if(targets.begin(), targets.end() - 1, is_alike);
    return static_cast<std::size_t>(found - targets.begin());
}

/// The targets of a wave at one point. With hundreds of terms leverages take nearly all the time:
/// each is worked out once for all targets that are alike, and none where it does not matter.
class TargetsAtPoint
{
  public:
    TargetsAtPoint(std::vector<TargetEmulator> const& targets, UnitPoint const& point)
        : targets_(targets),
          terms_(polynomial_terms(EmulatorForm::quadratic, point)),
          leverages_(targets.size())
    {
    }

    double implausibility(std::size_t t)
    {
        if (!targets_[t].is_trusted) return 0.0;
        std::optional<double>& leverage = leverages_[targets_[t].alike];
        if (!leverage) leverage = targets_[t].emulator->leverage_at_terms(terms_);
        return targets_[t].implausibility(terms_, *leverage);
    }

    /// The same where it is above `known`; else 0 or itself. With any leverage it is no more than
    /// with none.
    double implausibility_above(double known, std::size_t t)
    {
        return targets_[t].implausibility(terms_, 0.0) > known ? implausibility(t) : 0.0;
    }

  private:
    std::vector<TargetEmulator> const& targets_;
    std::vector<double> terms_;
    std::vector<std::optional<double>> leverages_;  // by the first of those that are alike
};
}  // namespace

bool is_good_for(TargetAim const& aim, Emulator const& emulator)
{
    return emulator.fit().left_out_r2 >= half_explained ||
           std::sqrt(emulator.fit().left_out_mean_square) <= allowance(aim);
}

double TargetEmulator::implausibility(std::span<double const> terms, double leverage) const
{
    if (!is_trusted) return 0.0;
    return kochmon::implausibility(aim, emulator->mean_at_terms(terms),
                                   emulator->variance_with(leverage) + noise);
}

WaveEmulators::WaveEmulators(std::span<TargetAim const> aims, std::span<Evaluation const> runs,
                             double cutoff)
{
    for (std::size_t t = 0; t < aims.size(); ++t)
    {
        targets_.push_back(emulator_of(aims[t], t, runs, cutoff));
        targets_[t].alike = first_alike(targets_);
    }
}

WaveEmulators WaveEmulators::with(std::span<std::size_t const> targets) const
{
    WaveEmulators some;
    for (std::size_t const t : targets)
    {
        auto const alike = std::ranges::find(
            targets, targets_[t].alike, [&](std::size_t other) { return targets_[other].alike; });
        some.targets_.push_back(targets_[t]);
        some.targets_.back().alike = static_cast<std::size_t>(alike - targets.begin());
    }
    return some;
}

std::vector<double> WaveEmulators::implausibilities(UnitPoint const& point) const
{
    TargetsAtPoint targets(targets_, point);
    std::vector<double> found;
    for (std::size_t t = 0; t < targets_.size(); ++t) found.push_back(targets.implausibility(t));
    return found;
}

double WaveEmulators::largest(UnitPoint const& point, double enough) const
{
    TargetsAtPoint targets(targets_, point);
    double worst = 0.0;
    for (std::size_t t = 0; t < targets_.size() && worst <= enough; ++t)
        worst = std::max(worst, targets.implausibility_above(worst, t));
    return worst;
}

bool WaveEmulators::rules_out(UnitPoint const& point, double cutoff) const
{
    TargetsAtPoint targets(targets_, point);
    for (std::size_t t = 0; t < targets_.size(); ++t)
        if (targets.implausibility_above(cutoff, t) > cutoff) return true;
    return false;
}

bool WaveEmulators::rules_out(std::size_t target, UnitPoint const& point, double cutoff) const
{
    return TargetsAtPoint(targets_, point).implausibility_above(cutoff, target) > cutoff;
}
}  // namespace kochmon
