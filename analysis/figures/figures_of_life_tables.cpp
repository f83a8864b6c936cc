// SPDX-License-Identifier: MIT
#include "analysis/figures/figures_of_life_tables.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "analysis/statistics/aalen_johansen.hpp"
#include "analysis/text/csv_text.hpp"

namespace kochmon
{
namespace
{
// Colours of Okabe and Ito; dashes tell the lines apart in print.
constexpr std::array<char const*, stay_event_count> event_styles = {
    "lc rgb '#0072B2' lw 2.6 dt 1",           // permit
    "lc rgb '#D55E00' lw 2.6 dt 1",           // irregularity
    "lc rgb '#E69F00' lw 2.6 dt 1",           // overstay
    "lc rgb '#009E73' lw 2.6 dt 1",           // citizenship
    "lc rgb '#56B4E9' lw 2.2 dt (14,5)",      // other right
    "lc rgb '#000000' lw 2.2 dt (5,4)",       // return
    "lc rgb '#CC79A7' lw 2.2 dt (12,4,2,4)",  // removal
    "lc rgb '#808080' lw 1.6 dt (2,3)"};      // death
constexpr std::array<char const*, stay_event_count> event_labels = {
    "permit",      "irregularity", "overstay", "citizenship",
    "other right", "return",       "removal",  "death"};

struct DrawnWait
{
    std::size_t wait;  // in the order of waits()
    char const* title;
};
constexpr std::array<DrawnWait, 4> waits_drawn = {
    DrawnWait{0, "First permit"}, DrawnWait{1, "Irregularity, the first month"},
    DrawnWait{3, "Return home"}, DrawnWait{4, "Citizenship"}};

constexpr std::array<char const*, standing_count> standing_colours = {
    "#BBBBBB", "#F0E442", "#0072B2", "#56B4E9", "#7F6FB0",
    "#009E73", "#D55E00", "#CC79A7", "#000000"};
constexpr std::array<char const*, standing_count> standing_labels = {
    "at home",   "no right, no work",    "permit", "free movement", "residence", "citizen",
    "irregular", "in custody or prison", "died"};

constexpr char life_frame[] =
    R"(# Drawn by kochmon. `gnuplot {name}.gp` in this folder draws it anew.
set encoding utf8
set datafile separator ','
set border 3 lw 1 lc rgb '#404040'
set tics nomirror out scale 0.6,0.3
set grid xtics ytics back lc rgb '#DDDDDD' lw 0.8 dt 1
set xrange [0:10]
set xtics 2 format '%g'
set yrange [0:100]
set ytics 20
do for [form = 1:2] {{
    if (form == 1) {{
        set terminal svg size 900,{pixels} font 'DejaVu Sans,Helvetica,Arial,sans-serif,13' \
            background '#FFFFFF'
        set output '{name}.svg'
    }} else {{
        set terminal pdfcairo size 18cm,{centimetres:.1f}cm font 'DejaVu Sans,8.5' \
            background '#FFFFFF'
        set output '{name}.pdf'
    }}
    set multiplot
    set label 1 '{title}' at screen 0.075,0.97 left noenhanced font (form == 1 ? ',16' : ',10.5')
    set label 2 '{note}' at screen 0.075,{note_at} left noenhanced
{panels}
    unset multiplot
}}
set output
)";

constexpr char life_panel[] = R"(
    set lmargin at screen {left}
    set rmargin at screen {right}
    set tmargin at screen {top}
    set bmargin at screen {bottom}
    set label 3 '{title}' at graph 0,1.06 left font ',14'
    set ylabel '{unit}' offset 1,0
    set xlabel '{year}' offset 0,0.5
    set key {key} Left reverse samplen 2.6
    {plot}
    unset label 1
    unset label 2
)";

constexpr std::size_t months_drawn = 120;

/// Of all arrivals; by wait, cause and month, per cent.
struct Incidences
{
    std::vector<CompetingRisks> of_wait;

    explicit Incidences(WaitCounts const& counts)
    {
        for (std::size_t at = 0; at < waits().size(); ++at)
            of_wait.push_back(aalen_johansen(counts.total(at)));
    }
    std::string cell(std::size_t wait, std::size_t cause, std::size_t month) const
    {
        auto const& curve = of_wait[wait].incidence[cause];
        return month < curve.size() ? csv_number(100.0 * curve[month].value) : std::string();
    }
};

std::string csv_of(Incidences const& incidences)
{
    std::string csv = "months,years";
    for (Wait const& wait : waits())
        for (StayEvent const cause : wait.causes)
            csv += fmt::format(",{}_{}", stay_event_names[index(wait.event())],
                               stay_event_names[index(cause)]);
    csv += '\n';
    for (std::size_t month = 0; month <= months_drawn; ++month)
    {
        csv += fmt::format("{},{}", month, static_cast<double>(month) / 12.0);
        for (std::size_t wait = 0; wait < waits().size(); ++wait)
            for (std::size_t cause = 0; cause < waits()[wait].causes.size(); ++cause)
                csv += ',' + incidences.cell(wait, cause, month);
        csv += '\n';
    }
    return csv;
}

/// Column of the first cause of a wait.
std::size_t column_of(std::size_t wait)
{
    std::size_t column = 3;
    for (std::size_t before = 0; before < wait; ++before) column += waits()[before].causes.size();
    return column;
}

std::string plot_of_wait(std::size_t at)
{
    std::string plot;
    Wait const& wait = waits()[at];
    for (std::size_t cause = 0; cause < wait.causes.size(); ++cause)
        plot += fmt::format("{}'incidences.csv' skip 1 using 2:{} with lines {} title '{}'",
                            cause == 0 ? "plot " : ", \\\n     ", column_of(at) + cause,
                            event_styles[index(wait.causes[cause])],
                            event_labels[index(wait.causes[cause])]);
    return plot;
}

std::string incidence_panel(std::size_t at)
{
    bool const is_left = at % 2 == 0;
    bool const is_above = at < 2;
    double const top = is_above ? 0.86 : 0.41;
    return fmt::format(
        life_panel, fmt::arg("left", is_left ? 0.075 : 0.575),
        fmt::arg("right", is_left ? 0.48 : 0.98), fmt::arg("top", top),
        fmt::arg("bottom", top - 0.245), fmt::arg("title", waits_drawn[at].title),
        fmt::arg("unit", "Of 100 arrivals"), fmt::arg("year", "Years since the arrival"),
        fmt::arg("key", fmt::format("at screen {},{} center center horizontal maxrows 2",
                                    is_left ? 0.2775 : 0.7775, top - 0.34)),
        fmt::arg("plot", plot_of_wait(waits_drawn[at].wait)));
}

LifeFigure figure_of_incidences(WaitCounts const& counts, std::string const& scenario)
{
    std::string panels;
    for (std::size_t at = 0; at < waits_drawn.size(); ++at) panels += incidence_panel(at);
    return {
        .name = "incidences",
        .csv = csv_of(Incidences(counts)),
        .script = fmt::format(
            life_frame, fmt::arg("name", "incidences"), fmt::arg("pixels", 840),
            fmt::arg("centimetres", 16.8), fmt::arg("title", "Scenario " + scenario),
            fmt::arg(
                "note",
                "What comes first after an arrival abroad: cumulative incidences (Aalen-Johansen)"),
            fmt::arg("note_at", 0.935), fmt::arg("panels", panels))};
}

/// Sums from the left, so that areas between neighbours are the shares.
std::string csv_of(std::vector<std::vector<double>> const& shares)
{
    std::string csv = "months,years";
    for (std::string const& name : standing_names) csv += fmt::format(",up_to_{}", name);
    csv += '\n';
    for (std::size_t month = 0; month < shares.size(); ++month)
    {
        csv += fmt::format("{},{}", month, static_cast<double>(month) / 12.0);
        double sum = 0.0;
        for (double const share : shares[month])
            csv += ',' + csv_number(100.0 * std::min(sum += share, 1.0));
        csv += '\n';
    }
    return csv;
}

/// Areas from the last to the first, each over what it hides of the one before.
std::string plot_of_statuses()
{
    std::string plot = "plot ";
    for (std::size_t at = standing_count; at-- > 0;)
        plot += fmt::format(
            "'statuses.csv' skip 1 using 2:{} with filledcurves x1 lc rgb '{}' title '{}'{}",
            at + 3, standing_colours[at], standing_labels[at], at == 0 ? "" : ", \\\n     ");
    return plot;
}

LifeFigure figure_of_statuses(StandingCounts const& counts, std::string const& scenario)
{
    auto const found = counts.after_arrival().find(LifeGroup{});
    auto const shares = found == counts.after_arrival().end() ? std::vector<std::vector<double>>()
                                                              : state_shares(found->second);
    std::string const panel = fmt::format(
        life_panel, fmt::arg("left", 0.075), fmt::arg("right", 0.72), fmt::arg("top", 0.82),
        fmt::arg("bottom", 0.13), fmt::arg("title", ""), fmt::arg("unit", "Of 100 arrivals"),
        fmt::arg("year", "Years since the arrival"),
        fmt::arg("key", "at screen 0.74,0.5 left center vertical"),
        fmt::arg("plot", plot_of_statuses()));
    return {.name = "statuses",
            .csv = csv_of(shares),
            .script = fmt::format(
                life_frame, fmt::arg("name", "statuses"), fmt::arg("pixels", 520),
                fmt::arg("centimetres", 10.4), fmt::arg("title", "Scenario " + scenario),
                fmt::arg("note", "Status of persons by time since an arrival, wherever they are"),
                fmt::arg("note_at", 0.915), fmt::arg("panels", panel))};
}
}  // namespace

std::vector<LifeFigure> figures_of(LifeTables const& tables, std::string const& scenario)
{
    std::vector<LifeFigure> figures;
    if (tables.waits().seen_from_arrival() == 0) return figures;
    figures.push_back(figure_of_incidences(tables.waits(), scenario));
    figures.push_back(figure_of_statuses(tables.standings(), scenario));
    return figures;
}

Drawing draw(LifeFigure const& figure, OutputFolder& folder)
{
    folder.write_beside("figures/" + figure.name + ".csv", figure.csv);
    folder.write_beside("figures/" + figure.name + ".gp", figure.script);
    return draw_in(folder, figure.name);
}
}  // namespace kochmon
