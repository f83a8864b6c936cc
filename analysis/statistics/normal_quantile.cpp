// SPDX-License-Identifier: MIT
#include "analysis/statistics/normal_quantile.hpp"

#include <array>
#include <cmath>
#include <span>

#include "engine/contract.hpp"
#include "engine/elementary.hpp"

namespace kochmon
{
namespace
{
constexpr double share_of_a_tail = 0.02425;
constexpr std::array<double, 6> central_numerator = {-3.969683028665376e+01, 2.209460984245205e+02,
                                                     -2.759285104469687e+02, 1.383577518672690e+02,
                                                     -3.066479806614716e+01, 2.506628277459239e+00};
constexpr std::array<double, 6> central_denominator = {
    -5.447609879822406e+01, 1.615858368580409e+02,  -1.556989798598866e+02,
    6.680131188771972e+01,  -1.328068155288572e+01, 1.0};
constexpr std::array<double, 6> tail_numerator = {-7.784894002430293e-03, -3.223964580411365e-01,
                                                  -2.400758277161838e+00, -2.549732539343734e+00,
                                                  4.374664141464968e+00,  2.938163982698783e+00};
constexpr std::array<double, 5> tail_denominator = {7.784695709041462e-03, 3.224671290700398e-01,
                                                    2.445134137142996e+00, 3.754408661907416e+00,
                                                    1.0};

double polynomial(std::span<double const> coefficients, double x)
{
    double sum = 0.0;
    for (double const coefficient : coefficients) sum = sum * x + coefficient;
    return sum;
}

double in_low_tail(double share)
{
    double const q = std::sqrt(-2.0 * elementary::log(share));
    return polynomial(tail_numerator, q) / polynomial(tail_denominator, q);
}
}  // namespace

double normal_quantile(double share)
{
    EXPECT(share > 0.0 && share < 1.0);
    if (share < share_of_a_tail) return in_low_tail(share);
    if (share > 1.0 - share_of_a_tail) return -in_low_tail(1.0 - share);
    double const q = share - 0.5;
    double const r = q * q;
    return polynomial(central_numerator, r) * q / polynomial(central_denominator, r);
}
}  // namespace kochmon
