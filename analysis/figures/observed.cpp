// SPDX-License-Identifier: MIT
#include "analysis/figures/observed.hpp"

#include <algorithm>
#include <cctype>

#include <fmt/format.h>

#include "engine/contract.hpp"

#include "analysis/figures/axis.hpp"
#include "analysis/figures/figure_rows.hpp"
#include "analysis/text/csv_table.hpp"

namespace kochmon
{
namespace
{
using Kind = ObservedTime::Kind;

/// A stock stands at its month's end, a sum in the middle of its months.
double place_on_axis(ObservedTime const& time)
{
    if (time.kind != Kind::sum) return time_of(time.last);
    return (time_of(time.first) - 1.0 / 12.0 + time_of(time.last)) / 2.0;
}

bool is_stock(ObservedLine const& line)
{
    return line.measure->kind == MeasureKind::stock;
}

/// The lines of which something can be drawn: growth alone is no point.
std::vector<std::size_t> panels_of(ObservedFile const& file, ModelledPast const& past)
{
    std::vector<std::size_t> panels;
    for (Observation const& one : file.observations)
        if (std::size_t const line = past.line_of(one);
            one.time.kind != Kind::growth && std::ranges::find(panels, line) == panels.end())
            panels.push_back(line);
    return panels;
}

/// Month ends of a stock, calendar years of a flow.
std::vector<ObservedTime> modelled_times(ObservedLine const& line, ModelledPast const& past)
{
    std::vector<ObservedTime> times;
    for (std::size_t at = 0; at < past.months(); ++at)
    {
        Month const month = past.month(at);
        if (is_stock(line))
            times.push_back({Kind::month_end, month, month});
        else if (month.is_january() && at + 12 <= past.months())
            times.push_back({Kind::sum, month, month + 11});
    }
    return times;
}

/// Panels are told apart by letters, as in the figure.
std::string letter(std::size_t panel)
{
    return {static_cast<char>('a' + panel)};
}

std::string row(std::string const& head, ObservedTime const& time, double value, double low,
                double high)
{
    return fmt::format("{},{},{:.4f},{},{},{}\n", head, time.text(), place_on_axis(time), value,
                       low, high);
}

std::string modelled_rows(std::string const& head, std::size_t line, ModelledPast const& past)
{
    std::string rows;
    for (ObservedTime const& time : modelled_times(past.lines()[line], past))
        if (auto const spread = past.spread(line, time))
            rows += row(head + ",modelled", time, spread->mean, spread->low, spread->high);
    return rows;
}

std::string observed_rows(std::string const& head, std::size_t line, ObservedFile const& file,
                          ModelledPast const& past)
{
    std::string rows;
    for (Observation const& one : file.observations)
        if (past.line_of(one) == line && one.time.kind != Kind::growth)
            rows += row(head + ",observed", one.time, one.value, one.band.low, one.band.high);
    return rows;
}

std::string name_of(ObservedLine const& line)
{
    std::string name = line.text();
    name[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(name[0])));
    return name + (is_stock(line) ? ", month end" : ", a year");
}

/// What a row of the CSV is of.
ObservedLine line_of_row(CsvTable const& table, std::size_t row)
{
    ObservedLine line;
    for (Measure const& measure : measures())
        if (measure.name == table.cell(row, "measure")) line.measure = &measure;
    line.in = table.cell(row, "in");
    EXPECT(line.measure != nullptr);
    return line;
}

/// What is added up over months is no longer a month's.
std::string unit_of_panel(Corridor const& corridor, ObservedLine const& line)
{
    std::string const unit = unit_in(corridor, *line.measure);
    return "Thousand " + unit.substr(0, unit.find('/'));
}

FigurePanel panel_of_observed(std::string const& panel, ObservedLine const& line,
                              std::string const& unit, bool has_band)
{
    FigurePanel beside{.title = name_of(line),
                       .across = {.title = "Year", .is_time = true},
                       .up = {.title = unit, .holds_nought = true, .told_in = 1e-3}};
    if (has_band)
        beside.layers.push_back({.mark = Mark::band,
                                 .low = "low",
                                 .high = "high",
                                 .label = "range of the replicates",
                                 .colour = blue,
                                 .strength = 0.18,
                                 .rows = {{"panel", panel}, {"series", "modelled"}}});
    beside.layers.push_back({.y = "value",
                             .label = "modelled",
                             .colour = blue,
                             .width = 1.3,
                             .rows = {{"panel", panel}, {"series", "modelled"}}});
    beside.layers.push_back({.mark = Mark::errors_up,
                             .y = "value",
                             .low = "low",
                             .high = "high",
                             .label = "observed, with its band",
                             .colour = vermilion,
                             .size = 3.0,
                             .rows = {{"panel", panel}, {"series", "observed"}}});
    return beside;
}
}  // namespace

std::string observed_figure_csv(ObservedFile const& file, ModelledPast const& past)
{
    std::string csv = "panel,measure,in,series,period,time,value,low,high\n";
    std::vector<std::size_t> const panels = panels_of(file, past);
    for (std::size_t panel = 0; panel < panels.size(); ++panel)
    {
        ObservedLine const& line = past.lines()[panels[panel]];
        std::string const head =
            fmt::format("{},{},{}", letter(panel), line.measure->name, line.in);
        csv += modelled_rows(head, panels[panel], past);
        csv += observed_rows(head, panels[panel], file, past);
    }
    return csv;
}

Figure figure_of_observed(std::string const& csv, FigureOfRun const& run, Corridor const& corridor)
{
    CsvTable const table(csv);
    Figure figure{
        .name = "observed",
        .title =
            fmt::format("What was observed beside the model, scenario {}", in_words(run.scenario)),
        .note = run.replicates == 1
                    ? std::string("One replicate.")
                    : fmt::format("Lines: mean of {} replicates. Bands: from the lowest to the "
                                  "highest of them ({}).",
                                  run.replicates, what_varies(run.nesting)),
        .csv = csv,
        .columns = 2,
        .dates = run.dates};
    std::string last;
    for (std::size_t row = 0; row < table.size(); ++row)
    {
        std::string const& panel = table.cell(row, "panel");
        if (panel == last) continue;
        last = panel;
        ObservedLine const line = line_of_row(table, row);
        figure.panels.push_back(
            panel_of_observed(panel, line, unit_of_panel(corridor, line), run.replicates > 1));
    }
    return as_numbers_allow(std::move(figure));
}

Drawing draw_observed(OutputFolder& folder, ObservedFile const& file, ModelledPast const& past,
                      FigureOfRun const& run, Corridor const& corridor)
{
    return draw_in(folder, figure_of_observed(observed_figure_csv(file, past), run, corridor));
}
}  // namespace kochmon
