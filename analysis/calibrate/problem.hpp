// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <functional>
#include <limits>
#include <span>
#include <string>
#include <vector>

#include "analysis/statistics/polynomial.hpp"
#include "analysis/statistics/unit_point.hpp"

namespace kochmon
{
/// As many as an emulator takes.
inline constexpr std::size_t most_free_parameters = most_dimensions;

/// A parameter that is to be found, and its prior range in the parameter's own unit; low < high.
struct FreeParameter
{
    std::string path;
    double low = 0.0;
    double high = 1.0;
};

/// What the model is to meet. All in the target's own unit; tolerance and discrepancy are not both
/// 0.
struct TargetAim
{
    std::string name;
    double value = 0.0;
    double tolerance = 0.0;    // standard deviation that the observation allows
    double discrepancy = 0.0;  // standard deviation by which the model itself may stand apart
};
/// Square root of tolerance^2 + discrepancy^2: the unit in which misses and sensitivities are told.
double allowance(TargetAim const& aim);

struct CalibrationProblem
{
    std::vector<FreeParameter> parameters = {};  // one to 24
    std::vector<TargetAim> targets = {};         // one at least
};
/// Throws InternalError where the problem breaks what is said above: the caller checks the file.
void check(CalibrationProblem const& problem);

/// A point of the space of free parameters, in their order: 0 is the low end, 1 the high end. The
/// same point in the parameters' own units.
std::vector<double> values_at(CalibrationProblem const& problem, UnitPoint const& point);
/// The unit point of such values; outside [0, 1] where a value is outside its range.
UnitPoint unit_point_of(CalibrationProblem const& problem, std::span<double const> values);

/// A target as the model met it.
struct MeasuredTarget
{
    double mean = std::numeric_limits<double>::quiet_NaN();  // over replicates; NaN: no value
    double standard_error = 0.0;  // of the mean; 0 or NaN where it is not known
};
using Measured = std::vector<MeasuredTarget>;  // by target

/// What a point was run for.
enum class Stage
{
    wave,             // to learn where the model can meet the targets
    search,           // to come as near to them as possible
    around_accepted,  // to fill the accepted set
};

struct Evaluation
{
    UnitPoint point;
    Measured measured;
    Stage stage = Stage::wave;
    std::size_t wave = 0;  // numbered from 1; 0 in other stages
};

/// Runs the model at each point of a batch, which may be done at once, and tells what it measured,
/// in the order of the points. The same points must always give the same; a study is taken up again
/// by giving what is known already. May return fewer, those of the first points, when a stop was
/// asked for on the way. What it throws ends the calibration.
using Evaluate = std::function<std::vector<Measured>(std::span<UnitPoint const> batch)>;
}  // namespace kochmon
