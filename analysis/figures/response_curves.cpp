// SPDX-License-Identifier: MIT
#include "analysis/figures/response_curves.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

#include <fmt/format.h>

#include "engine/elementary.hpp"

#include "analysis/design/few_digits.hpp"
#include "analysis/figures/figure_rows.hpp"
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
    std::vector<FigureTic> tics = {};
    bool has_numbers = false;
    bool is_logarithmic = false;
};

constexpr std::size_t most_labelled_values = 6;

/// Labels at few values, else at 1, 2 and 5 times powers of ten of a logarithmic axis; none:
/// round ones.
std::vector<FigureTic> tics_of_numbers(CurveAxis const& axis)
{
    std::vector<FigureTic> tics;
    if (axis.places.size() <= most_labelled_values)
        for (double const place : axis.places) tics.push_back({place, few_digits(place)});
    else if (axis.is_logarithmic)
        for (double power = 1e-9; power < 1e12; power *= 10.0)
            for (double const step : {1.0, 2.0, 5.0})
                if (step * power >= 0.999 * axis.places.front() &&
                    step * power <= 1.001 * axis.places.back())
                    tics.push_back({step * power, few_digits(step * power)});
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
        axis.tics.push_back(
            {axis.places[k], shortened(responses.cell(curve.lines[k], "value"), longest_tic)});
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
            for (char const* const column : {"points_05", "points_95", "mean", "low_90", "high_90"})
            {
                range.low = std::min(range.low, scale * responses.number(line, column));
                range.high = std::max(range.high, scale * responses.number(line, column));
            }
    double const margin = range.high > range.low ? 0.06 * (range.high - range.low) : 1.0;
    return {range.low - margin, range.high + margin};
}

/// What its columns hold, and in which unit.
struct CurveNumbers
{
    CsvTable const& responses;
    double scale;
};

std::string block_of(Curve const& curve, CurveAxis const& axis, std::string const& panel,
                     CurveNumbers const& numbers)
{
    auto const& [responses, scale] = numbers;
    std::string block;
    for (std::size_t k = 0; k < curve.lines.size(); ++k)
    {
        block += fmt::format("{},{}", panel, csv_number(axis.places[k]));
        for (char const* const column : {"mean", "low_90", "high_90", "points_05", "points_95"})
            block += ',' + csv_number(scale * responses.number(curve.lines[k], column));
        std::string const& value = responses.cell(curve.lines[k], "value");
        block += fmt::format(",{},{}\n", csv_cell(curve.factor->name), csv_cell(value));
    }
    return block;
}

FigurePanel panel_of_curve(std::string const& name, CurveAxis const& axis, std::string const& title,
                           CurveRange const& range)
{
    auto const [low, high] = std::ranges::minmax(axis.places);
    double const margin = 0.03 * (high - low);
    double const part =
        axis.is_logarithmic ? elementary::exp(0.03 * elementary::log(high / low)) : 1.0;
    FigurePanel panel{.across = {.title = title,
                                 .from = axis.is_logarithmic ? low / part : low - margin,
                                 .to = axis.is_logarithmic ? high * part : high + margin,
                                 .is_logarithmic = axis.is_logarithmic,
                                 .is_named = !axis.has_numbers,
                                 .tics = axis.tics},
                      .up = {.from = range.low, .to = range.high},
                      .has_nought_line = range.low < 0.0 && range.high > 0.0};
    panel.layers = {{.mark = Mark::band,
                     .low = "points_05",
                     .high = "points_95",
                     .label = "90 % of the points",
                     .strength = 0.16},
                    {.mark = Mark::band,
                     .low = "low_90",
                     .high = "high_90",
                     .label = "90 % interval of their mean",
                     .strength = 0.38,
                     .beneath = 0.16},
                    {.y = "mean", .label = "mean over the points with that value"},
                    {.mark = Mark::points, .y = "mean"}};
    for (FigureLayer& layer : panel.layers)
    {
        layer.x = "position";
        layer.colour = layer.mark == Mark::band ? blue : navy;
        layer.rows = {{"panel", name}};
    }
    return panel;
}
}  // namespace

std::optional<Figure> figure_of_responses(Study const& study, StudyTables const& tables,
                                          RowInSight const& row)
{
    CsvTable const responses(tables.at("responses.csv"), row.cells_of_the_month());
    std::vector<Curve> const curves = curves_of(study, tables, row, responses);
    if (curves.empty()) return std::nullopt;
    bool const is_compared = study.plan().compares_to_base;
    ToldUnit const unit = row.told_in();
    CurveRange const range = range_of_curves(curves, responses, unit.scale);
    Figure figure{.name = "responses-" + row.measure,
                  .title = row.told() + (is_compared ? ": difference from the base" : "") +
                           ", by the value of each factor",
                  .note = fmt::format("Sweep {}, {}.", in_words(study.plan().name), row.month),
                  .csv = "panel,position,mean,low_90,high_90,points_05,points_95,factor,value\n",
                  .columns = curves.size() == 1 ? std::size_t{1} : std::size_t{2}};
    for (Curve const& curve : curves)
    {
        CurveAxis const axis = axis_of(curve, responses);
        std::string const panel(1, static_cast<char>('a' + figure.panels.size()));
        figure.csv += block_of(curve, axis, panel, {responses, unit.scale});
        figure.panels.push_back(
            panel_of_curve(panel, axis, told_factor_axis(curve, responses, axis), range));
        figure.panels.back().up.title = with_capital(is_compared ? unit.change : unit.level);
    }
    return as_numbers_allow(std::move(figure));
}
}  // namespace kochmon
