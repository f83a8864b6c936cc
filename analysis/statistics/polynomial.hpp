// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <vector>

#include "analysis/statistics/unit_point.hpp"

namespace kochmon
{
/// Most coordinates: squares of so many have 49 terms and take 74 runs, a full quadratic 325 and
/// 488.
inline constexpr std::size_t most_dimensions = 24;

/// Polynomials of the coordinates, each holding the terms of those before.
enum class EmulatorForm
{
    constant,
    linear,
    squares,    // and the square of each coordinate
    quadratic,  // and the product of each pair
};

/// Coefficients of a form: 1, 1 + d, 1 + 2d, (d + 1)(d + 2) / 2.
std::size_t terms_of(EmulatorForm form, std::size_t dimensions);

inline constexpr std::size_t most_terms = (most_dimensions + 1) * (most_dimensions + 2) / 2;

/// The terms at a point, with u = 2x - 1: 1, u_j, (3 u_j^2 - 1) / 2, u_j u_k. These are Legendre's:
/// over the whole space no two are correlated, and the variances are 1/3, 1/5 and 1/9. Those of a
/// form are the first of those of any larger one.
std::vector<double> polynomial_terms(EmulatorForm form, UnitPoint const& point);

inline constexpr double variance_of_linear_term = 1.0 / 3.0;
inline constexpr double variance_of_square_term = 1.0 / 5.0;
inline constexpr double variance_of_product_term = 1.0 / 9.0;
}  // namespace kochmon
