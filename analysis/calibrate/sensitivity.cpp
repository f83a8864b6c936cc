// SPDX-License-Identifier: MIT
#include "analysis/calibrate/sensitivity.hpp"

#include <cmath>

namespace kochmon
{
namespace
{
constexpr int steps = 20;

/// The places of the lowest and highest value along one parameter, the smaller place first.
struct Extremes
{
    UnitPoint from;
    UnitPoint to;
};

Extremes range_along(Emulator const& emulator, std::size_t parameter, UnitPoint point)
{
    point[parameter] = 0.0;
    UnitPoint lowest = point, highest = point;
    double low = emulator.at(point).mean, high = low;
    for (int k = 1; k <= steps; ++k)
    {
        point[parameter] = static_cast<double>(k) / steps;
        double const mean = emulator.at(point).mean;
        if (mean < low)
        {
            low = mean;
            lowest = point;
        }
        if (mean > high)
        {
            high = mean;
            highest = point;
        }
    }
    if (lowest[parameter] < highest[parameter]) return {lowest, highest};
    return {highest, lowest};
}
}  // namespace

bool TargetSensitivity::is_clear() const
{
    return std::abs(change) > least_sensitivity &&
           std::abs(change) > clear_sensitivity * standard_error;
}

std::vector<std::optional<Emulator>> emulators_of_all_runs(std::span<TargetAim const> aims,
                                                           std::span<Evaluation const> runs)
{
    std::vector<std::optional<Emulator>> emulators;
    for (std::size_t t = 0; t < aims.size(); ++t)
    {
        std::vector<UnitPoint> points;
        std::vector<double> values;
        for (Evaluation const& run : runs)
        {
            if (!std::isfinite(run.measured[t].mean)) continue;
            points.push_back(run.point);
            values.push_back(run.measured[t].mean);
        }
        emulators.push_back(fit_emulator(points, values));
    }
    return emulators;
}

TargetSensitivity sensitivity_of(TargetAim const& aim, Emulator const& emulator,
                                 std::size_t parameter, UnitPoint const& middle)
{
    Extremes const range = range_along(emulator, parameter, middle);
    Prediction const change = emulator.change(range.from, range.to);
    return {.change = change.mean / allowance(aim),
            .standard_error = std::sqrt(change.variance) / allowance(aim),
            .main_share = emulator.main_share(parameter),
            .total_share = emulator.total_share(parameter)};
}
}  // namespace kochmon
