// SPDX-License-Identifier: MIT
#pragma once

/// The project's own elementary functions. They use IEEE add, subtract, multiply and divide in a
/// fixed order and no fused multiply-add, so that every compiler and processor gives the same bits
/// (glibc's differ with and without FMA). Coefficients and the order of operations stand in
/// docs/model.md, so that another language can repeat them.
namespace kochmon::elementary
{
/// e^x within 1 ulp; 0 below -708, infinity above 709.7.
double exp(double x);
/// Natural logarithm of x > 0 (normal numbers) within 1 ulp.
double log(double x);
/// sin(pi x) within 1 ulp, for |x| <= 2^30; the reduction is exact.
double sin_pi(double x);
/// cos(pi x) = sin(pi (x + 1/2)); exact reduction.
double cos_pi(double x);
}  // namespace kochmon::elementary
