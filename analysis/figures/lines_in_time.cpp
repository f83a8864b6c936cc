// SPDX-License-Identifier: MIT
#include "analysis/figures/lines_in_time.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "analysis/figures/axis.hpp"
#include "analysis/text/csv_text.hpp"

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

std::optional<Spread> spread_of(TimeLine const& line, SeriesRecorder const& series,
                                std::size_t month)
{
    return series.spread(series_column(line.measure, line.by, line.group), month);
}

std::string cells(TimeLine const& line, SeriesRecorder const& series, std::size_t month)
{
    auto const spread = spread_of(line, series, month);
    return spread ? fmt::format(",{},{},{}", spread->mean * line.scale, spread->low * line.scale,
                                spread->high * line.scale)
                  : std::string(",,,");
}

struct Look
{
    std::string csv;
    bool has_band;  // the range over replicates
    bool is_point;  // one month only, which makes no line
};

/// What is drawn of a line whose mean stands in column `mean`.
std::string plot_of(TimeLine const& line, std::size_t mean, Look const& look)
{
    std::string const colour = line.style.substr(0, line.style.find(" lw"));
    std::string const title =
        line.label.empty() ? "notitle" : fmt::format("title '{}'", line.label);
    std::string const band = fmt::format(
        "'{}' using 2:{}:{} with filledcurves {} fs transparent solid 0.18 noborder "
        "notitle, \\\n     ",
        look.csv, mean + 1, mean + 2, colour);
    return fmt::format("{}'{}' using 2:{} with {} {} {}", look.has_band ? band : "", look.csv, mean,
                       look.is_point ? "linespoints pt 7 ps 0.6" : "lines", line.style, title);
}

bool has_a_value(TimePanel const& panel, SeriesRecorder const& series)
{
    return std::ranges::any_of(panel.lines,
                               [&](TimeLine const& line)
                               {
                                   for (std::size_t at = 0; at < series.months(); ++at)
                                       if (spread_of(line, series, at)) return true;
                                   return false;
                               });
}

/// `first`: column of the mean of its first line.
std::string plot_of(TimePanel const& panel, std::size_t first, Look const& look)
{
    std::string plot;
    for (std::size_t k = 0; k < panel.lines.size(); ++k)
        plot += (k == 0 ? "plot " : ", \\\n     ") + plot_of(panel.lines[k], first + 3 * k, look);
    return plot;
}

constexpr char lines_panel[] = R"(
    set tmargin at screen {top}
    set bmargin at screen {bottom}
    set label 2 '{{/:Bold {letter}}}  {title}' at graph 0,1.08 left
    set ylabel '{unit}'
    set yrange {range}
    {year}
    {key}
    {plot}
    unset label 1
    unset label 4
)";

// A panel of a run so short that it has no value yet is left empty.
constexpr char no_value[] =
    "set label 3 'no value yet' at graph 0.5,0.5 center\n    plot [][0:1] -1 notitle\n    "
    "unset label 3";

constexpr char lines_frame[] =
    R"(# Drawn by kochmon. `gnuplot {name}.gp` in this folder draws it anew.
set encoding utf8
set datafile separator ','
set key autotitle columnhead
set border 3 lw 1 lc rgb '#404040'
set tics nomirror out scale 0.6,0.3
set grid xtics ytics back lc rgb '#DDDDDD' lw 0.8 dt 1
set xrange [{from}:{to}]
set xtics {step} format '%.0f'
set mxtics {minor}
do for [form = 1:2] {{
    if (form == 1) {{
        set terminal svg size 760,{pixels} font 'DejaVu Sans,Helvetica,Arial,sans-serif,14' \
            background '#FFFFFF'
        set output '{name}.svg'
    }} else {{
        set terminal pdfcairo size 17cm,{centimetres:.1f}cm font 'DejaVu Sans,9.5' \
            background '#FFFFFF'
        set output '{name}.pdf'
    }}
    set multiplot
    set lmargin at screen 0.12
    set rmargin at screen 0.965
    set format y '%g'
    set label 1 '{title}' at screen 0.12,0.98 left noenhanced font (form == 1 ? ',17' : ',11.5')
    set label 4 '{bands}' at screen 0.12,0.958 left noenhanced
{panels}
    unset label 2
    unset xlabel
    set yrange [*:*]
    unset multiplot
}}
set output
)";

std::string key_of(TimePanel const& panel)
{
    return panel.key > 0.0 ? fmt::format(
                                 "set key at screen 0.54,{} center center horizontal Left reverse "
                                 "samplen 2.6 width -1.5 maxrows 1",
                                 panel.key)
                           : std::string("unset key");
}

std::string panels_of(TimeFigure const& figure, SeriesRecorder const& series, Look const& look)
{
    std::string text;
    std::size_t column = 3;
    for (TimePanel const& panel : figure.panels)
    {
        auto const at = static_cast<std::size_t>(&panel - figure.panels.data());
        bool const is_last = at + 1 == figure.panels.size();
        text += fmt::format(
            lines_panel, fmt::arg("top", panel.top), fmt::arg("bottom", panel.bottom),
            fmt::arg("letter", std::string(1, "abcdefgh"[at])), fmt::arg("title", panel.title),
            fmt::arg("unit", panel.unit), fmt::arg("range", panel.range),
            fmt::arg("year", is_last ? "set xlabel 'Year' offset 0,0.3" : "unset xlabel"),
            fmt::arg("key", key_of(panel)),
            fmt::arg("plot", has_a_value(panel, series) ? plot_of(panel, column, look) : no_value));
        column += 3 * panel.lines.size();
    }
    return text;
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

std::string gnuplot_of(TimeFigure const& figure, SeriesRecorder const& series,
                       std::string const& scenario, Nesting const& nesting)
{
    Look const look{figure.name + ".csv", series.replicates() > 1, series.months() == 1};
    int const step = years_between_labels(series);
    std::string const bands =
        look.has_band
            ? fmt::format(
                  "Mean of {} replicates; bands from the lowest to the highest of them ({})",
                  series.replicates(), what_varies(nesting))
            : std::string("One replicate");
    return fmt::format(lines_frame, fmt::arg("name", figure.name),
                       fmt::arg("from", first_year(series)), fmt::arg("to", last_year(series)),
                       fmt::arg("step", step), fmt::arg("minor", step == 1 ? 4 : step),
                       fmt::arg("pixels", figure.height),
                       fmt::arg("centimetres", figure.height * 25.0 / 1120.0),
                       fmt::arg("title", "Scenario " + scenario), fmt::arg("bands", bands),
                       fmt::arg("panels", panels_of(figure, series, look)));
}

Drawing draw(TimeFigure const& figure, OutputFolder& folder, SeriesRecorder const& series,
             std::string const& scenario, Nesting const& nesting)
{
    folder.write_beside("figures/" + figure.name + ".csv", csv_of(figure, series));
    folder.write_beside("figures/" + figure.name + ".gp",
                        gnuplot_of(figure, series, scenario, nesting));
    return draw_in(folder, figure.name);
}
}  // namespace kochmon
