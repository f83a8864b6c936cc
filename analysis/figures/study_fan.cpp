// SPDX-License-Identifier: MIT
#include "analysis/figures/study_fan.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <vector>

#include <fmt/format.h>

#include "analysis/figures/axis.hpp"
#include "analysis/statistics/paired.hpp"
#include "analysis/text/csv_text.hpp"

namespace kochmon
{
namespace
{
constexpr std::size_t fewest_months = 3;
constexpr std::size_t fewest_points_of_a_fan = 5;

/// What the points come to in a month.
using Months = std::map<std::string, std::vector<double>>;

Months months_of(Study const& study, StudyTables const& tables, RowInSight const& row)
{
    bool const is_compared = study.plan().compares_to_base;
    CsvTable const table(tables.at(is_compared ? "effects.csv" : "means.csv"), row.cells());
    Months months;
    for (std::size_t line = 0; line < table.size(); ++line)
    {
        double const value = table.number(line, is_compared ? "difference" : "mean");
        if (row.is_of(table, line) && table.cell(line, "point") != "0" && !std::isnan(value))
            months[table.cell(line, "month")].push_back(value);
    }
    std::erase_if(months,
                  [](auto const& month) { return month.second.size() < fewest_points_of_a_fan; });
    return months;
}

/// `2010-12` in years, the end of the month.
double years_of(std::string const& month)
{
    return std::stoi(month.substr(0, 4)) + std::stoi(month.substr(5, 2)) / 12.0;
}

constexpr char fan_body[] = R"(    set lmargin at screen {left}
    set rmargin at screen 0.965
    set tmargin at screen {top}
    set bmargin at screen {bottom}
    set xrange [{from}:{to}]
    set xtics {step} format '%.0f'
    set mxtics {minor}
    unset xlabel
    set ylabel {unit}
    set key at screen 0.53,{key} center bottom horizontal Left reverse samplen 2 maxrows 1
    plot '{csv}' using 2:3:9 with filledcurves fc rgb '#0072B2' fs transparent solid 0.10 noborder title 'all points', \
     '' using 2:4:8 with filledcurves fc rgb '#0072B2' fs transparent solid 0.20 noborder title '5 to 95 %', \
     '' using 2:5:7 with filledcurves fc rgb '#0072B2' fs transparent solid 0.34 noborder title '25 to 75 %', \
     {nought}'' using 2:6 with lines lc rgb '#003B5C' lw 2.2 title 'median of the points')";
}  // namespace

std::optional<StudyFigure> figure_of_fan(Study const& study, StudyTables const& tables,
                                         RowInSight const& row)
{
    Months const months = months_of(study, tables, row);
    if (months.size() < fewest_months) return std::nullopt;
    bool const is_compared = study.plan().compares_to_base;
    ToldUnit const unit = row.told_in();
    std::string csv = "month,time,lowest,q05,q25,median,q75,q95,highest,points\n";
    for (auto const& [month, values] : months)
    {
        auto const [low, high] = std::ranges::minmax(values);
        csv += fmt::format("{},{:.4f},{}", month, years_of(month), csv_number(unit.scale * low));
        for (double const quantile : quantiles(values))
            csv += ',' + csv_number(unit.scale * quantile);
        csv += fmt::format(",{},{}\n", csv_number(unit.scale * high), values.size());
    }
    StudySheet sheet{.name = "fan-" + row.measure,
                     .width = 820,
                     .height = 540,
                     .title = row.told() + (is_compared ? ": difference from the base" : ""),
                     .note = fmt::format("Sweep {}; means over replicates of {} points",
                                         study.plan().name, months.rbegin()->second.size())};
    double const first = years_of(months.begin()->first), last = years_of(months.rbegin()->first);
    int const step = years_between_labels(static_cast<std::size_t>(12.0 * (last - first)));
    sheet.body = fmt::format(
        fan_body, fmt::arg("left", 90.0 / sheet.width), fmt::arg("top", 1.0 - 80.0 / sheet.height),
        fmt::arg("bottom", 112.0 / sheet.height), fmt::arg("key", 12.0 / sheet.height),
        fmt::arg("from", first), fmt::arg("to", last), fmt::arg("step", step),
        fmt::arg("minor", step == 1 ? 4 : step),
        fmt::arg("unit", in_quotes(is_compared ? unit.change : unit.level)),
        fmt::arg("csv", sheet.name + ".csv"),
        fmt::arg("nought",
                 is_compared ? "0 with lines lc rgb '#404040' lw 1 title 'base', \\\n     " : ""));
    return StudyFigure{sheet.name, csv, script_of(sheet)};
}
}  // namespace kochmon
