// SPDX-License-Identifier: MIT
#include <array>

#include <fmt/format.h>

#include "analysis/figures/figure_scripts.hpp"
#include "analysis/text/script_text.hpp"

namespace kochmon
{
namespace
{
constexpr char matplotlib_head[] = R"PY(#!/usr/bin/env python3
"""Drawn by kochmon. `python3 {name}.py` draws it anew from {name}.csv beside it, with matplotlib."""
import csv
import pathlib

import matplotlib

matplotlib.use("Agg")
from matplotlib import pyplot
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle
from matplotlib.ticker import NullFormatter, NullLocator

WIDTH, HEIGHT = {width:.1f}, {height:.1f}  # millimetres
FORMATS = [{formats}]
HERE = pathlib.Path(__file__).resolve().parent
matplotlib.rcParams.update({{
    "font.family": ["DejaVu Sans", "sans-serif"], "font.size": {text}, "svg.fonttype": "none",
    "pdf.fonttype": 42, "axes.linewidth": 0.5, "axes.spines.top": False,
    "axes.spines.right": False, "axes.edgecolor": "#404040", "xtick.major.width": 0.5,
    "ytick.major.width": 0.5, "xtick.major.size": 2.5, "ytick.major.size": 2.5, "axes.grid": True,
    "grid.color": "#DDDDDD", "grid.linewidth": 0.4, "axes.axisbelow": True}})

with open(HERE / "{name}.csv", encoding="utf-8", newline="") as file:
    ROWS = list(csv.DictReader(file))


def numbers(column, **told):
    """A column as numbers, of the rows with the given values."""
    rows = [row for row in ROWS if all(row[name] == text for name, text in told.items())]
    return [float(row[column] or "nan") for row in rows]


def write(x, y, text, points, colour="#000000"):
    """Lines of text; y is the middle of the first."""
    figure.text(x / WIDTH, (y + 0.6 * points * 25.4 / 72) / HEIGHT, text, fontsize=points,
                color=colour, va="top", linespacing=1.05)


def rule(xs, ys, **look):
    figure.add_artist(Line2D([x / WIDTH for x in xs], [y / HEIGHT for y in ys], **look))


def block(x, y, width, height, **look):
    figure.add_artist(Rectangle((x / WIDTH, y / HEIGHT), width / WIDTH, height / HEIGHT,
                                linewidth=0, transform=figure.transFigure, **look))


def frame(left, bottom, right, top):
    return figure.add_axes([left / WIDTH, bottom / HEIGHT, (right - left) / WIDTH,
                            (top - bottom) / HEIGHT])


figure = pyplot.figure(figsize=(WIDTH / 25.4, HEIGHT / 25.4))
)PY";

constexpr char matplotlib_tail[] = R"PY(
if __name__ == "__main__":
    for form in FORMATS:
        figure.savefig(HERE / f"{name}.{{form}}", dpi=300)
)PY";

std::string hex(unsigned rgb)
{
    return fmt::format("\"#{:06X}\"", rgb);
}

std::string matplotlib_dashes(Stroke stroke)
{
    static std::array<char const*, 4> const types = {"\"-\"", "(0, (6, 2.5))", "(0, (1.5, 2))",
                                                     "(0, (6, 2, 1, 2))"};
    return types[static_cast<std::size_t>(stroke)];
}

std::string matplotlib_dot(Dot dot)
{
    static std::array<char const*, 3> const types = {"o", "D", "x"};
    return fmt::format("\"{}\"", types[static_cast<std::size_t>(dot)]);
}

class MatplotlibScript
{
  public:
    MatplotlibScript(Figure const& figure, FigureLayout const& layout)
        : figure_(figure), layout_(layout)
    {
    }

    std::string text(std::vector<std::string> const& formats)
    {
        std::string quoted;
        for (std::string const& format : formats)
            quoted += (quoted.empty() ? "" : ", ") + python_name(format);
        script_ = fmt::format(matplotlib_head, fmt::arg("name", figure_.name),
                              fmt::arg("width", layout_.width), fmt::arg("height", layout_.height),
                              fmt::arg("formats", quoted), fmt::arg("text", layout_.letters.text));
        add_text(layout_.title, layout_.letters.title, black);
        add_text(layout_.note, layout_.letters.text, dark_grey);
        for (LegendEntry const& entry : layout_.legend) add_entry(entry);
        for (std::size_t at = 0; at < figure_.panels.size(); ++at)
            add_panel(figure_.panels[at], layout_.panels[at]);
        return script_ + fmt::format(matplotlib_tail, fmt::arg("name", figure_.name));
    }

  private:
    void add(std::string const& line) { script_ += line + '\n'; }

    void add_text(SheetText const& text, double points, unsigned rgb)
    {
        if (text.text.empty()) return;
        add(fmt::format("write({:.2f}, {:.2f}, {}, {}, {})", text.x, text.y, python_text(text.text),
                        points, hex(rgb)));
    }

    void add_entry(LegendEntry const& entry)
    {
        add_text({entry.x + sample_width + 1.0, entry.y, entry.label}, layout_.letters.text, black);
        double const middle = entry.x + 0.5 * sample_width;
        if (entry.layer == nullptr)
            return add(fmt::format(
                "rule([{0:.2f}, {0:.2f}], [{1:.2f}, {2:.2f}], color=\"#404040\", linewidth=0.8, "
                "linestyle=\":\")",
                middle, entry.y - 0.7 * sample_height, entry.y + 0.7 * sample_height));
        add_sample(*entry.layer, entry);
    }

    void add_sample(FigureLayer const& layer, LegendEntry const& entry)
    {
        double const end = entry.x + sample_width;
        if (layer.mark == Mark::band || layer.mark == Mark::bars)
            return add(fmt::format("block({:.2f}, {:.2f}, {}, {}, color={}, alpha={})", entry.x,
                                   entry.y - 0.5 * sample_height, sample_width, sample_height,
                                   hex(layer.colour), strength_of_sample(layer)));
        if (layer.mark != Mark::points)
            add(
                fmt::format("rule([{:.2f}, {:.2f}], [{:.2f}, {:.2f}], color={}, linewidth={}, "
                            "linestyle={})",
                            entry.x, end, entry.y, entry.y, hex(layer.colour), layer.width,
                            matplotlib_dashes(layer.stroke)));
        if (layer.mark == Mark::points || layer.mark == Mark::errors_up)
            add(fmt::format(
                "rule([{:.2f}], [{:.2f}], color={}, linestyle=\"none\", marker={}, markersize={})",
                entry.x + 0.5 * sample_width, entry.y, hex(layer.colour), matplotlib_dot(layer.dot),
                layer.size));
    }

    static std::string rows_of(FigureLayer const& layer)
    {
        std::string rows;
        for (auto const& [column, text] : layer.rows)
            rows += fmt::format(", {}={}", column, python_name(text));
        return rows;
    }

    static std::string column(FigureLayer const& layer, std::string const& name)
    {
        return fmt::format("numbers({}{})", python_name(name), rows_of(layer));
    }

    void add_axis(char axis, FigureAxis const& told)
    {
        if (told.is_logarithmic)
        {
            add(fmt::format("axes.set_{}scale(\"log\")", axis));
            add(fmt::format("axes.{}axis.set_minor_locator(NullLocator())", axis));
            add(fmt::format("axes.{}axis.set_minor_formatter(NullFormatter())", axis));
        }
        std::string places, labels;
        for (FigureTic const& tic : told.tics)
        {
            places += fmt::format("{}{}", places.empty() ? "" : ", ", tic.at);
            labels += fmt::format("{}{}", labels.empty() ? "" : ", ", python_text(tic.label));
        }
        add(fmt::format("axes.set_{}ticks([{}], [{}])", axis, places, labels));
        add(fmt::format("axes.set_{}lim({}, {})", axis, *told.from, *told.to));
        add(fmt::format("axes.set_{}label({}, labelpad=2)", axis, python_text(told.title)));
    }

    void add_panel(FigurePanel const& panel, PanelPlace const& place)
    {
        add("");
        add_text(place.title, layout_.letters.panel, black);
        for (LegendEntry const& entry : place.legend) add_entry(entry);
        add(fmt::format("axes = frame({:.2f}, {:.2f}, {:.2f}, {:.2f})", place.frame_left,
                        place.frame_bottom, place.frame_right, place.top));
        for (FigureLayer const& layer : panel.layers) add_layer(layer, panel);
        if (panel.layers.empty())
            add(fmt::format("axes.text(0.5, 0.5, {}, ha=\"center\", transform=axes.transAxes)",
                            python_text(no_numbers_yet)));
        for (double const date : figure_.dates.at)
            add(fmt::format("axes.axvline({}, color=\"#404040\", linewidth=0.8, linestyle=\":\")",
                            date));
        if (panel.has_nought_line)
            add("axes.axhline(0, color=\"#404040\", linewidth=0.6, zorder=1)");
        if (panel.has_nought_upright) add("axes.axvline(0, color=\"#404040\", linewidth=0.6)");
        if (panel.colours) add_colours(*panel.colours, place);
        add_axis('x', place.across);
        add_axis('y', place.up);
    }

    void add_colours(FigureColours const& colours, PanelPlace const& place)
    {
        add("axes.grid(False)");
        add(fmt::format("bar = figure.colorbar(squares, cax=frame({:.2f}, {:.2f}, {:.2f}, {:.2f}))",
                        place.frame_right + 2.0, place.frame_bottom, place.frame_right + 5.0,
                        place.top));
        add(fmt::format("bar.set_label({})", python_text(colours.title)));
    }

    void add_layer(FigureLayer const& layer, FigurePanel const& panel)
    {
        std::string const x = column(layer, layer.x);
        auto const in = [&](std::string const& name) { return column(layer, name); };
        std::string const lines =
            fmt::format("color={}, linewidth={}, linestyle={}", hex(layer.colour), layer.width,
                        matplotlib_dashes(layer.stroke));
        switch (layer.mark)
        {
            case Mark::line:
                return add(fmt::format("axes.plot({}, {}, {})", x, in(layer.y), lines));
            case Mark::band:
                return add(
                    fmt::format("axes.fill_between({}, {}, {}, color={}, alpha={}, linewidth=0)", x,
                                in(layer.low), in(layer.high), hex(layer.colour), layer.strength));
            case Mark::points:
                return add(fmt::format(
                    "axes.plot({}, {}, color={}, linestyle=\"none\", marker={}, markersize={})", x,
                    in(layer.y), hex(layer.colour), matplotlib_dot(layer.dot), layer.size));
            case Mark::errors_up:
                add(fmt::format("axes.vlines({}, {}, {}, color={}, linewidth={})", x, in(layer.low),
                                in(layer.high), hex(layer.colour), layer.width));
                return add(fmt::format(
                    "axes.plot({}, {}, color={}, linestyle=\"none\", marker={}, markersize={})", x,
                    in(layer.y), hex(layer.colour), matplotlib_dot(layer.dot), layer.size));
            case Mark::errors_across:
                return add(fmt::format("axes.hlines({}, {}, {}, color={}, linewidth={})",
                                       in(layer.y), in(layer.low), in(layer.high),
                                       hex(layer.colour), layer.width));
            case Mark::bars:
                return add(fmt::format(
                    "axes.barh({}, {}, height={}, color={}, alpha={}, linewidth=0)", in(layer.y), x,
                    layer.thickness, hex(layer.colour), layer.strength));
            case Mark::cells:
                return add_cells(layer, *panel.colours);
        }
    }

    void add_cells(FigureLayer const& layer, FigureColours const& colours)
    {
        add(
            fmt::format("palette = matplotlib.colors.LinearSegmentedColormap.from_list(\"cells\", "
                        "[{}])",
                        colours.is_around_nought
                            ? "\"#08306B\", \"#6BAED6\", \"#FFFFFF\", \"#FDAE6B\", \"#D9701E\""
                            : "\"#F7FBFF\", \"#6BAED6\", \"#08306B\""));
        add(fmt::format("x, y, value = {}, {}, {}", column(layer, layer.x), column(layer, layer.y),
                        column(layer, layer.value)));
        add(fmt::format("limits = matplotlib.colors.Normalize({}, {})", colours.from, colours.to));
        add("for one in zip(x, y, value):");
        add("    axes.add_patch(Rectangle((one[0] - 0.49, one[1] - 0.49), 0.98, 0.98, "
            "linewidth=0,");
        add("                             color=palette(limits(one[2]))))");
        std::string const number = colours.format.empty()
                                       ? std::string("\"−\" if one[2] < 0 else \"\"")
                                       : fmt::format("{} % one[2]", python_name(colours.format));
        std::string const dark =
            colours.is_around_nought
                ? fmt::format("one[2] < {}", 0.6 * colours.from)
                : fmt::format("one[2] > {}", colours.from + 0.6 * (colours.to - colours.from));
        add(fmt::format("    axes.text(one[0], one[1], {}, ha=\"center\", va=\"center\",", number));
        add(fmt::format("              color=\"#FFFFFF\" if {} else \"#202020\")", dark));
        add("squares = matplotlib.cm.ScalarMappable(limits, palette)");
    }

    Figure const& figure_;
    FigureLayout const& layout_;
    std::string script_;
};
}  // namespace

std::string matplotlib_script(Figure const& figure, FigureLayout const& layout,
                              std::vector<std::string> const& formats)
{
    return MatplotlibScript(figure, layout).text(formats);
}
}  // namespace kochmon
