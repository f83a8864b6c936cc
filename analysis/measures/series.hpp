// SPDX-License-Identifier: MIT
#pragma once

#include <deque>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/packed_file.hpp"

#include "config/corridor.hpp"

#include "agents/state/month_record.hpp"

#include "analysis/measures/kept_rows.hpp"
#include "analysis/measures/measure.hpp"
#include "analysis/measures/value_rows.hpp"

namespace kochmon
{
/// One line through time: a measure of a group.
struct SeriesColumn
{
    Measure const* measure;
    Breakdown by;
    std::string by_name;
    Group group;
    Countries economies = {};  // of the corridor, of a measure that is about them
    std::string unit = {};     // in the corridor

    /// Whether a run of these countries has it: groups of others have no rows, and countries of
    /// origin are told apart where there are several.
    bool shown(Origins const& origins) const;

  private:
    /// How many countries with an economy there are in it.
    std::size_t economies_in(Origins const& origins) const;
};
/// All of them, in the order of series.csv: measure, breakdown, group.
std::vector<SeriesColumn> series_columns(Corridor const& corridor);
/// Of them, those of which rows are kept.
std::vector<SeriesColumn> series_columns(Corridor const& corridor, KeptRows const& keep);

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
    explicit SeriesRecorder(Corridor const& corridor) : SeriesRecorder(series_columns(corridor)) {}
    /// Only these.
    explicit SeriesRecorder(std::vector<SeriesColumn> columns)
        : columns_(std::move(columns)), values_(columns_.size())
    {
    }
    /// From the first month on only what rows of these months are made of is looked at; all else
    /// has no value. `last`: of the run.
    void keep_only(KeptMonths months, Month last)
    {
        kept_months_ = months;
        last_ = last;
    }
    /// From the first month on values are kept on the disk of that folder.
    void keep_on_disk(std::filesystem::path const& folder) { values_.keep_on_disk(folder); }

    void observe(MonthRecord const& record) override;
    std::vector<SeriesColumn> const& columns() const { return columns_; }
    /// Number of a column that it has.
    std::size_t column(std::string const& measure, Breakdown by, std::string const& group) const;
    /// The same of everybody, or by jurisdiction of those in the main one.
    std::size_t column(std::string const& measure, Breakdown by) const;
    /// Of the main jurisdiction, where a column is of it.
    std::string name_of_main() const;
    /// Each once, in the order of the columns.
    std::vector<Group> groups(Breakdown by) const;
    /// Reported months of all replicates, by replicate, then month.
    std::size_t rows() const { return rows_.size(); }
    std::uint32_t replicate(std::size_t row) const { return rows_[row].replicate; }
    Month month(std::size_t row) const { return rows_[row].month; }
    /// `column`: of this recorder; NaN: none.
    double value(std::size_t row, std::size_t column) const { return values_.at(row, column); }
    /// Of all columns.
    std::vector<double> values(std::size_t row) const { return values_.row(row); }

    /// Months recorded, the same in every replicate.
    std::size_t months() const;
    std::size_t replicates() const;
    /// Nothing if no replicate has a value.
    std::optional<Spread> spread(std::size_t column, std::size_t month_at) const;

    /// Whether the run has this column, or this group.
    bool shows(SeriesColumn const& column) const { return column.shown(origins_); }
    bool shows(Breakdown by, Group const& group) const;
    bool holds(Country country) const { return origins_.include(country); }
    /// The rows from `first_row` on, for another process of this program that goes on from them.
    std::string packed_from(std::size_t first_row) const;
    /// False, and nothing is taken: no such rows.
    bool take_packed(std::uint32_t replicate, std::string_view packed);
    /// In the midst of a replicate whose rows begin with `first_row`: these and all that the next
    /// months need.
    void pack(Packer& to, std::size_t first_row) const;
    /// The same replicate, beside the rows of those before it. Throws DamageError.
    void unpack(Unpacker& from);

  private:
    struct Row
    {
        std::uint32_t replicate = 0;
        Month month = {};
    };

    void remember(MonthRecord const& record);
    void add_last(std::size_t months, Tally& sum) const;
    bool looks_back() const;
    bool is_kept_moment(Month month) const;

    std::vector<SeriesColumn> columns_;
    KeptMonths kept_months_ = KeptMonths::monthly;
    Month last_ = {};           // of the run, where not every month is kept
    Origins origins_;           // of the run
    std::deque<Tally> recent_;  // the last months, warm-up included, the present one last
    std::uint32_t replicate_ = 0;
    std::vector<Row> rows_;
    ValueRows values_;
};
}  // namespace kochmon
