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

std::string tics_of(std::vector<std::string> const& texts)
{
    std::string tics;
    for (std::size_t k = 0; k < texts.size(); ++k)
        tics += fmt::format("{}{} {}", k == 0 ? "" : ", ",
                            tic_in_quotes(shortened(texts[k], longest_level)), k);
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

/// Differences around white; values from pale to dark.
constexpr char palette_of_differences[] =
    "set palette defined (-1 '#08519C', -0.5 '#6BAED6', 0 '#FFFFFF', 0.5 '#FDAE6B', 1 '#A63603')";
constexpr char palette_of_values[] =
    "set palette defined (0 '#F7FBFF', 0.5 '#6BAED6', 1 '#08306B')";

constexpr char heat_body[] = R"(    set lmargin at screen {left}
    set rmargin at screen {right}
    set tmargin at screen {top}
    set bmargin at screen {bottom}
    unset grid
    unset key
    set border 0
    set tics scale 0
    set xrange [-0.5:{columns}]
    set yrange [-0.5:{rows}]
    set xtics ({across}) noenhanced {rotated}
    set ytics ({up}) noenhanced
    set xlabel {across_label} noenhanced
    set ylabel {up_label} noenhanced
    {palette}
    set cbrange [{low}:{high}]
    set cblabel {unit}
    set colorbox noborder user origin {box},{bottom} size {box_width},{box_height}
    plot '{csv}' using 1:2:($1-0.49):($1+0.49):($2-0.49):($2+0.49):5 with boxxyerror fs solid noborder fc palette{numbers})";

constexpr char heat_numbers[] =
    ", \\\n     '' using 1:2:(sprintf('{}',$5)):(abs($5-{})>{}?0xFFFFFF:0x202020) with labels tc "
    "rgb variable font (form == 1 ? ',12' : ',8')";

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

std::size_t longest_of(std::vector<std::string> const& texts)
{
    std::size_t longest = 0;
    for (std::string const& text : texts) longest = std::max(longest, text.size());
    return std::min(longest, longest_level);
}

std::string numbers_of(HeatAxes const& axes, HeatRange const& range, bool is_around_nought)
{
    if (std::max(axes.across_levels.size(), axes.up_levels.size()) > most_levels_with_numbers)
        return {};
    double const size = std::max(std::abs(range.low), std::abs(range.high));
    double const middle = is_around_nought ? 0.0 : range.low;
    return fmt::format(heat_numbers, size < 10.0 ? "%.2f" : (size < 100.0 ? "%.1f" : "%.0f"),
                       middle, 0.65 * (range.high - middle));
}

std::string body_of_heat(Study const& study, RowInSight const& row, HeatAxes const& axes,
                         HeatRange const& range, StudySheet const& sheet)
{
    bool const is_compared = study.plan().compares_to_base;
    std::vector<Factor> const& factors = study.plan().factors;
    ToldUnit const unit = row.told_in();
    double const width = sheet.width, height = sheet.height;
    double const left = (70.0 + 9.0 * static_cast<double>(longest_of(axes.up_levels))) / width;
    bool const is_rotated =
        10.0 * static_cast<double>(longest_of(axes.across_levels) * axes.across_levels.size()) >
        0.6 * width;
    double const bottom =
        (is_rotated ? 70.0 + 8.0 * static_cast<double>(longest_of(axes.across_levels)) : 75.0) /
        height;
    double const top = 1.0 - 78.0 / height;
    return fmt::format(
        heat_body, fmt::arg("left", left), fmt::arg("right", 1.0 - 150.0 / width),
        fmt::arg("top", top), fmt::arg("bottom", bottom),
        fmt::arg("columns", static_cast<double>(axes.across_levels.size()) - 0.5),
        fmt::arg("rows", static_cast<double>(axes.up_levels.size()) - 0.5),
        fmt::arg("across", tics_of(axes.across_levels)), fmt::arg("up", tics_of(axes.up_levels)),
        fmt::arg("rotated", is_rotated ? "rotate by 40 right" : "norotate"),
        fmt::arg("across_label", in_quotes(told_axis(factors[axes.across]))),
        fmt::arg("up_label", in_quotes(told_axis(factors[axes.up]))),
        fmt::arg("palette", is_compared ? palette_of_differences : palette_of_values),
        fmt::arg("low", range.low), fmt::arg("high", range.high),
        fmt::arg("unit", in_quotes(is_compared ? unit.change : unit.level)),
        fmt::arg("box", 1.0 - 130.0 / width), fmt::arg("box_width", 22.0 / width),
        fmt::arg("box_height", top - bottom), fmt::arg("csv", sheet.name + ".csv"),
        fmt::arg("numbers", numbers_of(axes, range, is_compared)));
}
}  // namespace

std::optional<StudyFigure> figure_of_heat(Study const& study, StudyTables const& tables,
                                          RowInSight const& row)
{
    if (study.plan().design.kind != DesignKind::grid) return std::nullopt;
    auto const axes = axes_of(study, tables, row);
    if (!axes) return std::nullopt;
    Heat const heat = heat_of(study, tables, row, *axes);
    if (heat.size() < 2) return std::nullopt;
    bool const is_compared = study.plan().compares_to_base;
    double const scale = row.told_in().scale;
    StudySheet sheet{
        .name = "heat-" + row.measure,
        .height = std::clamp(190 + 70 * static_cast<int>(axes->up_levels.size()), 400, 900),
        .title = row.told() + (is_compared ? ": difference from the base" : ""),
        .note =
            fmt::format("Sweep {}, {}{}", study.plan().name, row.month, told_others(study, *axes))};
    sheet.body = body_of_heat(study, row, *axes, range_of(heat, scale, is_compared), sheet);
    return StudyFigure{sheet.name, csv_of_heat(heat, *axes, scale), script_of(sheet)};
}
}  // namespace kochmon
