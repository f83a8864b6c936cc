// SPDX-License-Identifier: MIT
#include "analysis/calibrate/implausibility.hpp"

#include <cmath>
#include <limits>

#include "engine/contract.hpp"

namespace kochmon
{
namespace
{
constexpr double missing_counts_as = 30.0;

double allowed_variance(TargetAim const& aim)
{
    return aim.tolerance * aim.tolerance + aim.discrepancy * aim.discrepancy;
}
}  // namespace

double implausibility(TargetAim const& aim, double estimate, double variance)
{
    return std::abs(estimate - aim.value) / std::sqrt(variance + allowed_variance(aim));
}

double squared_error(MeasuredTarget const& measured)
{
    return std::isfinite(measured.standard_error)
               ? measured.standard_error * measured.standard_error
               : 0.0;
}

std::vector<Evaluation> with_pooled_errors(std::span<Evaluation const> runs)
{
    std::vector<Evaluation> pooled(runs.begin(), runs.end());
    std::size_t const targets = runs.empty() ? 0 : runs.front().measured.size();
    for (std::size_t t = 0; t < targets; ++t)
    {
        double sum = 0.0;
        std::size_t known = 0;
        for (Evaluation const& run : runs)
        {
            double const squared = squared_error(run.measured[t]);
            if (!std::isfinite(run.measured[t].mean) || squared == 0.0) continue;
            sum += squared;
            ++known;
        }
        double const error = known == 0 ? 0.0 : std::sqrt(sum / static_cast<double>(known));
        for (Evaluation& run : pooled) run.measured[t].standard_error = error;
    }
    return pooled;
}

std::vector<double> implausibilities(std::span<TargetAim const> aims, Measured const& measured)
{
    EXPECT(aims.size() == measured.size());
    std::vector<double> found;
    for (std::size_t t = 0; t < aims.size(); ++t)
        found.push_back(std::isfinite(measured[t].mean)
                            ? implausibility(aims[t], measured[t].mean, squared_error(measured[t]))
                            : std::numeric_limits<double>::infinity());
    return found;
}

WorstTwo worst_two(std::span<double const> implausibilities)
{
    WorstTwo worst;
    for (std::size_t t = 0; t < implausibilities.size(); ++t)
        if (implausibilities[t] > worst.largest)
            worst = {.largest = implausibilities[t], .second = worst.largest, .target = t};
        else if (implausibilities[t] > worst.second)
            worst.second = implausibilities[t];
    return worst;
}

double misfit(std::span<TargetAim const> aims, Measured const& measured)
{
    EXPECT(aims.size() == measured.size());
    double sum = 0.0;
    for (std::size_t t = 0; t < aims.size(); ++t)
    {
        double const miss = measured[t].mean - aims[t].value;
        sum += std::isfinite(miss) ? miss * miss / allowed_variance(aims[t])
                                   : missing_counts_as * missing_counts_as;
    }
    return sum;
}
}  // namespace kochmon
