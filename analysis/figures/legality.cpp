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
std::array<Line, 5> const& lines()
{
    static std::array<Line, 5> const lines = {
        Line{"legality_rate", Breakdown::jurisdiction, "russia", 100.0, "",
             "lc rgb '#0072B2' lw 2.2 dt 1"},
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
        set terminal svg size 760,800 font 'DejaVu Sans,Helvetica,Arial,sans-serif,14' \
            background '#FFFFFF'
        set output 'legality.svg'
    }} else {{
        set terminal pdfcairo size 17cm,17.9cm font 'DejaVu Sans,9.5' background '#FFFFFF'
        set output 'legality.pdf'
    }}
    set multiplot
    set lmargin at screen 0.12
    set rmargin at screen 0.965

    set tmargin at screen 0.895
    set bmargin at screen 0.565
    set label 1 '{title}' at screen 0.12,0.972 left noenhanced font (form == 1 ? ',17' : ',11.5')
    set label 2 '{{/:Bold a}}  Regular among foreign workers in Russia{band}' at graph 0,1.07 left
    set ylabel 'Legality rate, %'
    set yrange [0:100]
    set ytics 20
    set format y '%.0f'
    unset key
    {legality}

    unset label 1
    set tmargin at screen 0.462
    set bmargin at screen 0.135
    set label 2 '{{/:Bold b}}  Migrants abroad at month end{band}' at graph 0,1.08 left
    set ylabel 'Thousand persons'
    set xlabel 'Year' offset 0,0.3
    set yrange [0:*]
    set ytics autofreq
    set format y '%g'
    set key at screen 0.54,0.03 center center horizontal Left reverse samplen 2.6 width -1.5 \
        maxrows 1
    {people}
    unset label 2
    unset xlabel
    unset multiplot
}}
set output
)";
}  // namespace

std::string legality_csv(SeriesRecorder const& series)
{
    std::string csv = header();
    for (std::size_t at = 0; at < series.months(); ++at) csv += row(series, at);
    return csv;
}

std::string legality_gnuplot(SeriesRecorder const& series, std::string const& scenario,
                             Nesting const& nesting)
{
    Look const look{series.replicates() > 1, series.months() == 1};
    int const step = years_between_labels(series);
    std::string const band =
        look.has_band ? fmt::format(" (mean and range of {} replicates)", series.replicates()) : "";
    std::string const held = look.has_band ? "; bands hold " + what_varies(nesting) : "";
    return fmt::format(
        frame, fmt::arg("from", first_year(series)), fmt::arg("to", last_year(series)),
        fmt::arg("step", step), fmt::arg("minor", step == 1 ? 4 : step),
        fmt::arg("title", "Scenario " + scenario + held), fmt::arg("band", band),
        fmt::arg("legality", plot(0, 1, look)), fmt::arg("people", plot(1, lines().size(), look)));
}

Drawing draw_legality(OutputFolder const& folder, SeriesRecorder const& series,
                      std::string const& scenario, Nesting const& nesting)
{
    folder.write_beside("figures/legality.csv", legality_csv(series));
    folder.write_beside("figures/legality.gp", legality_gnuplot(series, scenario, nesting));
    return draw(folder.path() / "figures", "legality.gp");
}
}  // namespace kochmon
