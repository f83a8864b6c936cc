// SPDX-License-Identifier: MIT
#include "analysis/figures/lines_in_time.hpp"

#include <fmt/format.h>

#include "analysis/figures/axis.hpp"
#include "analysis/figures/figure_rows.hpp"

namespace kochmon
{
namespace
{
std::string header(TimeFigure const& figure)
{
    std::string header = "month,time";
    for (TimePanel const& panel : figure.panels)
        for (TimeLine const& line : panel.lines)
            for (char const* const part : {"mean", "low", "high"})
                header += fmt::format(",{}_{}", line.measure, part);
    return header + '\n';
}

std::string cells(TimeLine const& line, SeriesRecorder const& series, std::size_t month)
{
    auto const spread = series.spread(series.column(line.measure, line.by), month);
    return spread ? fmt::format(",{},{},{}", spread->mean * line.scale, spread->low * line.scale,
                                spread->high * line.scale)
                  : std::string(",,,");
}

FigurePanel panel_of_time(TimePanel const& told, FigureOfRun const& run)
{
    FigurePanel panel{.title = told.title,
                      .across = {.title = "Year", .is_time = true},
                      .up = {.title = told.unit, .holds_nought = told.from_nought},
                      .has_legend = told.lines.size() > 1};
    for (TimeLine const& line : told.lines)
        if (run.replicates > 1)
            panel.layers.push_back({.mark = Mark::band,
                                    .low = line.measure + "_low",
                                    .high = line.measure + "_high",
                                    .colour = line.colour,
                                    .strength = 0.18});
    for (TimeLine const& line : told.lines)
        panel.layers.push_back({.y = line.measure + "_mean",
                                .label = line.label,
                                .colour = line.colour,
                                .stroke = line.stroke});
    return panel;
}

std::string note_of_run(FigureOfRun const& run)
{
    if (run.replicates == 1) return "One replicate.";
    return fmt::format(
        "Lines: mean of {} replicates. Bands: from the lowest to the highest of them ({}). Axes of "
        "rates do not begin at 0 where that would hide how they move.",
        run.replicates, what_varies(run.nesting));
}
}  // namespace

std::string csv_of(TimeFigure const& figure, SeriesRecorder const& series)
{
    std::string csv = header(figure);
    for (std::size_t at = 0; at < series.months(); ++at)
    {
        csv += fmt::format("{},{:.4f}", series.month(at).text(), time_of(series.month(at)));
        for (TimePanel const& panel : figure.panels)
            for (TimeLine const& line : panel.lines) csv += cells(line, series, at);
        csv += '\n';
    }
    return csv;
}

Figure figure_of(TimeFigure const& figure, std::string const& csv, FigureOfRun const& run)
{
    Figure figure_of_run{
        .name = figure.name,
        .title = fmt::format("{}, scenario {}", figure.title, in_words(run.scenario)),
        .note = note_of_run(run),
        .csv = csv,
        .columns = 2,
        .has_legend = false,
        .dates = run.dates};
    for (TimePanel const& panel : figure.panels)
        figure_of_run.panels.push_back(panel_of_time(panel, run));
    return as_numbers_allow(std::move(figure_of_run));
}

Drawing draw(TimeFigure const& figure, OutputFolder& folder, SeriesRecorder const& series,
             FigureOfRun const& run)
{
    return draw_in(folder, figure_of(figure, csv_of(figure, series), run));
}
}  // namespace kochmon
