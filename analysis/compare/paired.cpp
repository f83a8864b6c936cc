// SPDX-License-Identifier: MIT
#include "analysis/compare/paired.hpp"

#include <algorithm>
#include <cmath>

#include "engine/contract.hpp"

#include "analysis/compare/student_t.hpp"

namespace kochmon
{
namespace
{
double mean(std::vector<double> const& values)
{
    double sum = 0.0;
    for (double const value : values) sum += value;
    return sum / static_cast<double>(values.size());
}

double variance(std::vector<double> const& values)
{
    double const centre = mean(values);
    double sum = 0.0;
    for (double const value : values) sum += (value - centre) * (value - centre);
    return sum / static_cast<double>(values.size() - 1);
}

Interval around(double centre, double half_width)
{
    return {centre - half_width, centre + half_width};
}
}  // namespace

std::vector<double> differences(PairedSample const& sample)
{
    std::vector<double> differences;
    for (std::size_t k = 0; k < sample.replicates(); ++k)
        differences.push_back(sample.policy[k] - sample.base[k]);
    return differences;
}

std::optional<double> half_width(PairedSample const& sample)
{
    if (sample.replicates() < 2) return std::nullopt;
    auto const n = static_cast<double>(sample.replicates());
    return student_t(Confidence::nine_in_ten, static_cast<int>(sample.replicates()) - 1) *
           std::sqrt(variance(differences(sample)) / n);
}

PairedEffect paired_effect(PairedSample const& sample)
{
    EXPECT(sample.replicates() > 0 && sample.policy.size() == sample.replicates());
    PairedEffect effect{.base = mean(sample.base), .policy = mean(sample.policy)};
    effect.difference = mean(differences(sample));
    if (!sample.rule_alone.empty())
    {
        effect.direct = mean(differences({sample.base, sample.rule_alone, {}}));
        effect.indirect = effect.difference - *effect.direct;
    }
    if (sample.replicates() < 2) return effect;
    auto const n = static_cast<double>(sample.replicates());
    int const freedom = static_cast<int>(sample.replicates()) - 1;
    double const paired = variance(differences(sample));
    double const unpaired = variance(sample.base) + variance(sample.policy);
    double const error = std::sqrt(paired / n);
    effect.half = around(effect.difference, student_t(Confidence::half, freedom) * error);
    effect.nine_in_ten =
        around(effect.difference, student_t(Confidence::nine_in_ten, freedom) * error);
    effect.unpaired = around(effect.difference, student_t(Confidence::nine_in_ten, 2 * freedom) *
                                                    std::sqrt(unpaired / n));
    if (paired > 0.0) effect.gain = unpaired / paired;
    return effect;
}

std::array<double, 5> quantiles(std::vector<double> values)
{
    EXPECT(!values.empty());
    std::ranges::sort(values);
    std::array<double, 5> quantiles{};
    for (std::size_t k = 0; k < quantiles.size(); ++k)
    {
        double const at = spread_quantiles[k] * static_cast<double>(values.size() - 1);
        auto const below = static_cast<std::size_t>(at);
        std::size_t const above = std::min(below + 1, values.size() - 1);
        double const part = at - static_cast<double>(below);
        quantiles[k] = values[below] + part * (values[above] - values[below]);
    }
    return quantiles;
}
}  // namespace kochmon
