// SPDX-License-Identifier: MIT
#include "analysis/figures/figure_axes.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include <fmt/format.h>

namespace kochmon
{
namespace
{
constexpr double millimetres_of_a_year = 9.5;  // a label of four digits
constexpr double millimetres_of_a_number = 12.0;
constexpr double millimetres_of_a_line = 8.0;
constexpr double room_at_an_end = 0.04;

struct Span
{
    double low = std::numeric_limits<double>::infinity();
    double high = -std::numeric_limits<double>::infinity();

    void hold(double number)
    {
        if (!std::isfinite(number)) return;
        low = std::min(low, number);
        high = std::max(high, number);
    }
    bool is_empty() const { return low > high; }
};

/// The smallest of 1, 2 and 5 times a power of ten that is no smaller.
double round_step(double step)
{
    double const power = std::pow(10.0, std::floor(std::log10(step)));
    for (double const times : {1.0, 2.0, 5.0})
        if (times * power >= step * (1.0 - 1e-9)) return times * power;
    return 10.0 * power;
}

std::string told_tic(double number)
{
    return fmt::format("{:.6g}", std::abs(number) < 1e-12 ? 0.0 : number);
}

void set_round_tics(FigureAxis& axis, double most)
{
    double const low = *axis.from, high = *axis.to;
    double const step = round_step((high - low) / std::max(most, 2.0));
    for (double at = std::ceil(low / step - 1e-9); at * step <= high + 1e-9 * step; at += 1.0)
    {
        // A step below 1 is taken as a quotient, so that 3 times 0.1 is 0.3.
        double const number = step < 1.0 ? at / std::round(1.0 / step) : at * step;
        axis.tics.push_back({number, told_tic(number * axis.told_in)});
    }
}

void set_year_tics(FigureAxis& axis, double wide)
{
    double const years = *axis.to - *axis.from;
    double const most = std::max(wide / millimetres_of_a_year, 2.0);
    double step = 1.0;
    for (double const longer : {1.0, 2.0, 5.0, 10.0, 20.0, 50.0})
        if (years / (step = longer) <= most) break;
    for (double year = std::ceil(*axis.from / step); year * step <= *axis.to + 1e-9; year += 1.0)
        axis.tics.push_back({year * step, fmt::format("{:.0f}", year * step)});
}

/// Ends that were left open hold all numbers, with a margin but at 0.
void set_ends(FigureAxis& axis, Span span)
{
    if (axis.holds_nought) span.hold(0.0);
    if (span.is_empty()) span = {0.0, 1.0};
    if (span.low == span.high)
    {
        double const room = span.low == 0.0 ? 1.0 : 0.1 * std::abs(span.low);
        span = {span.low - room, span.high + room};
    }
    double const room = room_at_an_end * (span.high - span.low);
    if (!axis.from) axis.from = span.low == 0.0 && axis.holds_nought ? 0.0 : span.low - room;
    if (!axis.to) axis.to = span.high == 0.0 && axis.holds_nought ? 0.0 : span.high + room;
}

bool is_chosen(FigureLayer const& layer, CsvTable const& table, std::size_t row)
{
    return std::ranges::all_of(
        layer.rows, [&](auto const& one) { return table.cell(row, one.first) == one.second; });
}

void hold_columns(Span& span, FigureLayer const& layer, CsvTable const& table,
                  std::initializer_list<std::string> columns)
{
    for (std::string const& column : columns)
        if (!column.empty())
            for (double const number : numbers_of(layer, column, table)) span.hold(number);
}
}  // namespace

std::vector<double> numbers_of(FigureLayer const& layer, std::string const& column,
                               CsvTable const& table)
{
    std::vector<double> numbers;
    for (std::size_t row = 0; row < table.size(); ++row)
        if (is_chosen(layer, table, row)) numbers.push_back(table.number(row, column));
    return numbers;
}

PanelAxes axes_of_panel(FigurePanel const& panel, CsvTable const& table, double wide, double high)
{
    Span across, up;
    for (FigureLayer const& layer : panel.layers)
    {
        bool const is_lying = layer.mark == Mark::errors_across;
        hold_columns(is_lying ? across : up, layer, table, {layer.low, layer.high});
        if (!is_lying) hold_columns(across, layer, table, {layer.x});
        if (layer.mark != Mark::band) hold_columns(up, layer, table, {layer.y});
    }
    PanelAxes axes{panel.across, panel.up};
    set_ends(axes.across, across);
    set_ends(axes.up, up);
    if (axes.across.tics.empty() && axes.across.is_time)
        set_year_tics(axes.across, wide);
    else if (axes.across.tics.empty())
        set_round_tics(axes.across, wide / millimetres_of_a_number);
    if (axes.up.tics.empty()) set_round_tics(axes.up, high / millimetres_of_a_line);
    return axes;
}
}  // namespace kochmon
