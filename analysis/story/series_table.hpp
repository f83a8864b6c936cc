// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "analysis/story/effect_table.hpp"

namespace kochmon
{
/// Of a measure in a group and month over replicates.
struct MonthValue
{
    std::string month;
    double mean = 0.0;
    double lowest = 0.0;
    double highest = 0.0;
    int replicates = 0;
};

/// series.csv of a run.
class SeriesTable
{
  public:
    explicit SeriesTable(std::string text) : lines_(std::move(text)) {}

    /// In the order of months; none if the run did not keep them. Values that are none are left
    /// out.
    std::vector<MonthValue> values(RowKey const& key) const;
    /// In which groups a measure stands in the table, as they come.
    std::vector<RowKey> groups(std::string const& measure) const;
    /// The unit of a measure; empty where there are no rows.
    std::string unit(std::string const& measure) const;

  private:
    MeasuredLines lines_;
};
}  // namespace kochmon
