// SPDX-License-Identifier: MIT
#pragma once

#include <cmath>

#include "engine/elementary.hpp"

// Distributions of our own, since those of the standard library differ between libraries. Each
// takes uniform draws from (0, 1) and uses IEEE arithmetic alone (the square root is exact).
namespace kochmon
{
/// Box and Muller: sqrt(-2 ln u) cos(2 pi w).
inline double standard_normal(double u, double w)
{
    return std::sqrt(-2.0 * elementary::log(u)) * elementary::cos_pi(2.0 * w);
}

/// Mean 1.
inline double standard_exponential(double u)
{
    return -elementary::log(u);
}

/// Mean 1, log spread `spread`: exp(spread z - spread^2 / 2).
inline double lognormal_of_mean_one(double spread, double u, double w)
{
    return elementary::exp(spread * standard_normal(u, w) - spread * spread / 2.0);
}
}  // namespace kochmon
