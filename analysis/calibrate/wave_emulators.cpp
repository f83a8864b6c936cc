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
}  // namespace

bool is_good_for(TargetAim const& aim, Emulator const& emulator)
{
    return emulator.fit().left_out_r2 >= half_explained ||
           std::sqrt(emulator.fit().left_out_mean_square) <= allowance(aim);
}

double TargetEmulator::implausibility(UnitPoint const& point) const
{
    if (!is_trusted) return 0.0;
    Prediction const predicted = emulator->at(point);
    return kochmon::implausibility(aim, predicted.mean, predicted.variance + noise);
}

WaveEmulators::WaveEmulators(std::span<TargetAim const> aims, std::span<Evaluation const> runs,
                             double cutoff)
{
    for (std::size_t t = 0; t < aims.size(); ++t)
        targets_.push_back(emulator_of(aims[t], t, runs, cutoff));
}

WaveEmulators WaveEmulators::with(std::span<std::size_t const> targets) const
{
    WaveEmulators some;
    for (std::size_t const t : targets) some.targets_.push_back(targets_[t]);
    return some;
}

std::vector<double> WaveEmulators::implausibilities(UnitPoint const& point) const
{
    std::vector<double> found;
    for (TargetEmulator const& target : targets_) found.push_back(target.implausibility(point));
    return found;
}

double WaveEmulators::largest(UnitPoint const& point, double enough) const
{
    double worst = 0.0;
    for (TargetEmulator const& target : targets_)
    {
        worst = std::max(worst, target.implausibility(point));
        if (worst > enough) break;
    }
    return worst;
}
}  // namespace kochmon
