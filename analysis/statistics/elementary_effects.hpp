// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <limits>
#include <span>
#include <vector>

#include "analysis/statistics/design_values.hpp"
#include "analysis/statistics/paired.hpp"
#include "analysis/statistics/unit_point.hpp"

namespace kochmon
{
/// What one factor does along paths through the space of all: changes for the whole of its range,
/// each at another place. Intervals of 90 % by bootstrap over paths; NaN where there are none.
struct ElementaryEffects
{
    std::size_t effects = 0;  // steps of which both ends have all runs
    double mean_absolute = std::numeric_limits<double>::quiet_NaN();  // mu*: how much it matters
    Interval mean_absolute_nine_in_ten = {mean_absolute, mean_absolute};
    double mean = mean_absolute;  // mu: its sign, where effects do not cancel
    Interval mean_nine_in_ten = {mean, mean};
    /// sigma: how much the effect hangs on the place, by curvature or by the other factors.
    double deviation = mean_absolute;
    /// What luck alone would make of it, of as many replicates; NaN of one.
    double deviation_by_luck = mean_absolute;
};

/// By factor, from paths of dimensions + 1 points along which one coordinate after the other takes
/// a step, or stays where it is, which is no effect (Morris 1991; the mean of absolute effects:
/// Campolongo, Cariboni and Saltelli 2007).
std::vector<ElementaryEffects> elementary_effects(std::span<UnitPoint const> design,
                                                  DesignValues const& values);
}  // namespace kochmon
