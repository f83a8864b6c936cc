// SPDX-License-Identifier: MIT
#include "analysis/figures/factor_bars.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <vector>

#include <fmt/format.h>

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

/// A table of bars as it grows: a label, then numbers.
class Bars
{
  public:
    explicit Bars(std::string const& header) : csv_("place,label," + header + '\n') {}

    void add(std::string const& label, std::string const& cells)
    {
        longest_ = std::max(longest_, label.size());
        csv_ += fmt::format("{},{},{}\n", ++count_, csv_cell(label), cells);
    }
    std::size_t count() const { return count_; }
    std::string const& csv() const { return csv_; }
    int height() const { return 205 + 30 * static_cast<int>(std::max<std::size_t>(count_, 3)); }
    int width() const { return 640 + 8 * static_cast<int>(longest_); }
    /// The frame around the bars: where they begin, and the axes.
    std::string frame() const
    {
        return fmt::format(R"(    set lmargin at screen {}
    set rmargin at screen 0.965
    set tmargin at screen {}
    set bmargin at screen {}
    set yrange [{}:0.4]
    set ytics scale 0 noenhanced
    set grid noytics
    set key at screen 0.97,{} right bottom horizontal Left reverse samplen 1.4 width 1
)",
                           (40.0 + 8.2 * static_cast<double>(longest_)) / width(),
                           1.0 - 122.0 / height(), 78.0 / height(),
                           static_cast<double>(count_) + 0.6, 1.0 - 112.0 / height());
    }

  private:
    std::string csv_;
    std::size_t count_ = 0;
    std::size_t longest_ = 8;
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

/// Colours of an end: at the lower value, at the higher, of values that are no numbers.
constexpr unsigned lower_colour = 0x0072B2, higher_colour = 0xE69F00, other_colour = 0x888888;

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

unsigned colour_of_end(CsvTable const& table, std::size_t line, std::string const& end,
                       std::string const& other)
{
    auto const here = number_of_end(table, line, end), there = number_of_end(table, line, other);
    if (!here || !there || *here == *there) return other_colour;
    return *here < *there ? lower_colour : higher_colour;
}

/// The script without the parts of its plot whose column has no number in any row: gnuplot would
/// speak of them.
std::string without_empty(std::string const& body, CsvTable const& bars,
                          std::map<std::string, std::string> const& column_of_part)
{
    std::string left = body;
    for (auto const& [part, column] : column_of_part)
    {
        bool has_numbers = false;
        for (std::size_t row = 0; row < bars.size(); ++row)
            has_numbers = has_numbers || !std::isnan(bars.number(row, column));
        std::size_t const at = left.find(part);
        if (has_numbers || at == std::string::npos) continue;
        std::size_t const begin = left.rfind(", \\\n", at);
        std::size_t const end = std::min(left.find(", \\\n", at), left.size());
        left.erase(begin, end - begin);
    }
    return left;
}

StudyFigure figure_of(Bars const& bars, StudySheet sheet,
                      std::map<std::string, std::string> const& column_of_part)
{
    sheet.width = bars.width();
    sheet.height = bars.height();
    sheet.body = without_empty(sheet.body, CsvTable(bars.csv()), column_of_part);
    return {sheet.name, bars.csv(), script_of(sheet)};
}

std::string of_the_most(std::size_t bars)
{
    return bars == most_bars ? fmt::format("; the {} factors that matter most", most_bars) : "";
}

constexpr char tornado_plot[] = R"(    set xrange [{low}:{high}]
    set xlabel {unit}
    set arrow 1 from 0,graph 0 to 0,graph 1 nohead lc rgb '#404040' lw 1.2 front
    plot '{csv}' using 3:1:($3<0?$3:0):(0):($1-0.32):($1+0.32):6:ytic(2) with boxxyerror fs solid 0.95 noborder fc rgb variable notitle, \
     '' using 7:1:($7>0?0:$7):($7>0?$7:0):($1-0.32):($1+0.32):10 with boxxyerror fs solid 0.95 noborder fc rgb variable notitle, \
     '' using ($3>0?$3:NaN):1:(0):3:($1-0.32):($1+0.32):6 with boxxyerror fs solid 0.95 noborder fc rgb variable notitle, \
     '' using 3:1:4:5 with xerrorbars pt 7 ps 0.25 lw 1 lc rgb '#202020' title '90 % interval', \
     '' using 7:1:8:9 with xerrorbars pt 7 ps 0.25 lw 1 lc rgb '#202020' notitle, \
     keyentry with boxes fs solid fc rgb '#0072B2' title 'at the lower value', \
     keyentry with boxes fs solid fc rgb '#E69F00' title 'at the higher value'
    unset arrow 1)";

constexpr char two_bars_plot[] = R"(    set xrange [{low:.3f}:{high:.3f}]
    set xlabel 'Share of the variance between points, per cent'
    plot '{csv}' using 3:1:(0):3:($1-0.34):($1):ytic(2) with boxxyerror fs solid 0.95 noborder fc rgb '#0072B2' title 'by itself', \
     '' using 6:1:(0):6:($1):($1+0.34) with boxxyerror fs solid 0.95 noborder fc rgb '#9ECAE1' title 'with all its interactions', \
     '' using 3:($1-0.17):4:5 with xerrorbars pt 7 ps 0.25 lw 1 lc rgb '#202020' title '90 % interval', \
     '' using 6:($1+0.17):7:8 with xerrorbars pt 7 ps 0.25 lw 1 lc rgb '#202020' notitle)";

constexpr char one_bar_plot[] = R"(    set xrange [{low:.3f}:{high:.3f}]
    set xlabel 'Share of the variance between points, per cent'
    plot '{csv}' using 3:1:(0):3:($1-0.3):($1+0.3):ytic(2) with boxxyerror fs solid 0.95 noborder fc rgb '#0072B2' title '{what}', \
     '' using 3:1:4:5 with xerrorbars pt 7 ps 0.25 lw 1 lc rgb '#202020' title '90 % interval')";

constexpr char morris_plot[] = R"(    set xrange [0:{high}]
    set xlabel {unit}
    plot '{csv}' using 3:1:(0):3:($1-0.3):($1+0.3):ytic(2) with boxxyerror fs solid 0.95 noborder fc rgb '#9ECAE1' title 'mean absolute effect', \
     '' using 3:1:4:5 with xerrorbars pt 7 ps 0.25 lw 1 lc rgb '#202020' title '90 % interval', \
     '' using 6:1 with points pt 13 ps 1.1 lc rgb '#D55E00' title 'deviation by place', \
     '' using 7:1 with points pt 2 ps 0.8 lw 1.8 lc rgb '#000000' title 'deviation by luck alone')";

/// Marks of these plots, and a column without which there is nothing to mark.
std::map<std::string, std::string> const& marks_of_a_tornado()
{
    static std::map<std::string, std::string> const marks = {{"using 3:1:4:5", "lowest_low_90"},
                                                             {"using 7:1:8:9", "highest_low_90"}};
    return marks;
}
std::map<std::string, std::string> const& marks_of_a_grid()
{
    static std::map<std::string, std::string> const marks = {{"using 3:1:4:5", "low_90"}};
    return marks;
}
std::map<std::string, std::string> const& marks_of_indices()
{
    static std::map<std::string, std::string> const marks = {
        {"using 3:1:4:5", "first_low_90"},
        {"using 3:($1-0.17):4:5", "first_low_90"},
        {"using 6:($1+0.17):7:8", "total_low_90"}};
    return marks;
}
std::map<std::string, std::string> const& marks_of_morris()
{
    static std::map<std::string, std::string> const marks = {
        {"using 3:1:4:5", "low_90"},
        {"using 6:1 with points", "deviation"},
        {"using 7:1 with points", "deviation_by_luck"}};
    return marks;
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

std::optional<StudyFigure> figure_of_shares(CsvTable const& table, RowInSight const& row,
                                            std::string const& study, bool is_of_a_grid)
{
    std::string const label = is_of_a_grid ? "factors" : "factor";
    std::vector<std::string> columns = {"share", "share_low_90", "share_high_90"};
    if (!is_of_a_grid)
        columns = {"first", "first_low_90", "first_high_90",
                   "total", "total_low_90", "total_high_90"};
    Bars bars(is_of_a_grid ? "share,low_90,high_90"
                           : "first,first_low_90,first_high_90,total,total_low_90,total_high_90");
    ShareAxis axis;
    bool has_totals = false;
    for (std::size_t const line : lines_of(table, row))
    {
        if (std::isnan(table.number(line, columns.front()))) continue;
        has_totals = has_totals || (!is_of_a_grid && !std::isnan(table.number(line, "total")));
        bars.add(shortened(table.cell(line, label), longest_label),
                 percent_cells(table, line, columns, axis));
    }
    if (bars.count() == 0) return std::nullopt;
    std::string const name = "indices-" + row.measure;
    std::string const body = fmt::format(
        fmt::runtime(has_totals ? two_bars_plot : one_bar_plot), fmt::arg("csv", name + ".csv"),
        fmt::arg("low", axis.low), fmt::arg("high", axis.high),
        fmt::arg("what", is_of_a_grid ? "by itself, or two together beyond that" : "by itself"));
    return figure_of(
        bars,
        {.name = name,
         .title = fmt::format("{}: what it hangs on", row.told()),
         .note = fmt::format("Sweep {}, {}{}", study, row.month, of_the_most(bars.count())),
         .body = bars.frame() + body},
        is_of_a_grid ? marks_of_a_grid() : marks_of_indices());
}
}  // namespace

std::optional<StudyFigure> figure_of_tornado(StudyTables const& tables, RowInSight const& row,
                                             std::string const& study)
{
    auto const found = tables.find("tornado.csv");
    if (found == tables.end()) return std::nullopt;
    CsvTable const table(found->second);
    ToldUnit const unit = row.told_in();
    Bars bars(
        "lowest,lowest_low_90,lowest_high_90,lowest_colour,highest,highest_low_90,"
        "highest_high_90,highest_colour");
    double low = 0.0, high = 0.0;
    for (std::size_t const line : lines_of(table, row))
    {
        std::string cells;
        for (std::string const end : {"lowest", "highest"})
        {
            double const difference = unit.scale * table.number(line, end + "_difference");
            low = std::min(low, difference);
            high = std::max(high, difference);
            cells += fmt::format(
                "{}{},{},{},{}", cells.empty() ? "" : ",", csv_number(difference),
                csv_number(unit.scale * table.number(line, end + "_low_90")),
                csv_number(unit.scale * table.number(line, end + "_high_90")),
                colour_of_end(table, line, end, end == "lowest" ? "highest" : "lowest"));
        }
        bars.add(told_bar(table, line), cells);
    }
    if (bars.count() == 0 || low == high) return std::nullopt;
    std::string const name = "tornado-" + row.measure;
    double const margin = 0.2 * (high - low);
    std::string const body =
        fmt::format(tornado_plot, fmt::arg("csv", name + ".csv"), fmt::arg("low", low - margin),
                    fmt::arg("high", high + margin),
                    fmt::arg("unit", in_quotes("Difference from the base, " + unit.change)));
    return figure_of(
        bars,
        {.name = name,
         .title = fmt::format("{}: one factor at a time", row.told()),
         .note = fmt::format(
             "Sweep {}, {}{}; in brackets the values at the lowest and at the highest end", study,
             row.month, of_the_most(bars.count())),
         .body = bars.frame() + body},
        marks_of_a_tornado());
}

std::optional<StudyFigure> figure_of_indices(StudyTables const& tables, RowInSight const& row,
                                             std::string const& study)
{
    for (char const* const file : {"main_effects.csv", "indices.csv"})
        if (auto const found = tables.find(file); found != tables.end())
            if (auto figure = figure_of_shares(CsvTable(found->second), row, study,
                                               std::string(file) == "main_effects.csv"))
                return figure;
    return std::nullopt;
}

std::optional<StudyFigure> figure_of_morris(StudyTables const& tables, RowInSight const& row,
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
            bars.add(shortened(table.cell(line, "factor"), longest_label), cells);
    }
    if (bars.count() == 0 || high == 0.0) return std::nullopt;
    std::string const name = "morris-" + row.measure;
    std::string const body =
        fmt::format(morris_plot, fmt::arg("csv", name + ".csv"), fmt::arg("high", high),
                    fmt::arg("unit", in_quotes("Change over the whole range, " + unit.change)));
    return figure_of(
        bars,
        {.name = name,
         .title = fmt::format("{}: elementary effects", row.told()),
         .note = fmt::format("Sweep {}, {}{}", study, row.month, of_the_most(bars.count())),
         .body = bars.frame() + body},
        marks_of_morris());
}
}  // namespace kochmon
