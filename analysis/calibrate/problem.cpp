// SPDX-License-Identifier: MIT
#include "analysis/calibrate/problem.hpp"

#include <cmath>

#include "engine/contract.hpp"

namespace kochmon
{
double allowance(TargetAim const& aim)
{
    return std::sqrt(aim.tolerance * aim.tolerance + aim.discrepancy * aim.discrepancy);
}

void check(CalibrationProblem const& problem)
{
    EXPECT(!problem.parameters.empty() && problem.parameters.size() <= most_free_parameters);
    EXPECT(!problem.targets.empty());
    for (FreeParameter const& parameter : problem.parameters)
    {
        EXPECT(std::isfinite(parameter.low) && std::isfinite(parameter.high));
        EXPECT(parameter.low < parameter.high);
    }
    for (TargetAim const& aim : problem.targets)
    {
        EXPECT(std::isfinite(aim.value) && aim.tolerance >= 0.0 && aim.discrepancy >= 0.0);
        EXPECT(std::isfinite(allowance(aim)) && allowance(aim) > 0.0);
    }
}

std::vector<double> values_at(CalibrationProblem const& problem, UnitPoint const& point)
{
    EXPECT(point.size() == problem.parameters.size());
    std::vector<double> values;
    for (std::size_t j = 0; j < point.size(); ++j)
    {
        FreeParameter const& range = problem.parameters[j];
        // So written, both ends of the range are met exactly.
        values.push_back(range.low * (1.0 - point[j]) + range.high * point[j]);
    }
    return values;
}

UnitPoint unit_point_of(CalibrationProblem const& problem, std::span<double const> values)
{
    EXPECT(values.size() == problem.parameters.size());
    UnitPoint point;
    for (std::size_t j = 0; j < values.size(); ++j)
    {
        FreeParameter const& range = problem.parameters[j];
        point.push_back((values[j] - range.low) / (range.high - range.low));
    }
    return point;
}
}  // namespace kochmon
