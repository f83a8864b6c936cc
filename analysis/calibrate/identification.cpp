// SPDX-License-Identifier: MIT
#include "analysis/calibrate/identification.hpp"

#include <algorithm>
#include <cmath>

#include "analysis/statistics/spread.hpp"

namespace kochmon
{
namespace
{
/// The part of the prior between its 5 and 95 % quantiles.
constexpr double middle_of_prior = 0.9;

std::vector<UnitPoint> points_of(AcceptedSet const& set)
{
    std::vector<UnitPoint> points;
    for (JudgedRun const& run : set.runs) points.push_back(run.run.point);
    return points;
}

std::vector<double> coordinates(std::vector<UnitPoint> const& points, std::size_t j)
{
    std::vector<double> values;
    values.reserve(points.size());
    for (UnitPoint const& point : points) values.push_back(point[j]);
    return values;
}

double mean_of(std::vector<double> const& values)
{
    double sum = 0.0;
    for (double const value : values) sum += value;
    return sum / static_cast<double>(values.size());
}

double correlation(std::vector<double> const& a, std::vector<double> const& b)
{
    double const mean_a = mean_of(a), mean_b = mean_of(b);
    double squares_a = 0.0, squares_b = 0.0, products = 0.0;
    for (std::size_t k = 0; k < a.size(); ++k)
    {
        squares_a += (a[k] - mean_a) * (a[k] - mean_a);
        squares_b += (b[k] - mean_b) * (b[k] - mean_b);
        products += (a[k] - mean_a) * (b[k] - mean_b);
    }
    double const both = squares_a * squares_b;
    return both > 0.0 ? products / std::sqrt(both) : 0.0;
}

UnitPoint middle_of(AcceptedSet const& set)
{
    if (set.is_empty()) return set.runs.front().run.point;
    std::vector<UnitPoint> const points = points_of(set);
    UnitPoint middle;
    for (std::size_t j = 0; j < points.front().size(); ++j)
        middle.push_back(mean_of(coordinates(points, j)));
    return middle;
}

Interval in_own_unit(FreeParameter const& range, double low, double high)
{
    double const width = range.high - range.low;
    return {.low = range.low + low * width, .high = range.low + high * width};
}

/// (n - 1) / (n + 1) of the prior's spread is what n points drawn from it have on average.
double spread_ratio(double spread, std::size_t count)
{
    auto const n = static_cast<double>(count);
    return std::min(1.0, spread / middle_of_prior * (n + 1.0) / (n - 1.0));
}

void tell_accepted(ParameterIdentification& found, FreeParameter const& range,
                   std::vector<double> const& accepted)
{
    auto const [low, high] = std::minmax_element(accepted.begin(), accepted.end());
    found.accepted = in_own_unit(range, *low, *high);
    auto const quantile = quantiles(accepted);
    found.middle_accepted = in_own_unit(range, quantile.front(), quantile.back());
    if (accepted.size() >= fewest_accepted)
        found.spread_ratio = spread_ratio(quantile.back() - quantile.front(), accepted.size());
}

std::optional<std::size_t> clearest(std::vector<TargetSensitivity> const& targets)
{
    std::optional<std::size_t> best;
    for (std::size_t t = 0; t < targets.size(); ++t)
        if (targets[t].is_clear() &&
            (!best || std::abs(targets[t].change) > std::abs(targets[*best].change)))
            best = t;
    return best;
}

void judge(ParameterIdentification& found, bool emulators_are_good)
{
    auto const by = clearest(found.targets);
    bool const is_wide = found.spread_ratio && *found.spread_ratio >= nearly_whole;
    if (is_wide || (!by && emulators_are_good))
        found.identified = Identified::not_identified;
    else if (by && found.spread_ratio)
    {
        found.identified = Identified::pinned;
        found.pinned_by = by;
    }
}

std::vector<CorrelatedPair> correlated_in(std::vector<UnitPoint> const& points)
{
    std::vector<CorrelatedPair> pairs;
    if (points.size() < fewest_accepted) return pairs;
    for (std::size_t j = 0; j < points.front().size(); ++j)
        for (std::size_t k = j + 1; k < points.front().size(); ++k)
        {
            double const r = correlation(coordinates(points, j), coordinates(points, k));
            if (std::abs(r) > strong_correlation) pairs.push_back({j, k, r});
        }
    std::stable_sort(pairs.begin(), pairs.end(),
                     [](auto const& a, auto const& b) { return std::abs(a.r) > std::abs(b.r); });
    return pairs;
}

/// The emulators of all runs, and what they tell.
struct Emulators
{
    std::vector<std::optional<Emulator>> of_target;
    bool are_good = true;

    Emulators(std::span<TargetAim const> aims, std::span<Evaluation const> runs)
        : of_target(emulators_of_all_runs(aims, runs))
    {
        for (std::size_t t = 0; t < aims.size(); ++t)
            are_good &= of_target[t] && is_good_for(aims[t], *of_target[t]);
    }

    std::vector<TargetSensitivity> sensitivities(std::span<TargetAim const> aims, std::size_t j,
                                                 UnitPoint const& middle) const
    {
        std::vector<TargetSensitivity> found;
        for (std::size_t t = 0; t < aims.size(); ++t)
            found.push_back(of_target[t] ? sensitivity_of(aims[t], *of_target[t], j, middle)
                                         : TargetSensitivity());
        return found;
    }
};
}  // namespace

Identification identify(CalibrationProblem const& problem, AcceptedSet const& set,
                        std::span<Evaluation const> runs, std::span<UnitPoint const> left)
{
    Identification told;
    told.parameters.resize(problem.parameters.size());
    told.left_out_r2.resize(problem.targets.size());
    if (set.runs.empty()) return told;
    Emulators const emulators(problem.targets, runs);
    for (std::size_t t = 0; t < problem.targets.size(); ++t)
        if (emulators.of_target[t]) told.left_out_r2[t] = emulators.of_target[t]->fit().left_out_r2;
    std::vector<UnitPoint> const accepted =
        set.is_empty() ? std::vector<UnitPoint>() : points_of(set);
    for (std::size_t j = 0; j < problem.parameters.size(); ++j)
    {
        ParameterIdentification& found = told.parameters[j];
        FreeParameter const& range = problem.parameters[j];
        found.targets = emulators.sensitivities(problem.targets, j, middle_of(set));
        if (!accepted.empty()) tell_accepted(found, range, coordinates(accepted, j));
        if (!left.empty())
            found.not_ruled_out = in_own_unit(range, box_of(left).low[j], box_of(left).high[j]);
        judge(found, emulators.are_good);
    }
    told.correlated = correlated_in(accepted);
    return told;
}
}  // namespace kochmon
