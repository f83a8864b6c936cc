// SPDX-License-Identifier: MIT
#include "analysis/measures/series_csv.hpp"

#include <array>
#include <cmath>
#include <string_view>

#include <fmt/compile.h>
#include <fmt/format.h>

#include "analysis/measures/kept_months.hpp"
#include "analysis/text/csv_text.hpp"

namespace kochmon
{
namespace
{
constexpr char header[] = "scenario,replicate,month,measure,by,group,value,unit\n";

/// The cells of a row that are the same every month.
struct FixedCells
{
    std::size_t column;
    bool adds_up;        // over the months of a year
    std::string before;  // measure, by, group
    std::string unit;
    std::string after;  // unit as a cell
};

std::vector<FixedCells> fixed_cells(SeriesRecorder const& series, KeptRows const& kept)
{
    std::vector<FixedCells> cells;
    for (std::size_t at = 0; at < series.columns().size(); ++at)
    {
        SeriesColumn const& column = series.columns()[at];
        if (!series.shows(column) || !kept.hold(*column.measure, column.by)) continue;
        cells.push_back({at, adds_up(*column.measure),
                         fmt::format("{},{},{},", csv_cell(column.measure->name),
                                     csv_cell(column.by_name), csv_cell(column.group.name)),
                         column.unit, fmt::format(",{}\n", csv_cell(column.unit))});
    }
    return cells;
}

/// The shortest text of a number; none of none.
class NumberText
{
  public:
    std::string_view of(double number)
    {
        if (std::isnan(number)) return {};
        char* const end = fmt::format_to(text_.data(), FMT_COMPILE("{}"), number);
        return {text_.data(), static_cast<std::size_t>(end - text_.data())};
    }

  private:
    std::array<char, 32> text_{};
};

/// Writes the rows of one recorder, month by month or year by year.
class SeriesWriter
{
  public:
    SeriesWriter(SeriesRecorder const& series, std::string const& scenario, KeptRows const& kept)
        : series_(series),
          scenario_(csv_cell(scenario)),
          kept_(kept.months),
          fixed_(fixed_cells(series, kept)),
          sums_(fixed_.size(), 0.0)
    {
    }
    std::string csv_from(std::size_t first_row)
    {
        for (std::size_t row = first_row; row < series_.rows(); ++row)
        {
            bool const ends_run =
                row + 1 == series_.rows() || series_.replicate(row + 1) != series_.replicate(row);
            bool const ends_year = ends_run || series_.month(row + 1).is_january();
            if (kept_ == KeptMonths::monthly || (kept_ == KeptMonths::last && ends_run))
                write(row, series_.values(row), 1);
            if (kept_ == KeptMonths::yearly) add(row, ends_year);
        }
        return std::move(csv_);
    }

  private:
    void add(std::size_t row, bool ends_year)
    {
        std::vector<double> values = series_.values(row);
        ++months_;
        for (std::size_t at = 0; at < fixed_.size(); ++at)
            if (fixed_[at].adds_up)
            {
                sums_[at] += values[fixed_[at].column];
                values[fixed_[at].column] = sums_[at];
            }
        if (!ends_year) return;
        write(row, values, months_);
        months_ = 0;
        sums_.assign(sums_.size(), 0.0);
    }

    /// `months`: over which what adds up was added.
    void write(std::size_t row, std::vector<double> const& values, std::size_t months)
    {
        std::string const head =
            fmt::format("{},{},{},", scenario_, series_.replicate(row), series_.month(row).text());
        bool const is_sum = kept_ == KeptMonths::yearly;
        std::size_t const begun = csv_.size();
        NumberText number;
        for (FixedCells const& fixed : fixed_)
        {
            csv_ += head;
            csv_ += fixed.before;
            csv_ += number.of(values[fixed.column]);
            csv_ += is_sum && fixed.adds_up
                        ? fmt::format(",{}\n", csv_cell(unit_over(fixed.unit, months)))
                        : fixed.after;
        }
        make_room(row, csv_.size() - begun);
    }

    // For the rows to come, in memory that is asked for once: numbers grow by a few digits.
    void make_room(std::size_t row, std::size_t written)
    {
        if (has_room_) return;
        has_room_ = true;
        std::size_t const rows = kept_ == KeptMonths::monthly ? series_.rows() - row : 1;
        csv_.reserve(csv_.size() + written * rows + written * rows / 16);
    }

    SeriesRecorder const& series_;
    std::string scenario_;
    KeptMonths kept_;
    std::vector<FixedCells> fixed_;
    std::vector<double> sums_;  // of the months of this year so far, by `fixed_`
    std::size_t months_ = 0;    // so many
    std::string csv_ = header;
    bool has_room_ = false;
};
}  // namespace

std::string series_csv(SeriesRecorder const& series, std::string const& scenario,
                       KeptRows const& kept, std::size_t first_row)
{
    return SeriesWriter(series, scenario, kept).csv_from(first_row);
}

std::string measures_as_csv(Corridor const& corridor, KeptRows const& kept)
{
    std::string csv = "name,kind,definition,numerator,denominator,unit\n";
    for (Measure const& measure : measures())
        if (kept.hold(measure))
            csv += csv_row({measure.name, name(measure.kind), measure.definition, measure.numerator,
                            denominator_in(corridor, measure), unit_in(corridor, measure)});
    return csv;
}
}  // namespace kochmon
