// SPDX-License-Identifier: MIT
#include "analysis/figures/study_fan.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <vector>

#include <fmt/format.h>

#include "analysis/figures/axis.hpp"
#include "analysis/figures/figure_rows.hpp"
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

/// Bands within each other, the widest first.
FigurePanel panel_of_fan(bool is_compared, ToldUnit const& unit)
{
    FigurePanel panel{.across = {.title = "Year", .is_time = true},
                      .up = {.title = with_capital(is_compared ? unit.change : unit.level),
                             .holds_nought = is_compared},
                      .has_nought_line = is_compared};
    panel.layers = {{.mark = Mark::band,
                     .low = "lowest",
                     .high = "highest",
                     .label = "all points",
                     .colour = blue,
                     .strength = 0.14},
                    {.mark = Mark::band,
                     .low = "q05",
                     .high = "q95",
                     .label = "5 to 95 % of them",
                     .colour = blue,
                     .strength = 0.22,
                     .beneath = 0.14},
                    {.mark = Mark::band,
                     .low = "q25",
                     .high = "q75",
                     .label = "25 to 75 %",
                     .colour = blue,
                     .strength = 0.34,
                     .beneath = 0.33},
                    {.y = "median", .label = "median of the points", .colour = navy, .width = 1.3}};
    return panel;
}
}  // namespace

std::optional<Figure> figure_of_fan(Study const& study, StudyTables const& tables,
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
    Figure figure{.name = "fan-" + row.measure,
                  .title = row.told() + (is_compared ? ": difference from the base" : ""),
                  .note = fmt::format("Sweep {}; bands and line over {} points, each the mean over "
                                      "its replicates.",
                                      in_words(study.plan().name), months.rbegin()->second.size()),
                  .csv = csv,
                  .panels = {panel_of_fan(is_compared, unit)}};
    return as_numbers_allow(std::move(figure));
}
}  // namespace kochmon
