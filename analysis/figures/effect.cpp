// SPDX-License-Identifier: MIT
#include "analysis/figures/effect.hpp"

#include <array>

#include <fmt/format.h>

#include "analysis/figures/axis.hpp"
#include "analysis/text/csv_text.hpp"

namespace kochmon
{
namespace
{
struct Panel
{
    char const* measure;
    Breakdown by;
    char const* group;
    double scale;
    char const* title;
    char const* unit;
};
constexpr std::array<Panel, 4> effect_panels = {
    Panel{"legality_by_right", Breakdown::jurisdiction, "russia", 100.0,
          "Workers with the right to work in Russia", "Percentage points"},
    Panel{"abroad", Breakdown::total, "total", 1e-3, "Migrants abroad at month end",
          "Thousand persons"},
    Panel{"naturalization_rate", Breakdown::jurisdiction, "russia", 1.0,
          "Naturalization rate in Russia", "Per 100 foreigners a year"},
    Panel{"naturalizations", Breakdown::total, "total", 1.0, "Naturalizations", "Persons a month"}};
// Columns of the CSV: month, time, then for each panel these.
constexpr std::array<char const*, 8> parts = {"effect", "low50", "high50", "low90",
                                              "high90", "q05",   "q95",    "direct"};
constexpr std::size_t first_part = 3;

std::string header()
{
    std::string header = "month,time";
    for (Panel const& panel : effect_panels)
        for (char const* const part : parts) header += fmt::format(",{}_{}", panel.measure, part);
    return header + '\n';
}

std::string scaled(std::optional<double> number, double scale)
{
    return number ? csv_number(*number * scale) : std::string();
}

std::string cells(PairedSample const& sample, Nesting const& nesting, double scale)
{
    if (sample.replicates() == 0) return ",,,,,,,,";
    PairedEffect const effect = nested_effect(sample, nesting).effect;
    auto const low = [](std::optional<Interval> const& interval)
    { return interval ? std::optional(interval->low) : std::nullopt; };
    auto const high = [](std::optional<Interval> const& interval)
    { return interval ? std::optional(interval->high) : std::nullopt; };
    std::array<double, 5> const spread = quantiles(differences(sample));
    return fmt::format(",{},{},{},{},{},{},{},{}", csv_number(effect.difference * scale),
                       scaled(low(effect.half), scale), scaled(high(effect.half), scale),
                       scaled(low(effect.nine_in_ten), scale),
                       scaled(high(effect.nine_in_ten), scale), csv_number(spread.front() * scale),
                       csv_number(spread.back() * scale), scaled(effect.direct, scale));
}

/// What is drawn of a panel: the spread over replicates, the intervals, the effect, its direct
/// part.
std::string plot_of(std::size_t panel, std::string const& csv, bool has_bands, bool has_direct)
{
    std::size_t const at = first_part + panel * parts.size();
    auto const band =
        [&](std::size_t low, std::size_t high, char const* strength, char const* title)
    {
        return fmt::format(
            "'{}' using 2:{}:{} with filledcurves fc rgb '#0072B2' fs transparent solid {} "
            "noborder title '{}', \\\n     ",
            csv, at + low, at + high, strength, title);
    };
    auto const edge = [&](std::size_t part, char const* title)
    {
        return fmt::format(
            "'{}' using 2:{} with lines lc rgb '#777777' lw 1.2 dt (2,3) {}, "
            "\\\n     ",
            csv, at + part, title);
    };
    std::string plot = "plot ";
    if (has_bands)
    {
        plot += band(3, 4, "0.22", "mean effect, 90 % interval");
        plot += band(1, 2, "0.35", "mean effect, 50 % interval");
        plot += edge(5, "title '5 and 95 % of the replicates'");
        plot += edge(6, "notitle");
    }
    plot += fmt::format(
        "0 with lines lc rgb '#404040' lw 1 notitle, \\\n     '{}' using 2:{} with "
        "lines lc rgb '#003B5C' lw 2.2 title 'mean effect'",
        csv, at);
    if (has_direct)
        plot += fmt::format(
            ", \\\n     '{}' using 2:{} with lines lc rgb '#D55E00' lw 2 dt (8,4) "
            "title 'of the rule alone (direct)'",
            csv, at + 7);
    return plot;
}

constexpr char effect_frame[] =
    R"(# Drawn by kochmon. `gnuplot {name}.gp` in this folder draws it anew.
set encoding utf8
set datafile separator ','
set border 3 lw 1 lc rgb '#404040'
set tics nomirror out scale 0.6,0.3
set grid xtics ytics back lc rgb '#DDDDDD' lw 0.8 dt 1
set xrange [{from}:{to}]
set xtics {step} format '%.0f'
do for [form = 1:2] {{
    if (form == 1) {{
        set terminal svg size 1180,900 font 'DejaVu Sans,Helvetica,Arial,sans-serif,14' \
            background '#FFFFFF'
        set output '{name}.svg'
    }} else {{
        set terminal pdfcairo size 26.4cm,20.1cm font 'DejaVu Sans,9.5' background '#FFFFFF'
        set output '{name}.pdf'
    }}
    set multiplot
    set label 1 '{title}' at screen 0.065,0.975 left noenhanced font (form == 1 ? ',17' : ',11.5')
    set label 3 '{held}' at screen 0.065,0.945 left
    set format y '%g'
    unset key
{panels}
    unset label 2
    unset xlabel
    unset multiplot
}}
set output
)";

constexpr char effect_panel[] = R"(
    set lmargin at screen {left}
    set rmargin at screen {right}
    set tmargin at screen {top}
    set bmargin at screen {bottom}
    set label 2 '{{/:Bold {letter}}}  Effect: {title}' at graph 0,1.07 left
    set ylabel '{unit}'
    {year}
    {key}
    {range}
    {plot}
    unset label 1
    unset label 3
)";

/// Where there is no effect at all, gnuplot would find no range.
std::string range_of(std::size_t panel, SeriesRecorder const& base, PolicySeries const& policy)
{
    Panel const& of = effect_panels[panel];
    std::size_t const column = column_of(base, of.measure, of.by, of.group);
    for (std::size_t at = 0; at < base.months(); ++at)
    {
        PairedSample const sample = sample_of(base, policy, column, at);
        for (double const difference : differences(sample))
            if (difference != 0.0) return "set autoscale y";
    }
    return "set yrange [-1:1]";
}

/// Two above two: legality and persons, naturalization below.
std::string panel_script(std::size_t panel, SeriesRecorder const& base, PolicySeries const& policy,
                         std::string const& csv)
{
    bool const is_right = panel % 2 == 1;
    bool const is_low = panel >= 2;
    bool const is_last = panel + 1 == effect_panels.size();
    char const* const key =
        "set key at screen 0.52,0.08 center center horizontal Left reverse samplen 2.2 width -2 "
        "maxrows 2";
    return fmt::format(
        effect_panel, fmt::arg("left", is_right ? 0.575 : 0.065),
        fmt::arg("right", is_right ? 0.98 : 0.47), fmt::arg("top", is_low ? 0.522 : 0.895),
        fmt::arg("bottom", is_low ? 0.235 : 0.608),
        fmt::arg("letter", static_cast<char>('a' + panel)),
        fmt::arg("title", effect_panels[panel].title), fmt::arg("unit", effect_panels[panel].unit),
        fmt::arg("year", is_low ? "set xlabel 'Year' offset 0,0.3" : "unset xlabel"),
        fmt::arg("key", is_last ? key : "unset key"),
        fmt::arg("range", range_of(panel, base, policy)),
        fmt::arg("plot",
                 plot_of(panel, csv, base.replicates() > 1, policy.rule_alone.has_value())));
}

std::string script(SeriesRecorder const& base, PolicySeries const& policy, std::string const& name,
                   Nesting const& nesting)
{
    std::string const replicates = base.replicates() > 1
                                       ? fmt::format(", {} replicates", base.replicates())
                                       : std::string(", one replicate");
    std::string const held =
        base.replicates() > 1 ? "Intervals hold " + what_varies(nesting) : std::string();
    std::string drawn;
    for (std::size_t panel = 0; panel < effect_panels.size(); ++panel)
        drawn += panel_script(panel, base, policy, name + ".csv");
    return fmt::format(effect_frame, fmt::arg("name", name), fmt::arg("from", first_year(base)),
                       fmt::arg("to", last_year(base)),
                       fmt::arg("step", years_between_labels(base)),
                       fmt::arg("title", "Policy " + policy.name + replicates),
                       fmt::arg("held", held), fmt::arg("panels", drawn));
}
}  // namespace

std::string effect_figure_csv(SeriesRecorder const& base, PolicySeries const& policy,
                              Nesting const& nesting)
{
    std::string csv = header();
    for (std::size_t at = 0; at < base.months(); ++at)
    {
        csv += fmt::format("{},{:.4f}", base.month(at).text(), time_of(base.month(at)));
        for (Panel const& panel : effect_panels)
            csv += cells(
                sample_of(base, policy, column_of(base, panel.measure, panel.by, panel.group), at),
                nesting, panel.scale);
        csv += '\n';
    }
    return csv;
}

Drawing draw_effect(OutputFolder& folder, SeriesRecorder const& base, PolicySeries const& policy,
                    Nesting const& nesting)
{
    std::string const name = "effect-" + policy.name;
    folder.write_beside("figures/" + name + ".csv", effect_figure_csv(base, policy, nesting));
    folder.write_beside("figures/" + name + ".gp", script(base, policy, name, nesting));
    return draw_in(folder, name);
}
}  // namespace kochmon
