// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "analysis/statistics/design_values.hpp"
#include "analysis/sweep/study.hpp"
#include "analysis/sweep/study_value.hpp"

namespace kochmon
{
/// A kept row in the last month of the runs. NaN: the run is missing, or has no value.
struct LastRow
{
    StudyValue what;
    DesignValues base;    // one point
    DesignValues points;  // point 1 first
};

/// Collects the last month of a study, run by run.
class LastValues
{
  public:
    LastValues(std::size_t points, std::uint32_t replicates)
        : points_(points), replicates_(replicates)
    {
    }

    /// `point`: as the study counts, 0 the base. Values of a month before the last are passed over.
    void add(std::size_t point, std::uint32_t replicate, StudyValue const& value);
    /// In the order of the runs.
    std::vector<LastRow> const& rows() const { return rows_; }

  private:
    std::size_t points_;
    std::uint32_t replicates_;
    std::string month_;
    std::vector<LastRow> rows_;
    std::map<std::string, std::size_t> at_;
};

/// Where the points stand in a factor, point 1 first: numbers that rise with its values, alike for
/// the same value. NaN: as in the base.
std::vector<double> positions_of(std::vector<SweepPoint> const& points, Factor const& factor,
                                 std::size_t number);
}  // namespace kochmon
