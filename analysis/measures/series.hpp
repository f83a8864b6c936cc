// SPDX-License-Identifier: MIT
#pragma once

#include <deque>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "agents/society.hpp"

#include "analysis/measures/measure.hpp"

namespace kochmon
{
/// One line through time: a measure of a group.
struct SeriesColumn
{
    Measure const* measure;
    Breakdown by;
    Group const* group;

    /// Whether a run of these countries has it: groups of others have no rows, and countries of
    /// origin are told apart where there are several.
    bool shown(Origins const& origins) const;
};
/// All of them, in the order of series.csv: measure, breakdown, group.
std::vector<SeriesColumn> const& series_columns();
/// Number of a column that exists.
std::size_t series_column(std::string const& measure, Breakdown by, std::string const& group);

/// Mean, smallest and largest value over replicates that have one.
struct Spread
{
    double mean;
    double low;
    double high;
};

/// Keeps every measure of the reported months.
class SeriesRecorder final : public MonthObserver
{
  public:
    SeriesRecorder() : SeriesRecorder(series_columns()) {}
    /// Only these.
    explicit SeriesRecorder(std::vector<SeriesColumn> columns) : columns_(std::move(columns)) {}

    struct Entry
    {
        std::uint32_t replicate;
        Month month;
        std::vector<double> values;  // by column of this recorder; NaN: none
    };

    void observe(MonthRecord const& record) override;
    std::vector<SeriesColumn> const& columns() const { return columns_; }
    std::vector<Entry> const& entries() const { return entries_; }

    /// Months recorded, the same in every replicate.
    std::size_t months() const;
    std::size_t replicates() const;
    Month month(std::size_t at) const { return entries_[at].month; }
    /// Nothing if no replicate has a value.
    std::optional<Spread> spread(std::size_t column, std::size_t month_at) const;

    /// Whether the run has this column, or this group.
    bool shows(SeriesColumn const& column) const { return column.shown(origins_); }
    bool shows(Breakdown by, Group const& group) const;
    /// `series.csv`
    std::string csv(std::string const& scenario) const;

  private:
    void remember(MonthRecord const& record);
    Tally sum_of_last(std::size_t months) const;

    std::vector<SeriesColumn> columns_;
    Origins origins_;           // of the run
    std::deque<Tally> recent_;  // the last months, warm-up included, the present one last
    std::uint32_t replicate_ = 0;
    std::vector<Entry> entries_;  // by replicate, then month
};
}  // namespace kochmon
