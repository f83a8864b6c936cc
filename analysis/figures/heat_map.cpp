// SPDX-License-Identifier: MIT
#include "analysis/figures/heat_map.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "analysis/text/csv_text.hpp"

namespace kochmon
{
namespace
{
constexpr std::size_t most_levels_drawn = 24;
constexpr std::size_t most_levels_with_numbers = 10;
constexpr std::size_t longest_level = 18;

struct HeatCell
{
    double sum = 0.0;
    std::size_t points = 0;
};

/// Two factors of a grid.
struct HeatAxes
{
    std::size_t across = 0;
    std::size_t up = 0;
    std::vector<std::string> across_levels = {};
    std::vector<std::string> up_levels = {};
};

std::size_t number_of(std::vector<Factor> const& factors, std::string const& name)
{
    return static_cast<std::size_t>(std::ranges::find(factors, name, &Factor::name) -
                                    factors.begin());
}

/// The two that matter most of those with several values.
std::optional<HeatAxes> axes_of(Study const& study, StudyTables const& tables,
                                RowInSight const& row)
{
    std::vector<Factor> const& factors = study.plan().factors;
    std::vector<std::size_t> found;
    for (std::string const& name : factors_by_weight(tables, row))
    {
        std::size_t const factor = number_of(factors, name);
        std::size_t const count = factor < factors.size() ? factors[factor].levels().size() : 0;
        if (count > 1 && count <= most_levels_drawn) found.push_back(factor);
    }
    if (found.size() < 2) return std::nullopt;
    return HeatAxes{found[0], found[1], factors[found[0]].levels(), factors[found[1]].levels()};
}

std::size_t place_of(std::vector<std::string> const& texts, std::string const& value)
{
    return static_cast<std::size_t>(std::ranges::find(texts, value) - texts.begin());
}

using Heat = std::map<std::pair<std::size_t, std::size_t>, HeatCell>;

Heat heat_of(Study const& study, StudyTables const& tables, RowInSight const& row,
             HeatAxes const& axes)
{
    bool const is_compared = study.plan().compares_to_base;
    CsvTable const table(tables.at(is_compared ? "effects.csv" : "means.csv"),
                         row.cells_of_the_month());
    Heat heat;
    for (std::size_t line = 0; line < table.size(); ++line)
    {
        if (!row.is_at(table, line)) continue;
        double const value = table.number(line, is_compared ? "difference" : "mean");
        auto const point = static_cast<std::size_t>(table.number(line, "point"));
        if (point == 0 || std::isnan(value)) continue;
        auto const& values = study.points()[point].values;
        HeatCell& cell = heat[{place_of(axes.across_levels, values[axes.across]),
                               place_of(axes.up_levels, values[axes.up])}];
        cell.sum += value;
        ++cell.points;
    }
    return heat;
}

std::vector<FigureTic> tics_of_levels(std::vector<std::string> const& texts)
{
    std::vector<FigureTic> tics;
    tics.reserve(texts.size());
    for (std::string const& text : texts)
        tics.push_back({static_cast<double>(tics.size()), shortened(text, longest_level)});
    return tics;
}

std::string told_axis(Factor const& factor)
{
    return factor.change == "scale" ? factor.name + ", times as much" : factor.name;
}

std::string told_others(Study const& study, HeatAxes const& axes)
{
    std::string others;
    for (std::size_t k = 0; k < study.plan().factors.size(); ++k)
        if (k != axes.across && k != axes.up)
            others += (others.empty() ? "" : ", ") + study.plan().factors[k].name;
    return others.empty() ? others : "; means over the values of " + others;
}

struct HeatRange
{
    double low = 0.0;
    double high = 0.0;
};

HeatRange range_of(Heat const& heat, double scale, bool is_around_nought)
{
    HeatRange range{std::numeric_limits<double>::infinity(),
                    -std::numeric_limits<double>::infinity()};
    for (auto const& [place, cell] : heat)
    {
        double const mean = scale * cell.sum / static_cast<double>(cell.points);
        range.low = std::min(range.low, mean);
        range.high = std::max(range.high, mean);
    }
    double const most = std::max(std::abs(range.low), std::abs(range.high));
    if (is_around_nought) range = {-most, most};
    if (range.low == range.high) range = {range.low - 1.0, range.high + 1.0};
    return range;
}

std::string csv_of_heat(Heat const& heat, HeatAxes const& axes, double scale)
{
    std::string csv = "column,row,across,up,value,points\n";
    for (auto const& [place, cell] : heat)
        csv += fmt::format(
            "{},{},{},{},{},{}\n", place.first, place.second,
            csv_cell(axes.across_levels[place.first]), csv_cell(axes.up_levels[place.second]),
            csv_number(scale * cell.sum / static_cast<double>(cell.points)), cell.points);
    return csv;
}

/// How numbers stand in cells; empty where there is no room: then the sign alone.
std::string format_of_cells(HeatAxes const& axes, HeatRange const& range, bool is_around_nought)
{
    if (std::max(axes.across_levels.size(), axes.up_levels.size()) > most_levels_with_numbers)
        return {};
    double const size = std::max(std::abs(range.low), std::abs(range.high));
    return fmt::format("%{}.{}f", is_around_nought ? "+" : "",
                       size < 10.0 ? 2 : (size < 100.0 ? 1 : 0));
}

FigureAxis axis_of_levels(std::vector<std::string> const& levels, std::string const& title)
{
    return {.title = title,
            .from = -0.5,
            .to = static_cast<double>(levels.size()) - 0.5,
            .is_named = true,
            .tics = tics_of_levels(levels)};
}

FigurePanel panel_of_heat(Study const& study, RowInSight const& row, HeatAxes const& axes,
                          HeatRange const& range)
{
    bool const is_compared = study.plan().compares_to_base;
    std::vector<Factor> const& factors = study.plan().factors;
    ToldUnit const unit = row.told_in();
    FigurePanel panel{.across = axis_of_levels(axes.across_levels, told_axis(factors[axes.across])),
                      .up = axis_of_levels(axes.up_levels, told_axis(factors[axes.up])),
                      .rows = static_cast<double>(axes.up_levels.size())};
    panel.layers = {{.mark = Mark::cells, .x = "column", .y = "row", .value = "value"}};
    panel.colours = {.from = range.low,
                     .to = range.high,
                     .is_around_nought = is_compared,
                     .title = with_capital(is_compared ? unit.change : unit.level),
                     .format = format_of_cells(axes, range, is_compared)};
    return panel;
}
}  // namespace

std::optional<Figure> figure_of_heat(Study const& study, StudyTables const& tables,
                                     RowInSight const& row)
{
    if (study.plan().design.kind != DesignKind::grid) return std::nullopt;
    auto const axes = axes_of(study, tables, row);
    if (!axes) return std::nullopt;
    Heat const heat = heat_of(study, tables, row, *axes);
    if (heat.size() < 2) return std::nullopt;
    bool const is_compared = study.plan().compares_to_base;
    double const scale = row.told_in().scale;
    return Figure{.name = "heat-" + row.measure,
                  .title = row.told() + (is_compared ? ": difference from the base" : ""),
                  .note = fmt::format("Sweep {}, {}{}.{}", in_words(study.plan().name), row.month,
                                      told_others(study, *axes),
                                      is_compared ? " Cells with a minus are below the base." : ""),
                  .csv = csv_of_heat(heat, *axes, scale),
                  .panels = {panel_of_heat(study, row, *axes, range_of(heat, scale, is_compared))}};
}
}  // namespace kochmon
