// SPDX-License-Identifier: MIT
#include "analysis/measures/intervals.hpp"

#include <cmath>
#include <cstdint>
#include <vector>

#include <fmt/format.h>

#include "analysis/text/csv_text.hpp"

namespace kochmon
{
namespace
{
bool is_in_sight(SeriesColumn const& column, SeriesRecorder const& series)
{
    return (column.by == Breakdown::total || column.by == Breakdown::jurisdiction) &&
           series.shows(column);
}

/// Last month of a year, or of the run.
bool is_told(SeriesRecorder const& series, std::size_t month)
{
    return month + 1 == series.months() || series.month(month).month_of_year() == 12;
}

/// Of the replicates that have one.
std::vector<NestedValue> values_of(SeriesRecorder const& series, std::size_t column,
                                   std::size_t month, Nesting const& nesting)
{
    std::vector<double> values;
    std::vector<std::uint32_t> replicates;
    for (std::size_t at = month; at < series.rows(); at += series.months())
    {
        double const value = series.value(at, column);
        if (std::isnan(value)) continue;
        values.push_back(value);
        replicates.push_back(series.replicate(at));
    }
    return nested(values, replicates, nesting);
}

std::string cells_of(std::optional<Interval> const& interval)
{
    return interval ? csv_number(interval->low) + ',' + csv_number(interval->high) : ",";
}

std::string row(SeriesColumn const& column, Month month, std::vector<NestedValue> const& values,
                Nesting const& nesting)
{
    std::string const head =
        fmt::format("{},{},{},{},{},{}", month.text(), column.measure->name, column.by_name,
                    csv_cell(column.group.name), csv_cell(column.unit), values.size());
    if (values.empty()) return head + ",,,,,,,,,\n";
    NestedSpread const spread = nested_spread(values, nesting);
    return fmt::format("{},{},{},{},{}\n", head, csv_number(spread.mean), cells_of(spread.half),
                       cells_of(spread.nine_in_ten), cells_of_shares(spread));
}
}  // namespace

std::string intervals_csv(SeriesRecorder const& series, Nesting const& nesting,
                          KeptRows const& kept)
{
    std::string csv =
        fmt::format("month,measure,by,group,unit,replicates,mean,low50,high50,low90,high90,{}\n",
                    header_of_shares);
    for (std::size_t month = 0; month < series.months(); ++month)
    {
        if (!is_told(series, month)) continue;
        for (std::size_t column = 0; column < series.columns().size(); ++column)
            if (is_in_sight(series.columns()[column], series) &&
                kept.hold(*series.columns()[column].measure, series.columns()[column].by))
                csv += row(series.columns()[column], series.month(month),
                           values_of(series, column, month, nesting), nesting);
    }
    return csv;
}
}  // namespace kochmon
