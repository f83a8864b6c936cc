// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "analysis/statistics/design_values.hpp"
#include "analysis/statistics/paired.hpp"

namespace kochmon
{
/// The part of the variance that would be gone on average if one factor were known (first), and
/// that would be left if all but this one were known (total). Estimates may lie a little outside 0
/// to 1. Intervals of 90 % by bootstrap over rows of the design.
struct SobolIndex
{
    double first = 0.0;
    Interval first_nine_in_ten = {};
    double total = 0.0;
    Interval total_nine_in_ten = {};
};
struct SobolIndices
{
    std::size_t rows = 0;  // whole ones
    double variance = 0.0;
    std::vector<SobolIndex> factors = {};
};

inline constexpr std::size_t fewest_rows = 8;

/// From a design whose rows are points of A and of B, and A with one column of B, for each
/// dimension. First: the mean of f(B) (f(AB_i) - f(A)) over the variance (Saltelli and others 2010,
/// table 2 (b)), with f less its mean, which takes most of the error away; total: half the mean of
/// (f(A) - f(AB_i))^2 (Jansen 1999). Squares and products are without luck. Rows of which a run is
/// missing are left out. Nothing where rows are fewer than the fewest, nothing varies, or luck
/// hides what does.
std::optional<SobolIndices> sobol_indices(DesignValues const& values, std::size_t dimensions);
}  // namespace kochmon
