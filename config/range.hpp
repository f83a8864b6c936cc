// SPDX-License-Identifier: MIT
#pragma once

namespace kochmon
{
/// Smallest and largest admissible value, in the unit in which the program reads it.
struct Range
{
    double lowest = 0.0;
    double highest = 1.0;

    bool holds(double value) const { return value >= lowest && value <= highest; }
};
}  // namespace kochmon
