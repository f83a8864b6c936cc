// SPDX-License-Identifier: MIT
#include "analysis/figures/legality.hpp"

#include <array>

#include <fmt/format.h>

#include "analysis/csv_text.hpp"
#include "analysis/figures/axis.hpp"

namespace kochmon
{
namespace
{
struct Line
{
    std::string measure;
    Breakdown by;
    std::string group;
    double scale;
    std::string label;  // in the legend
    std::string style;
};

// Colours of Okabe and Ito, told apart also by those who see no red or green; dashes for print.
std::array<Line, 8> const& lines()
{
    static std::array<Line, 8> const lines = {
        Line{"legality_by_presence", Breakdown::jurisdiction, "russia", 100.0, "Lawfully present",
             "lc rgb '#56B4E9' lw 2.2 dt (14,5)"},
        Line{"legality_by_right", Breakdown::jurisdiction, "russia", 100.0,
             "With the right to work", "lc rgb '#0072B2' lw 2.6 dt 1"},
        Line{"legality_by_contract", Breakdown::jurisdiction, "russia", 100.0,
             "With right and contract", "lc rgb '#D55E00' lw 2.2 dt (5,4)"},
        Line{"naturalization_rate", Breakdown::jurisdiction, "russia", 1.0, "",
             "lc rgb '#009E73' lw 2.6 dt 1"},
        Line{"abroad", Breakdown::total, "total", 1e-3, "All abroad",
             "lc rgb '#000000' lw 2.0 dt 1"},
        Line{"foreign_workers", Breakdown::total, "total", 1e-3, "Foreign workers",
             "lc rgb '#0072B2' lw 2.2 dt (14,5)"},
        Line{"irregular_workers", Breakdown::total, "total", 1e-3, "Irregular workers",
             "lc rgb '#D55E00' lw 2.2 dt (5,4)"},
        Line{"naturalized_abroad", Breakdown::total, "total", 1e-3, "Naturalized",
             "lc rgb '#009E73' lw 2.2 dt (12,4,2,4)"}};
    return lines;
}

std::string header()
{
    std::string header = "month,time";
    for (Line const& line : lines())
        for (char const* const part : {"mean", "low", "high"})
            header += fmt::format(",{}_{}", line.measure, part);
    return header + '\n';
}

std::string row(SeriesRecorder const& series, std::size_t month_at)
{
    Month const month = series.month(month_at);
    std::string row = fmt::format("{},{:.4f}", month.text(), time_of(month));
    for (Line const& line : lines())
    {
        auto const spread =
            series.spread(series_column(line.measure, line.by, line.group), month_at);
        if (spread)
            row += fmt::format(",{},{},{}", spread->mean * line.scale, spread->low * line.scale,
                               spread->high * line.scale);
        else
            row += ",,,";
    }
    return row + '\n';
}

struct Look
{
    bool has_band;  // the range over replicates
    bool is_point;  // one month only, which makes no line
};

/// What is drawn of a line whose mean stands in column `mean`.
std::string plot_of(Line const& line, std::size_t mean, Look look)
{
    std::string const colour = line.style.substr(0, line.style.find(" lw"));
    std::string const title =
        line.label.empty() ? "notitle" : fmt::format("title '{}'", line.label);
    std::string const band = fmt::format(
        "'legality.csv' using 2:{}:{} with filledcurves {} fs transparent solid 0.18 noborder "
        "notitle, \\\n     ",
        mean + 1, mean + 2, colour);
    return fmt::format("{}'legality.csv' using 2:{} with {} {} {}", look.has_band ? band : "", mean,
                       look.is_point ? "linespoints pt 7 ps 0.6" : "lines", line.style, title);
}

std::string plot(std::size_t first, std::size_t last, Look look)
{
    std::string plot;
    for (std::size_t line = first; line < last; ++line)
        plot +=
            (plot.empty() ? "plot " : ", \\\n     ") + plot_of(lines()[line], 3 + 3 * line, look);
    return plot;
}

// First line of each panel, and one beyond the last.
constexpr std::array<std::size_t, 4> begins = {0, 3, 4, 8};

constexpr char frame[] = R"(# Drawn by kochmon. `gnuplot legality.gp` in this folder draws it anew.
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
        set terminal svg size 760,1120 font 'DejaVu Sans,Helvetica,Arial,sans-serif,14' \
            background '#FFFFFF'
        set output 'legality.svg'
    }} else {{
        set terminal pdfcairo size 17cm,25cm font 'DejaVu Sans,9.5' background '#FFFFFF'
        set output 'legality.pdf'
    }}
    set multiplot
    set lmargin at screen 0.12
    set rmargin at screen 0.965
    set format y '%g'

    set tmargin at screen 0.925
    set bmargin at screen 0.715
    set label 1 '{title}' at screen 0.12,0.98 left noenhanced font (form == 1 ? ',17' : ',11.5')
    set label 2 '{{/:Bold a}}  Legality in Russia: of 100 foreign workers, those{band}' \
        at graph 0,1.08 left
    set ylabel 'Per cent'
    set key at screen 0.54,0.655 center center horizontal Left reverse samplen 2.6 width -1.5 \
        maxrows 1
    {legality}

    unset label 1
    unset key
    set tmargin at screen 0.595
    set bmargin at screen 0.425
    set label 2 '{{/:Bold b}}  Naturalization rate in Russia, last 12 months{band}' \
        at graph 0,1.1 left
    set ylabel 'Per 100 foreigners'
    set yrange [0:0.1<*]
    {naturalization}
    set yrange [0:*]

    set tmargin at screen 0.345
    set bmargin at screen 0.1
    set label 2 '{{/:Bold c}}  Migrants abroad at month end, all destinations{band}' \
        at graph 0,1.08 left
    set ylabel 'Thousand persons'
    set xlabel 'Year' offset 0,0.3
    set key at screen 0.54,0.022 center center horizontal Left reverse samplen 2.6 width -1.5 \
        maxrows 1
    {people}
    unset label 2
    unset xlabel
    set yrange [*:*]
    unset multiplot
}}
set output
)";

/// A panel of a run so short that it has no value yet is left empty.
std::string panel(std::size_t number, SeriesRecorder const& series, Look look)
{
    for (std::size_t line = begins[number]; line < begins[number + 1]; ++line)
    {
        std::size_t const column =
            series_column(lines()[line].measure, lines()[line].by, lines()[line].group);
        for (std::size_t month = 0; month < series.months(); ++month)
            if (series.spread(column, month)) return plot(begins[number], begins[number + 1], look);
    }
    return "set label 3 'no value yet' at graph 0.5,0.5 center\n    plot [][0:1] -1 notitle\n    "
           "unset label 3";
}
}  // namespace

std::string legality_csv(SeriesRecorder const& series)
{
    std::string csv = header();
    for (std::size_t at = 0; at < series.months(); ++at) csv += row(series, at);
    return csv;
}

std::string legality_gnuplot(SeriesRecorder const& series, std::string const& scenario)
{
    Look const look{series.replicates() > 1, series.months() == 1};
    int const step = years_between_labels(series);
    std::string const band =
        look.has_band ? fmt::format(" (mean and range of {} replicates)", series.replicates()) : "";
    return fmt::format(frame, fmt::arg("from", first_year(series)),
                       fmt::arg("to", last_year(series)), fmt::arg("step", step),
                       fmt::arg("minor", step == 1 ? 4 : step),
                       fmt::arg("title", "Scenario " + scenario), fmt::arg("band", band),
                       fmt::arg("legality", panel(0, series, look)),
                       fmt::arg("naturalization", panel(1, series, look)),
                       fmt::arg("people", panel(2, series, look)));
}

Drawing draw_legality(OutputFolder const& folder, SeriesRecorder const& series,
                      std::string const& scenario)
{
    folder.write_beside("figures/legality.csv", legality_csv(series));
    folder.write_beside("figures/legality.gp", legality_gnuplot(series, scenario));
    return draw(folder.path() / "figures", "legality.gp");
}
}  // namespace kochmon
