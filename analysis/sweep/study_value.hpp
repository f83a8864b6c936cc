// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>

#include "analysis/statistics/nested_spread.hpp"

namespace kochmon
{
/// A value of one run, as the plan keeps it.
struct StudyValue
{
    std::string month;
    std::string measure;
    std::string by;
    std::string group;
    std::string value;  // as the run wrote it; empty: none
    std::string unit;

    /// What makes values of different runs the same row.
    std::string row() const { return month + ',' + measure + ',' + by + ',' + group; }
};

/// What a point changed, in the replicates in which base and point have a value.
struct PointEffect
{
    std::size_t point = 0;
    StudyValue what = {};
    std::size_t replicates = 0;
    double base = 0.0;  // mean of these replicates
    NestedSpread difference = {};
};

/// Mean and ends of the 90 % interval, which may be missing.
std::string cells_of_interval(NestedSpread const& spread);
}  // namespace kochmon
