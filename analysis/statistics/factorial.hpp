// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "analysis/statistics/design_values.hpp"
#include "analysis/statistics/paired.hpp"

namespace kochmon
{
/// What one factor does by itself, or two do together beyond that.
struct FactorialTerm
{
    std::vector<std::size_t> factors = {};  // one or two
    double variance = 0.0;                  // over the points, without luck; it may be below 0
    double share = 0.0;                     // of all variance over the points
    std::optional<Interval> share_nine_in_ten = {};
};
struct FactorialEffects
{
    double variance = 0.0;
    double luck = 0.0;                      // what it adds to the variance of the points' means
    std::vector<FactorialTerm> terms = {};  // factors, then pairs
    double share_of_higher = 0.0;           // of three factors and more together
};

/// Replicates below which there is no interval.
inline constexpr std::size_t fewest_for_a_jackknife = 3;

/// Main effects and interactions of two factors in a full grid, every point alike likely: the
/// decomposition of the analysis of variance (Fisher 1926; Efron and Stein 1981 for functions),
/// whose parts add up to the whole. Squares are without luck. Intervals of 90 % by the jackknife
/// over replicates (Tukey 1958), with Student's t. `levels_of_factors`: how many each has; the last
/// changes fastest from point to point. Nothing where a run is missing, nothing varies, or luck
/// hides what does.
std::optional<FactorialEffects> factorial_effects(std::span<std::size_t const> levels_of_factors,
                                                  DesignValues const& values);
}  // namespace kochmon
