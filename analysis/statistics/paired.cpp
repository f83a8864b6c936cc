// SPDX-License-Identifier: MIT
#include "analysis/statistics/paired.hpp"

#include <algorithm>
#include <cmath>

#include "engine/contract.hpp"

#include "analysis/statistics/student_t.hpp"

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

/// Nought where the values differ by no more than a grain.
double variance(std::vector<double> const& values, double grain)
{
    auto const [least, most] = std::ranges::minmax(values);
    if (most - least <= 2.0 * grain) return 0.0;
    double const centre = mean(values);
    double sum = 0.0;
    for (double const value : values) sum += (value - centre) * (value - centre);
    return sum / static_cast<double>(values.size() - 1);
}

/// To the nearest multiple: sums of such numbers are exact.
double in_grains(double value, double grain)
{
    return std::nearbyint(value / grain) * grain;
}
}  // namespace

namespace
{
/// Degrees of freedom of a difference of two means of unequal variance (Welch 1947), rounded down.
int freedom_of(double base, double policy, int of_each)
{
    double const sum = base + policy;
    if (sum == 0.0) return 2 * of_each;
    return static_cast<int>(sum * sum / (base * base + policy * policy) * of_each);
}
}  // namespace

double grain_of(PairedSample const& sample)
{
    double largest = 0.0;
    for (auto const* const values : {&sample.base, &sample.policy, &sample.rule_alone})
        for (double const value : *values) largest = std::max(largest, std::abs(value));
    if (largest == 0.0) return 1.0;
    int exponent = 0;
    std::frexp(largest, &exponent);
    return std::ldexp(1.0, exponent - 44);
}

std::vector<double> differences(PairedSample const& sample)
{
    double const grain = grain_of(sample);
    std::vector<double> differences;
    for (std::size_t k = 0; k < sample.replicates(); ++k)
        differences.push_back(in_grains(sample.policy[k] - sample.base[k], grain));
    return differences;
}

PairedEffect paired_effect(PairedSample const& sample)
{
    EXPECT(sample.replicates() > 0 && sample.policy.size() == sample.replicates());
    double const grain = grain_of(sample);
    std::vector<double> const differ = differences(sample);
    PairedEffect effect{.base = mean(sample.base), .policy = mean(sample.policy)};
    effect.difference = in_grains(mean(differ), grain);
    if (!sample.rule_alone.empty())
    {
        double sum = 0.0;
        for (std::size_t k = 0; k < sample.replicates(); ++k)
            sum += in_grains(sample.rule_alone[k] - sample.base[k], grain);
        effect.direct = in_grains(sum / static_cast<double>(sample.replicates()), grain);
        effect.indirect = effect.difference - *effect.direct;
    }
    if (sample.replicates() < 2) return effect;
    auto const n = static_cast<double>(sample.replicates());
    int const freedom = static_cast<int>(sample.replicates()) - 1;
    double const paired = variance(differ, grain);
    double const of_base = variance(sample.base, grain);
    double const of_policy = variance(sample.policy, grain);
    double const unpaired = of_base + of_policy;
    double const error = std::sqrt(paired / n);
    effect.alike = paired == 0.0;
    effect.half = around(effect.difference, student_t(Confidence::half, freedom) * error);
    effect.nine_in_ten =
        around(effect.difference, student_t(Confidence::nine_in_ten, freedom) * error);
    effect.unpaired = around(effect.difference, student_t(Confidence::nine_in_ten,
                                                          freedom_of(of_base, of_policy, freedom)) *
                                                    std::sqrt(unpaired / n));
    if (!effect.alike) effect.gain = unpaired / paired;
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
