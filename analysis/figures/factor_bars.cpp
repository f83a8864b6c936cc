// SPDX-License-Identifier: MIT
#include "analysis/figures/factor_bars.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

#include <fmt/format.h>

#include "analysis/figures/figure_rows.hpp"
#include "analysis/sweep/response_table.hpp"
#include "analysis/text/csv_text.hpp"

namespace kochmon
{
namespace
{
constexpr std::size_t longest_label = 50;
constexpr std::size_t longest_value = 16;

/// The lines of a table that speak of a row, in its order.
std::vector<std::size_t> lines_of(CsvTable const& table, RowInSight const& row)
{
    std::vector<std::size_t> lines;
    for (std::size_t line = 0; line < table.size() && lines.size() < most_bars; ++line)
        if (row.is_at(table, line)) lines.push_back(line);
    return lines;
}

/// A table of bars as it grows: rows of a label each, with one bar or two.
class Bars
{
  public:
    explicit Bars(std::string numbers) : header_("rank,label,at," + std::move(numbers) + '\n') {}

    /// `lines`: the cells of each bar, from above.
    void add(std::string const& label, std::vector<std::string> lines)
    {
        rows_.push_back({label, std::move(lines)});
    }
    std::size_t count() const { return rows_.size(); }
    /// The first row lies highest.
    std::string csv() const
    {
        std::string csv = header_;
        for (std::size_t row = 0; row < rows_.size(); ++row)
            for (std::size_t bar = 0; bar < rows_[row].lines.size(); ++bar)
                csv += fmt::format("{},{},{:.2f},{}\n", row + 1, csv_cell(rows_[row].label),
                                   place_of_row(row) + offset(bar, rows_[row].lines.size()),
                                   rows_[row].lines[bar]);
        return csv;
    }
    /// The axis of names.
    FigureAxis names() const
    {
        FigureAxis axis{.from = 0.4, .to = static_cast<double>(count()) + 0.6, .is_named = true};
        for (std::size_t row = 0; row < rows_.size(); ++row)
            axis.tics.push_back({place_of_row(row), rows_[row].label});
        return axis;
    }

  private:
    struct Row
    {
        std::string label;
        std::vector<std::string> lines;
    };
    double place_of_row(std::size_t row) const { return static_cast<double>(count() - row); }
    static double offset(std::size_t bar, std::size_t bars)
    {
        return bars == 1 ? 0.0 : (bar == 0 ? 0.19 : -0.19);
    }

    std::string header_;
    std::vector<Row> rows_;
};

/// The value at an end of a factor; of dated ones nothing.
std::string told_end(CsvTable const& table, std::size_t line, std::string const& end)
{
    std::string const& value = table.cell(line, end + "_value");
    return value.starts_with('[') ? std::string() : shortened(value, longest_value);
}

/// `fee (0.5 | 2)`: the values at the lowest and at the highest end.
std::string told_bar(CsvTable const& table, std::size_t line)
{
    std::string name = shortened(table.cell(line, "factor"), longest_label);
    std::string const low = told_end(table, line, "lowest");
    std::string const high = told_end(table, line, "highest");
    if (low.empty() && high.empty()) return name;
    return low == high ? fmt::format("{} ({})", name, low)
                       : fmt::format("{} ({} | {})", name, low, high);
}

/// The number of a value, of dated ones the first.
std::optional<double> number_of_end(CsvTable const& table, std::size_t line, std::string const& end)
{
    std::string const& value = table.cell(line, end + "_value");
    constexpr char dated[] = "value: ";
    std::size_t const at = value.find(dated);
    if (at == std::string::npos) return leading_number(value);
    std::string const number = value.substr(at + sizeof dated - 1);
    return leading_number(number.substr(0, number.find_first_of(" },")));
}

/// `lower`, `higher`, or `other` where values are no numbers.
std::string side_of_end(CsvTable const& table, std::size_t line, std::string const& end,
                        std::string const& other)
{
    auto const here = number_of_end(table, line, end), there = number_of_end(table, line, other);
    if (!here || !there || *here == *there) return "other";
    return *here < *there ? "lower" : "higher";
}

FigureLayer bars_of(std::string const& column, std::string const& label, unsigned colour)
{
    return {.mark = Mark::bars,
            .x = column,
            .y = "at",
            .label = label,
            .colour = colour,
            .strength = 0.95,
            .thickness = 0.6};
}

/// The same of one of the two in a row, told apart by a column.
FigureLayer half_bars(std::string const& column, std::string const& label, unsigned colour,
                      std::pair<std::string, std::string> const& rows)
{
    FigureLayer layer = bars_of(column, label, colour);
    layer.thickness = 0.36;
    layer.rows = {rows};
    return layer;
}

FigureLayer intervals_of_bars()
{
    return {.mark = Mark::errors_across,
            .x = "",
            .y = "at",
            .low = "low_90",
            .high = "high_90",
            .label = "90 % interval",
            .colour = 0x202020,
            .width = 0.8};
}

Figure figure_of_bars(Bars const& bars, Figure figure, FigurePanel panel)
{
    panel.up = bars.names();
    panel.rows = static_cast<double>(bars.count());
    figure.csv = bars.csv();
    figure.panels = {std::move(panel)};
    return as_numbers_allow(std::move(figure));
}

std::string of_the_most(std::size_t bars)
{
    return bars == most_bars ? fmt::format("; the {} factors that matter most", most_bars) : "";
}

/// The ends of an axis of shares in per cent: what is told as a little below 0 is seen.
struct ShareAxis
{
    double low = 0.0;
    double high = 10.0;

    void hold(double share)
    {
        if (std::isnan(share)) return;
        low = std::clamp(1.05 * share, -20.0, low);
        high = std::clamp(1.05 * share, high, 125.0);
    }
};

std::string percent_cells(CsvTable const& table, std::size_t line,
                          std::vector<std::string> const& columns, ShareAxis& axis)
{
    std::string cells;
    for (std::string const& column : columns)
    {
        double const share = 100.0 * table.number(line, column);
        axis.hold(share);
        if (&column != columns.data()) cells += ',';
        cells += csv_number(share);
    }
    return cells;
}

/// The share of a factor, or with its interactions the total beside it.
std::string line_of_shares(CsvTable const& table, std::size_t line, std::string const& part,
                           ShareAxis& axis)
{
    return fmt::format(
        "{},{}", part,
        percent_cells(table, line, {part, part + "_low_90", part + "_high_90"}, axis));
}

std::optional<Figure> figure_of_shares(CsvTable const& table, RowInSight const& row,
                                       std::string const& study, bool is_of_a_grid)
{
    std::string const first = is_of_a_grid ? "share" : "first";
    Bars bars("part,share,low_90,high_90");
    ShareAxis axis;
    bool has_totals = false;
    for (std::size_t const line : lines_of(table, row))
    {
        if (std::isnan(table.number(line, first))) continue;
        std::vector<std::string> lines = {line_of_shares(table, line, first, axis)};
        if (!is_of_a_grid && !std::isnan(table.number(line, "total")))
        {
            has_totals = true;
            lines.push_back(line_of_shares(table, line, "total", axis));
        }
        bars.add(shortened(table.cell(line, is_of_a_grid ? "factors" : "factor"), longest_label),
                 std::move(lines));
    }
    if (bars.count() == 0) return std::nullopt;
    FigurePanel panel{.across = {.title = "Share of the variance between points, per cent",
                                 .from = axis.low,
                                 .to = axis.high}};
    if (has_totals)
        panel.layers = {
            half_bars("share", "by itself", blue, {"part", first}),
            half_bars("share", "with all its interactions", pale_blue, {"part", "total"})};
    else
        panel.layers = {bars_of(
            "share", is_of_a_grid ? "by itself, or two together beyond that" : "by itself", blue)};
    panel.layers.push_back(intervals_of_bars());
    return figure_of_bars(bars,
                          {.name = "indices-" + row.measure,
                           .title = row.told() + ": what it depends on",
                           .note = fmt::format("Sweep {}, {}{}.", in_words(study), row.month,
                                               of_the_most(bars.count()))},
                          std::move(panel));
}
}  // namespace

std::optional<Figure> figure_of_tornado(StudyTables const& tables, RowInSight const& row,
                                        std::string const& study)
{
    auto const found = tables.find("tornado.csv");
    if (found == tables.end()) return std::nullopt;
    CsvTable const table(found->second);
    ToldUnit const unit = row.told_in();
    Bars bars("value,low_90,high_90,side");
    bool moves = false;
    for (std::size_t const line : lines_of(table, row))
    {
        std::vector<std::string> lines;
        for (std::string const end : {"lowest", "highest"})
        {
            double const difference = unit.scale * table.number(line, end + "_difference");
            moves = moves || std::abs(difference) > 0.0;
            lines.push_back(
                fmt::format("{},{},{},{}", csv_number(difference),
                            csv_number(unit.scale * table.number(line, end + "_low_90")),
                            csv_number(unit.scale * table.number(line, end + "_high_90")),
                            side_of_end(table, line, end, end == "lowest" ? "highest" : "lowest")));
        }
        bars.add(told_bar(table, line), std::move(lines));
    }
    if (!moves) return std::nullopt;
    FigurePanel panel{
        .across = {.title = "Difference from the base, " + unit.change, .holds_nought = true},
        .has_nought_upright = true};
    panel.layers = {half_bars("value", "at the lower value", blue, {"side", "lower"}),
                    half_bars("value", "at the higher value", orange, {"side", "higher"}),
                    half_bars("value", "at another value", 0x888888, {"side", "other"}),
                    intervals_of_bars()};
    return figure_of_bars(
        bars,
        {.name = "tornado-" + row.measure,
         .title = row.told() + ": one factor at a time",
         .note = fmt::format(
             "Sweep {}, {}{}; in brackets the values at the lowest and at the highest end.",
             in_words(study), row.month, of_the_most(bars.count()))},
        std::move(panel));
}

std::optional<Figure> figure_of_indices(StudyTables const& tables, RowInSight const& row,
                                        std::string const& study)
{
    for (char const* const file : {"main_effects.csv", "indices.csv"})
        if (auto const found = tables.find(file); found != tables.end())
            if (auto figure = figure_of_shares(CsvTable(found->second), row, study,
                                               std::string(file) == "main_effects.csv"))
                return figure;
    return std::nullopt;
}

std::optional<Figure> figure_of_morris(StudyTables const& tables, RowInSight const& row,
                                       std::string const& study)
{
    auto const found = tables.find("morris.csv");
    if (found == tables.end()) return std::nullopt;
    CsvTable const table(found->second);
    ToldUnit const unit = row.told_in();
    Bars bars("mean_absolute,low_90,high_90,deviation,deviation_by_luck");
    double high = 0.0;
    for (std::size_t const line : lines_of(table, row))
    {
        std::string cells;
        for (char const* const column : {"mean_absolute", "mean_absolute_low_90",
                                         "mean_absolute_high_90", "deviation", "deviation_by_luck"})
        {
            double const number = unit.scale * table.number(line, column);
            if (!std::isnan(number)) high = std::max(high, 1.05 * number);
            if (!cells.empty()) cells += ',';
            cells += csv_number(number);
        }
        if (!std::isnan(table.number(line, "mean_absolute")))
            bars.add(shortened(table.cell(line, "factor"), longest_label), {cells});
    }
    if (bars.count() == 0 || high == 0.0) return std::nullopt;
    FigurePanel panel{.across = {.title = "Change over the whole range, " + unit.change,
                                 .from = 0.0,
                                 .to = high}};
    panel.layers = {bars_of("mean_absolute", "mean absolute effect", pale_blue),
                    intervals_of_bars(),
                    {.mark = Mark::points,
                     .x = "deviation",
                     .y = "at",
                     .label = "deviation by place",
                     .colour = vermilion,
                     .dot = Dot::diamond,
                     .size = 4.0},
                    {.mark = Mark::points,
                     .x = "deviation_by_luck",
                     .y = "at",
                     .label = "deviation by luck alone",
                     .colour = black,
                     .dot = Dot::cross,
                     .size = 3.5}};
    return figure_of_bars(bars,
                          {.name = "morris-" + row.measure,
                           .title = row.told() + ": elementary effects",
                           .note = fmt::format("Sweep {}, {}{}.", in_words(study), row.month,
                                               of_the_most(bars.count()))},
                          std::move(panel));
}
}  // namespace kochmon
