// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace kochmon
{
/// A measure in the same replicates under the base, under the policy and, if it was lived, under
/// the policy's rule alone.
struct PairedSample
{
    std::vector<double> base;
    std::vector<double> policy;
    std::vector<double> rule_alone;  // empty: not lived, or without a value in some replicate
    std::vector<std::uint32_t> numbers = {};  // of the replicates; empty: 0, 1, ...

    std::size_t replicates() const { return base.size(); }
};

struct Interval
{
    double low = 0.0;
    double high = 0.0;
};

constexpr Interval around(double centre, double half_width)
{
    return {centre - half_width, centre + half_width};
}

/// The grain to which differences of a sample are told, a power of two: values of millions of
/// persons differ by whole agents, and what is smaller than a billionth of an agent is rounding.
double grain_of(PairedSample const& sample);

/// What replicates tell about the effect of a policy if each is drawn as the others are: what the
/// interval of a nested study holds is told by `nested_effect`. Intervals need two replicates at
/// least.
struct PairedEffect
{
    double base = 0.0;                    // mean over replicates
    double policy = 0.0;                  // likewise
    double difference = 0.0;              // direct + indirect, exactly
    std::optional<double> direct = {};    // of the rule by itself; the rest of the difference is
    std::optional<double> indirect = {};  // what others do about it
    bool alike = false;                   // the same difference in all replicates
    std::optional<Interval> half = {};    // that hold the mean with 50 and 90 %
    std::optional<Interval> nine_in_ten = {};
    std::optional<Interval> unpaired = {};  // 90 %, had the worlds shared no luck
    std::optional<double> gain = {};        // unpaired runs that are worth one paired run; none
                                            // where all differences are alike
};
PairedEffect paired_effect(PairedSample const& sample);

/// Quantiles over replicates, linear between order statistics (type 7 of R).
inline constexpr std::array<double, 5> spread_quantiles = {0.05, 0.25, 0.5, 0.75, 0.95};
std::array<double, 5> quantiles(std::vector<double> values);
/// Policy less base, replicate by replicate.
std::vector<double> differences(PairedSample const& sample);
}  // namespace kochmon
