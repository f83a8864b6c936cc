// SPDX-License-Identifier: MIT
#include "analysis/figures/response_curves.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

#include <fmt/format.h>

#include "engine/elementary.hpp"

#include "analysis/design/few_digits.hpp"
#include "analysis/text/csv_text.hpp"

namespace kochmon
{
namespace
{
constexpr std::size_t most_curves = 6;
constexpr std::size_t fewest_values = 3;
constexpr double ratio_of_a_log_axis = 9.0;
constexpr std::size_t longest_tic = 14;

/// One factor's lines of the table of responses.
struct Curve
{
    Factor const* factor = nullptr;
    std::vector<std::size_t> lines = {};
};

std::vector<Curve> curves_of(Study const& study, StudyTables const& tables, RowInSight const& row,
                             CsvTable const& responses)
{
    std::vector<Curve> curves;
    for (std::string const& name : factors_by_weight(tables, row))
    {
        auto const factor = std::ranges::find(study.plan().factors, name, &Factor::name);
        if (factor == study.plan().factors.end()) continue;
        Curve curve{&*factor};
        for (std::size_t line = 0; line < responses.size(); ++line)
            if (row.is_at(responses, line) && responses.cell(line, "factor") == name &&
                !std::isnan(responses.number(line, "mean")))
                curve.lines.push_back(line);
        if (curve.lines.size() >= fewest_values && curves.size() < most_curves)
            curves.push_back(std::move(curve));
    }
    return curves;
}

/// Numbers of an axis, or of labels where values are no numbers.
struct CurveAxis
{
    std::vector<double> places = {};
    std::string tics = {};  // labels with their places
    bool has_numbers = false;
    bool is_logarithmic = false;
};

constexpr std::size_t most_labelled_values = 6;

void add_tic(std::string& tics, std::string const& label, double place)
{
    if (!tics.empty()) tics += ", ";
    tics += fmt::format("{} {}", tic_in_quotes(label), place);
}

/// Labels at few values, else at 1, 2 and 5 times powers of ten of a logarithmic axis; empty:
/// gnuplot's own.
std::string tics_of_numbers(CurveAxis const& axis)
{
    std::string tics;
    if (axis.places.size() <= most_labelled_values)
        for (double const place : axis.places) add_tic(tics, few_digits(place), place);
    else if (axis.is_logarithmic)
        for (double power = 1e-9; power < 1e12; power *= 10.0)
            for (double const step : {1.0, 2.0, 5.0})
                if (step * power >= 0.999 * axis.places.front() &&
                    step * power <= 1.001 * axis.places.back())
                    add_tic(tics, few_digits(step * power), step * power);
    return tics;
}

CurveAxis axis_of(Curve const& curve, CsvTable const& responses)
{
    CurveAxis axis;
    for (std::size_t const line : curve.lines)
        axis.places.push_back(responses.number(line, "position"));
    axis.has_numbers = std::ranges::none_of(axis.places, [](double x) { return std::isnan(x); });
    if (axis.has_numbers)
    {
        auto const [low, high] = std::ranges::minmax(axis.places);
        bool const is_asked_for = curve.factor->range
                                      ? curve.factor->range->shape == Shape::log_uniform
                                      : high >= ratio_of_a_log_axis * low;
        axis.is_logarithmic = low > 0.0 && is_asked_for;
        axis.tics = tics_of_numbers(axis);
        return axis;
    }
    for (std::size_t k = 0; k < curve.lines.size(); ++k)
    {
        axis.places[k] = static_cast<double>(k);
        add_tic(axis.tics, shortened(responses.cell(curve.lines[k], "value"), longest_tic),
                axis.places[k]);
    }
    return axis;
}

/// `fee, times as much`, `cash, RUB`
std::string told_factor_axis(Curve const& curve, CsvTable const& responses, CurveAxis const& axis)
{
    std::string name = shortened(curve.factor->name, 34);
    if (!axis.has_numbers) return name;
    if (curve.factor->change == "scale") return name + ", times as much";
    std::string const& value = responses.cell(curve.lines.front(), "value");
    std::string const first = value.substr(0, value.find(" to "));
    std::size_t const space = first.find(' ');
    std::string const unit = space == std::string::npos ? "" : ", " + first.substr(space + 1);
    return name + (curve.factor->change == "add" ? ", more" : "") + unit;
}

constexpr char curve_panel[] = R"(
    set lmargin at screen {left}
    set rmargin at screen {right}
    set tmargin at screen {top}
    set bmargin at screen {bottom}
    unset logscale x
    {logarithmic}
    set xtics {tics} noenhanced
    set xlabel {label} noenhanced
    {unit}
    set xrange [{from}:{to}]
    plot '{csv}' index {index} using 1:5:6 with filledcurves fc rgb '#0072B2' fs transparent solid 0.13 noborder notitle, \
     '' index {index} using 1:3:4 with filledcurves fc rgb '#0072B2' fs transparent solid 0.38 noborder notitle, \
     0 with lines lc rgb '#404040' lw 1 notitle, \
     '{csv}' index {index} using 1:2 with linespoints lc rgb '#003B5C' lw 2.2 pt 7 ps 0.45 notitle)";

struct CurveGrid
{
    std::size_t columns = 1;
    std::size_t rows = 1;
};

CurveGrid grid_for(std::size_t curves)
{
    std::size_t const columns = curves == 4 ? 2 : std::min<std::size_t>(curves, 3);
    return {columns, (curves + columns - 1) / columns};
}

/// Values of the whole figure, so that panels share an axis.
struct CurveRange
{
    double low = 0.0;
    double high = 0.0;
};

CurveRange range_of_curves(std::vector<Curve> const& curves, CsvTable const& responses,
                           double scale)
{
    CurveRange range{1e300, -1e300};
    for (Curve const& curve : curves)
        for (std::size_t const line : curve.lines)
            for (char const* const column : {"points_05", "points_95", "mean"})
            {
                range.low = std::min(range.low, scale * responses.number(line, column));
                range.high = std::max(range.high, scale * responses.number(line, column));
            }
    double const margin = range.high > range.low ? 0.06 * (range.high - range.low) : 1.0;
    return {range.low - margin, range.high + margin};
}

std::string block_of(Curve const& curve, CurveAxis const& axis, CsvTable const& responses,
                     double scale)
{
    std::string block;
    for (std::size_t k = 0; k < curve.lines.size(); ++k)
    {
        block += csv_number(axis.places[k]);
        for (char const* const column : {"mean", "low_90", "high_90", "points_05", "points_95"})
            block += ',' + csv_number(scale * responses.number(curve.lines[k], column));
        std::string const& value = responses.cell(curve.lines[k], "value");
        block += fmt::format(",{},{}\n", csv_cell(curve.factor->name),
                             value.starts_with('-') ? value : csv_cell(value));
    }
    return block;
}

/// Where a panel lies on the sheet, in pixels from its lower left.
struct CurvePlace
{
    std::size_t at = 0;
    double left = 0.0;
    double right = 0.0;
    double top = 0.0;
    double bottom = 0.0;
    bool is_first_of_its_row = false;
};

CurvePlace place_of_curve(std::size_t at, CurveGrid const& grid, StudySheet const& sheet)
{
    std::size_t const column = at % grid.columns, line = at / grid.columns;
    double const width = (sheet.width - 85.0) / static_cast<double>(grid.columns);
    double const height = (sheet.height - 85.0) / static_cast<double>(grid.rows);
    double const left = 85.0 + width * static_cast<double>(column);
    double const top = sheet.height - 80.0 - height * static_cast<double>(line);
    return {at, left, left + width - 36.0, top, top - height + 62.0, column == 0};
}

std::string script_of_curve(CurvePlace const& place, CurveAxis const& axis,
                            std::string const& factor, std::string const& unit,
                            StudySheet const& sheet)
{
    auto const [low, high] = std::ranges::minmax(axis.places);
    double const margin = 0.03 * (high - low);
    double const part =
        axis.is_logarithmic ? elementary::exp(0.03 * elementary::log(high / low)) : 1.0;
    return fmt::format(curve_panel, fmt::arg("left", place.left / sheet.width),
                       fmt::arg("right", place.right / sheet.width),
                       fmt::arg("top", place.top / sheet.height),
                       fmt::arg("bottom", place.bottom / sheet.height),
                       fmt::arg("unit", place.is_first_of_its_row
                                            ? "set format y '%g'; set ylabel " + in_quotes(unit)
                                            : std::string("set format y ''; unset ylabel")),
                       fmt::arg("index", place.at), fmt::arg("csv", sheet.name + ".csv"),
                       fmt::arg("label", in_quotes(factor)),
                       fmt::arg("logarithmic", axis.is_logarithmic ? "set logscale x" : ""),
                       fmt::arg("tics", axis.tics.empty() ? "autofreq" : '(' + axis.tics + ')'),
                       fmt::arg("from", axis.is_logarithmic ? low / part : low - margin),
                       fmt::arg("to", axis.is_logarithmic ? high * part : high + margin));
}
}  // namespace

std::optional<StudyFigure> figure_of_responses(Study const& study, StudyTables const& tables,
                                               RowInSight const& row)
{
    CsvTable const responses(tables.at("responses.csv"), row.cells_of_the_month());
    std::vector<Curve> const curves = curves_of(study, tables, row, responses);
    if (curves.empty()) return std::nullopt;
    bool const is_compared = study.plan().compares_to_base;
    ToldUnit const unit = row.told_in();
    CurveGrid const grid = grid_for(curves.size());
    StudySheet sheet{
        .name = "responses-" + row.measure,
        .width = grid.columns == 1 ? 760 : 120 + 320 * static_cast<int>(grid.columns),
        .height = 90 + 300 * static_cast<int>(grid.rows),
        .title = row.told() + (is_compared ? ": difference from the base" : ""),
        .note = fmt::format(
            "Sweep {}, {}. Line: mean over the points with that value; dark band: its 90 % "
            "interval; pale: 90 % of the points",
            study.plan().name, row.month)};
    CurveRange const range = range_of_curves(curves, responses, unit.scale);
    std::string csv = "position,mean,low_90,high_90,points_05,points_95,factor,value\n";
    sheet.body = fmt::format("    unset key\n    set multiplot\n    set yrange [{}:{}]\n",
                             range.low, range.high);
    for (std::size_t at = 0; at < curves.size(); ++at)
    {
        CurveAxis const axis = axis_of(curves[at], responses);
        csv += (at == 0 ? "" : "\n\n") + block_of(curves[at], axis, responses, unit.scale);
        sheet.body += script_of_curve(place_of_curve(at, grid, sheet), axis,
                                      told_factor_axis(curves[at], responses, axis),
                                      is_compared ? unit.change : unit.level, sheet);
        if (at == 0) sheet.body += "\n    unset label";
    }
    sheet.body += "\n    unset multiplot";
    return StudyFigure{sheet.name, csv, script_of(sheet)};
}
}  // namespace kochmon
