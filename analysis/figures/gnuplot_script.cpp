// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>
#include <cmath>

#include <fmt/format.h>

#include "analysis/figures/figure_scripts.hpp"
#include "analysis/text/script_text.hpp"

namespace kochmon
{
namespace
{
constexpr char gnuplot_head[] =
    R"(# Drawn by kochmon. `gnuplot {name}.gp` in this folder draws it anew from {name}.csv.
# Places are parts of the sheet, {width:.1f} by {height:.1f} millimetres; sizes are points.
set encoding utf8
set datafile separator ','
set datafile commentschars ''
set datafile columnheaders
set border 3 lw 0.6 lc rgb '#404040'
set tics nomirror out scale 0.5,0.25
set grid xtics ytics back lc rgb '#DDDDDD' lw 0.4 dt 1
set errorbars small
unset key
letters(points) = sprintf(',%.2f', points * (form eq 'svg' ? 4.0 / 3.0 : 1.0))
do for [form in '{formats}'] {{
    if (form eq 'svg') {{
        set terminal svg noenhanced size {pixels},{pixels_high} linewidth 1.333 background '#FFFFFF' \
            font 'DejaVu Sans,Helvetica,Arial,sans-serif' . letters({text})
    }}
    if (form eq 'pdf') {{
        set terminal pdfcairo noenhanced size {wide:.2f}cm,{high:.2f}cm background '#FFFFFF' \
            font 'DejaVu Sans' . letters({text}) fontscale 0.75 linewidth 2 pointscale 1 \
            dashlength 2
    }}
    if (form eq 'png') {{
        set terminal pngcairo noenhanced size {dots},{dots_high} background '#FFFFFF' \
            font 'DejaVu Sans' . letters({text}) fontscale 3.125 linewidth 4.1667 pointscale 4.1667 \
            dashlength 2
    }}
    set output '{name}.' . form
    set multiplot
)";

std::string colour(unsigned rgb)
{
    return fmt::format("rgb '#{:06X}'", rgb);
}

std::string dashes(Stroke stroke)
{
    static std::array<char const*, 4> const types = {"dt 1", "dt (12,5)", "dt (3,4)",
                                                     "dt (12,4,2,4)"};
    return types[static_cast<std::size_t>(stroke)];
}

int number_of(Dot dot)
{
    static std::array<int, 3> const types = {7, 13, 2};
    return types[static_cast<std::size_t>(dot)];
}

/// A dot of that size in points, as gnuplot counts.
std::string dot_of(FigureLayer const& layer)
{
    return fmt::format("pt {} ps {:.2f}", number_of(layer.dot), layer.size / 6.0);
}

class GnuplotScript
{
  public:
    GnuplotScript(Figure const& figure, FigureLayout const& layout)
        : figure_(figure), layout_(layout)
    {
    }

    std::string text(std::vector<std::string> const& formats)
    {
        auto const pixels = [](double size) { return std::lround(size * 96.0 / 25.4); };
        auto const dots = [](double size) { return std::lround(size * 300.0 / 25.4); };
        script_ = fmt::format(
            gnuplot_head, fmt::arg("name", figure_.name), fmt::arg("width", layout_.width),
            fmt::arg("height", layout_.height), fmt::arg("formats", fmt::join(formats, " ")),
            fmt::arg("wide", layout_.width / 10.0), fmt::arg("high", layout_.height / 10.0),
            fmt::arg("pixels", pixels(layout_.width)),
            fmt::arg("pixels_high", pixels(layout_.height)), fmt::arg("dots", dots(layout_.width)),
            fmt::arg("dots_high", dots(layout_.height)), fmt::arg("text", layout_.letters.text));
        add_text(layout_.title, layout_.letters.title, black);
        add_text(layout_.note, layout_.letters.text, dark_grey);
        for (LegendEntry const& entry : layout_.legend) add_entry(entry);
        for (std::size_t at = 0; at < figure_.panels.size(); ++at)
            add_panel(figure_.panels[at], layout_.panels[at]);
        return script_ + "    unset multiplot\n}\nset output\n";
    }

  private:
    std::string at(double x, double y) const
    {
        return fmt::format("screen {:.5f},{:.5f}", x / layout_.width, y / layout_.height);
    }

    void add(std::string const& line) { script_ += "    " + line + '\n'; }

    void add_text(SheetText const& text, double points, unsigned rgb)
    {
        if (text.text.empty()) return;
        add(fmt::format("set label {} at {} left font letters({}) tc {}", gnuplot_text(text.text),
                        at(text.x, text.y), points, colour(rgb)));
    }

    void add_line(double x, double y, std::string const& look)
    {
        add(fmt::format("set arrow from {} to {} nohead {}", at(x, y), at(x + sample_width, y),
                        look));
    }

    void add_entry(LegendEntry const& entry)
    {
        add_text({entry.x + sample_width + 1.0, entry.y, entry.label}, layout_.letters.text, black);
        if (entry.layer == nullptr)
        {
            double const x = entry.x + 0.5 * sample_width;
            add(fmt::format("set arrow from {} to {} nohead lc rgb '#404040' lw 1 dt (2,2)",
                            at(x, entry.y - 0.7 * sample_height),
                            at(x, entry.y + 0.7 * sample_height)));
            return;
        }
        add_sample(*entry.layer, entry.x, entry.y);
    }

    void add_sample(FigureLayer const& layer, double x, double y)
    {
        double const middle = x + 0.5 * sample_width;
        if (layer.mark == Mark::band || layer.mark == Mark::bars)
            return add(fmt::format(
                "set object rectangle from {} to {} fc {} fs transparent solid {} noborder front",
                at(x, y - 0.5 * sample_height), at(x + sample_width, y + 0.5 * sample_height),
                colour(layer.colour), strength_of_sample(layer)));
        if (layer.mark == Mark::line)
            return add_line(x, y,
                            fmt::format("lc {} lw {} {}", colour(layer.colour), layer.width,
                                        dashes(layer.stroke)));
        if (layer.mark != Mark::points)
            add_line(x, y, fmt::format("lc {} lw {}", colour(layer.colour), layer.width));
        if (layer.mark != Mark::errors_across)
            add(fmt::format("set label '' at {} point {} lc {}", at(middle, y), dot_of(layer),
                            colour(layer.colour)));
    }

    static std::string tics_of(FigureAxis const& axis)
    {
        std::string tics;
        for (FigureTic const& tic : axis.tics)
            tics += fmt::format("{}{} {}", tics.empty() ? "" : ", ",
                                axis.is_named ? gnuplot_tic(tic.label) : gnuplot_text(tic.label),
                                tic.at);
        return '(' + tics + ')';
    }

    void add_axis(char axis, FigureAxis const& told)
    {
        add(fmt::format("unset logscale {}", axis));
        if (told.is_logarithmic) add(fmt::format("set logscale {}", axis));
        add(fmt::format("set {}range [{}:{}]", axis, *told.from, *told.to));
        add(fmt::format("set {}tics {}", axis, tics_of(told)));
        add(fmt::format("set {}label {}{}", axis, gnuplot_text(told.title),
                        axis == 'x' ? " offset 0,0.3" : ""));
    }

    void add_panel(FigurePanel const& panel, PanelPlace const& place)
    {
        add_text(place.title, layout_.letters.panel, black);
        for (LegendEntry const& entry : place.legend) add_entry(entry);
        auto const part = [](double length, double whole) { return length / whole; };
        add(fmt::format("set lmargin at screen {:.5f}", part(place.frame_left, layout_.width)));
        add(fmt::format("set rmargin at screen {:.5f}", part(place.frame_right, layout_.width)));
        add(fmt::format("set tmargin at screen {:.5f}", part(place.top, layout_.height)));
        add(fmt::format("set bmargin at screen {:.5f}", part(place.frame_bottom, layout_.height)));
        add_axis('x', place.across);
        add_axis('y', place.up);
        for (double const date : figure_.dates.at)
            add(fmt::format(
                "set arrow from first {},graph 0 to first {},graph 1 nohead front lc rgb "
                "'#404040' lw 1 dt (2,2)",
                date, date));
        if (panel.has_nought_upright)
            add("set arrow from first 0,graph 0 to first 0,graph 1 nohead front lc rgb '#404040' "
                "lw 0.8");
        if (panel.has_nought_line)
            add("set arrow from graph 0,first 0 to graph 1,first 0 nohead back lc rgb '#404040' lw "
                "0.8");
        if (panel.colours) add_colours(*panel.colours, place);
        add_plot(panel);
        add("unset label");
        add("unset arrow");
        add("unset object");
    }

    void add_colours(FigureColours const& colours, PanelPlace const& place)
    {
        add("unset grid");
        add(colours.is_around_nought
                ? "set palette defined (-1 '#08306B', -0.5 '#6BAED6', 0 '#FFFFFF', 0.5 '#FDAE6B', "
                  "1 "
                  "'#D9701E')"
                : "set palette defined (0 '#F7FBFF', 0.5 '#6BAED6', 1 '#08306B')");
        add(fmt::format("set cbrange [{}:{}]", colours.from, colours.to));
        add(fmt::format("set cblabel {}", gnuplot_text(colours.title)));
        add(fmt::format("set colorbox noborder user origin {:.5f},{:.5f} size {:.5f},{:.5f}",
                        (place.frame_right + 2.0) / layout_.width,
                        place.frame_bottom / layout_.height, 3.0 / layout_.width,
                        (place.top - place.frame_bottom) / layout_.height));
    }

    static std::string column(FigureLayer const& layer, std::string const& name)
    {
        std::string chosen;
        for (auto const& [column, text] : layer.rows)
            chosen += fmt::format("{}strcol('{}') eq {}", chosen.empty() ? "" : " && ", column,
                                  gnuplot_text(text));
        std::string const number = fmt::format("column('{}')", name);
        return chosen.empty() ? '(' + number + ')' : fmt::format("({} ? {} : NaN)", chosen, number);
    }

    std::string plotted(FigureLayer const& layer, FigurePanel const& panel) const
    {
        auto const in = [&](std::string const& name) { return column(layer, name); };
        std::string const lines =
            fmt::format("lc {} lw {} {}", colour(layer.colour), layer.width, dashes(layer.stroke));
        switch (layer.mark)
        {
            case Mark::line:
                return fmt::format("using {}:{} with lines {}", in(layer.x), in(layer.y), lines);
            case Mark::band:
                return fmt::format(
                    "using {}:{}:{} with filledcurves fc {} fs transparent solid {} noborder",
                    in(layer.x), in(layer.low), in(layer.high), colour(layer.colour),
                    layer.strength);
            case Mark::points:
                return fmt::format("using {}:{} with points {} lc {}", in(layer.x), in(layer.y),
                                   dot_of(layer), colour(layer.colour));
            case Mark::errors_up:
                return fmt::format("using {}:{}:{}:{} with yerrorbars {} lw {} lc {}", in(layer.x),
                                   in(layer.y), in(layer.low), in(layer.high), dot_of(layer),
                                   layer.width, colour(layer.colour));
            case Mark::errors_across:
                return fmt::format("using {}:{}:{}:{} with xerrorbars pt 0 lw {} lc {}",
                                   in(layer.low), in(layer.y), in(layer.low), in(layer.high),
                                   layer.width, colour(layer.colour));
            case Mark::bars:
                return bars(layer);
            case Mark::cells:
                return cells(layer, *panel.colours);
        }
        return {};
    }

    static std::string bars(FigureLayer const& layer)
    {
        std::string const x = column(layer, layer.x), y = column(layer, layer.y);
        double const half = 0.5 * layer.thickness;
        return fmt::format(
            "using {0}:{1}:(0):{0}:({1}-{2}):({1}+{2}) with boxxyerror fs solid {3} noborder fc "
            "{4}",
            x, y, half, layer.strength, colour(layer.colour));
    }

    /// White letters on what is dark, black ones on the rest.
    static std::string cells(FigureLayer const& layer, FigureColours const& colours)
    {
        std::string const x = column(layer, layer.x), y = column(layer, layer.y),
                          value = column(layer, layer.value);
        std::string const number = colours.format.empty()
                                       ? fmt::format("({0}<0 ? '−' : '')", value)
                                       : fmt::format("(sprintf('{}',{}))", colours.format, value);
        std::string const dark =
            colours.is_around_nought
                ? fmt::format("{}<{}", value, 0.6 * colours.from)
                : fmt::format("{}>{}", value, colours.from + 0.6 * (colours.to - colours.from));
        return fmt::format(
            "using {0}:{1}:({0}-0.49):({0}+0.49):({1}-0.49):({1}+0.49):{2} with boxxyerror fs "
            "solid "
            "noborder fc palette, \\\n        '' using {0}:{1}:{3}:({4} ? 0xFFFFFF : 0x202020) "
            "with "
            "labels tc rgb variable",
            x, y, value, number, dark);
    }

    void add_plot(FigurePanel const& panel)
    {
        std::string plot;
        for (FigureLayer const& layer : panel.layers)
            plot += fmt::format("{}'{}.csv' {}", plot.empty() ? "plot " : ", \\\n        ",
                                figure_.name, plotted(layer, panel));
        // Of a run so short that there is no number yet.
        if (plot.empty())
            plot = fmt::format("set label {} at graph 0.5,0.5 center\n    plot NaN",
                               gnuplot_text(no_numbers_yet));
        add(plot);
    }

    Figure const& figure_;
    FigureLayout const& layout_;
    std::string script_;
};
}  // namespace

std::string gnuplot_script(Figure const& figure, FigureLayout const& layout,
                           std::vector<std::string> const& formats)
{
    return GnuplotScript(figure, layout).text(formats);
}
}  // namespace kochmon
