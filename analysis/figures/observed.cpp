// SPDX-License-Identifier: MIT
#include "analysis/figures/observed.hpp"

#include <algorithm>
#include <cctype>

#include <fmt/format.h>

#include "analysis/figures/axis.hpp"
#include "analysis/text/csv_text.hpp"

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

// Colours of Okabe and Ito, told apart also by those who see no red or green.
constexpr char observed_frame[] =
    R"(# Drawn by kochmon. `gnuplot observed.gp` in this folder draws it anew.
set encoding utf8
set datafile separator ','
set border 3 lw 1 lc rgb '#404040'
set tics nomirror out scale 0.6,0.3
set grid xtics ytics back lc rgb '#DDDDDD' lw 0.8 dt 1
set xrange [{from}:{to}]
set xtics {step} format '%.0f'
set ytics autofreq
set yrange [0:*]
set format y '%g'
set errorbars 0.8
unset key
modelled(panel, x) = strcol(1) eq panel && strcol(4) eq 'modelled' ? x : NaN
observed(panel, x) = strcol(1) eq panel && strcol(4) eq 'observed' ? x : NaN
do for [form = 1:2] {{
    if (form == 1) {{
        set terminal svg size 960,{pixels} font 'DejaVu Sans,Helvetica,Arial,sans-serif,13' \
            background '#FFFFFF'
        set output 'observed.svg'
    }} else {{
        set terminal pdfcairo size 24cm,{centimetres:.1f}cm font 'DejaVu Sans,9.5' \
            background '#FFFFFF'
        set output 'observed.pdf'
    }}
    set multiplot
    set label 1 '{title}' at screen 0.07,{top:.4f} left noenhanced \
        font (form == 1 ? ',16' : ',11.5')
{panels}    unset multiplot
}}
set output
)";

constexpr char observed_panel[] = R"(
    set lmargin at screen {left:.4f}
    set rmargin at screen {right:.4f}
    set tmargin at screen {upper:.4f}
    set bmargin at screen {lower:.4f}
    set label 2 '{{/:Bold {letter}}}  {name}' at graph 0,1.09 left
    set ylabel 'Thousand'
    {key}
    plot {band}'observed.csv' \
        using (modelled('{letter}', $6)):(modelled('{letter}', $7*1e-3)) \
        with {style} lc rgb '#0072B2' lw 2.2 title 'Modelled', \
        'observed.csv' \
        using (observed('{letter}', $6)):(observed('{letter}', $7*1e-3)): \
            (observed('{letter}', $8*1e-3)):(observed('{letter}', $9*1e-3)) \
        with yerrorbars lc rgb '#D55E00' lw 1.8 pt 7 ps 0.8 title 'Observed, with its band'
    unset label 1
)";

constexpr char band_script[] = R"('observed.csv' \
        using (modelled('{letter}', $6)):(modelled('{letter}', $8*1e-3)): \
            (modelled('{letter}', $9*1e-3)) \
        with filledcurves lc rgb '#0072B2' fs transparent solid 0.18 noborder notitle, \
        )";

/// The sheet: two columns of panels under a title, over a legend; heights in pixels.
struct Sheet
{
    static constexpr double head = 70.0;
    static constexpr double panel = 250.0;
    static constexpr double foot = 50.0;
    std::size_t rows;

    double height() const { return head + panel * static_cast<double>(rows) + foot; }
    double from_below(double from_above) const { return 1.0 - from_above / height(); }
};

std::string title_of(std::string const& scenario, ModelledPast const& past)
{
    std::string const title = "Scenario " + scenario + ": observed beside modelled";
    return past.replicates() == 1
               ? title
               : fmt::format("{} (mean and range of {} replicates)", title, past.replicates());
}

std::string name_of(ObservedLine const& line)
{
    std::string name = line.text();
    name[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(name[0])));
    return name + (is_stock(line) ? ", month end" : ", a year");
}

std::string panel_text(std::size_t panel, ObservedLine const& line, Sheet const& sheet,
                       ModelledPast const& past, bool is_last)
{
    double const left = panel % 2 == 0 ? 0.07 : 0.57;
    std::size_t const row = panel / 2;
    double const above = Sheet::head + Sheet::panel * static_cast<double>(row);
    bool const has_band = past.replicates() > 1;
    std::string const key = fmt::format(
        "set key at screen 0.5,{:.4f} center center horizontal Left reverse "
        "samplen 2.6 maxrows 1",
        18.0 / sheet.height());
    return fmt::format(
        observed_panel, fmt::arg("left", left), fmt::arg("right", left + 0.405),
        fmt::arg("upper", sheet.from_below(above + 30.0)),
        fmt::arg("lower", sheet.from_below(above + Sheet::panel - 35.0)),
        fmt::arg("letter", letter(panel)), fmt::arg("name", name_of(line)),
        fmt::arg("key", is_last ? key : "unset key"),
        fmt::arg("band",
                 has_band ? fmt::format(band_script, fmt::arg("letter", letter(panel))) : ""),
        fmt::arg("style", is_stock(line) ? "lines" : "linespoints pt 7 ps 0.35"));
}

std::string panel_texts(std::vector<std::size_t> const& panels, Sheet const& sheet,
                        ModelledPast const& past)
{
    std::string text;
    for (std::size_t panel = 0; panel < panels.size(); ++panel)
        text +=
            panel_text(panel, past.lines()[panels[panel]], sheet, past, panel + 1 == panels.size());
    return text;
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
            fmt::format("{},{},{}", letter(panel), line.measure->name,
                        line.where ? jurisdiction_names[index(*line.where)] : "total");
        csv += modelled_rows(head, panels[panel], past);
        csv += observed_rows(head, panels[panel], file, past);
    }
    return csv;
}

std::string observed_gnuplot(ObservedFile const& file, ModelledPast const& past,
                             std::string const& scenario)
{
    std::vector<std::size_t> const panels = panels_of(file, past);
    Sheet const sheet{(panels.size() + 1) / 2};
    int const from = past.month(0).year();
    int const to = past.month(past.months() - 1).year() + 1;
    return fmt::format(observed_frame, fmt::arg("from", from), fmt::arg("to", to),
                       fmt::arg("step", 2 * years_between_labels(past.months())),
                       fmt::arg("pixels", static_cast<int>(sheet.height())),
                       fmt::arg("centimetres", sheet.height() / 40.0),
                       fmt::arg("title", title_of(scenario, past)),
                       fmt::arg("top", sheet.from_below(28.0)),
                       fmt::arg("panels", panel_texts(panels, sheet, past)));
}

Drawing draw_observed(OutputFolder& folder, ObservedFile const& file, ModelledPast const& past,
                      std::string const& scenario)
{
    folder.write_beside("figures/observed.csv", observed_figure_csv(file, past));
    folder.write_beside("figures/observed.gp", observed_gnuplot(file, past, scenario));
    return draw_in(folder, "observed");
}
}  // namespace kochmon
