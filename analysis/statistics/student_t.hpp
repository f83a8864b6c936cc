// SPDX-License-Identifier: MIT
#pragma once

namespace kochmon
{
enum class Confidence
{
    half,        // 50 %
    nine_in_ten  // 90 %
};

/// Half-width, in standard errors, of the interval that holds the mean of so many degrees of
/// freedom with that confidence: the quantile of Student's t distribution, to seven digits. Tables
/// and the expansion of Cornish and Fisher (Abramowitz and Stegun 26.7.5), so that all compilers
/// agree.
double student_t(Confidence confidence, int degrees_of_freedom);
}  // namespace kochmon
