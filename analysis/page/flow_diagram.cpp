// SPDX-License-Identifier: MIT
#include "analysis/page/flow_diagram.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include <fmt/format.h>

#include "analysis/page/chart_parts.hpp"

namespace kochmon
{
namespace
{
constexpr double width = 860.0;
constexpr double left_edge = 290.0;
constexpr double right_edge = 556.0;
constexpr double thickness = 14.0;  // of the bar of a name
constexpr double gap = 10.0;        // between names
constexpr double line_height = 17.0;
constexpr double room_of_titles = 34.0;

/// A name of a column: its bar, what of it is taken, and where its label stands.
struct Bar
{
    std::string name;
    double size = 0.0;
    double top = 0.0;
    double height = 0.0;
    double taken = 0.0;
    double label = 0.0;
};
using Bars = std::vector<Bar>;

Bars bars_of(std::vector<Stream> const& streams, std::string Stream::*side)
{
    Bars bars;
    for (Stream const& stream : streams)
    {
        auto found = std::ranges::find(bars, stream.*side, &Bar::name);
        if (found == bars.end()) found = bars.insert(bars.end(), {.name = stream.*side});
        found->size += stream.size;
    }
    std::ranges::stable_sort(bars, std::ranges::greater{}, &Bar::size);
    return bars;
}

/// Bars below each other, labels never closer than a line. Returns where the column ends.
double set_out(Bars& bars, double scale)
{
    double top = room_of_titles, label = room_of_titles - line_height;
    for (Bar& bar : bars)
    {
        bar.height = std::max(1.0, bar.size * scale);
        bar.top = top;
        bar.label = std::max(top + bar.height / 2.0, label + line_height);
        label = bar.label;
        top = std::max(top + bar.height + gap, label - line_height / 2.0 + gap);
    }
    return std::max(top, label + line_height);
}

std::string told(double size)
{
    return fmt::format("{:.0f}", size);
}

std::string text_at(double x, double y, std::string const& anchor, std::string const& text)
{
    return element("text", html_text(text),
                   fmt::format("x=\"{:.0f}\" y=\"{:.1f}\" text-anchor=\"{}\"", x, y, anchor));
}

std::string bars_in_svg(Bars const& bars, double x, double label_x, std::string const& anchor)
{
    std::string svg;
    for (Bar const& bar : bars)
    {
        svg += fmt::format("<rect x=\"{:.0f}\" y=\"{:.1f}\" width=\"{:.0f}\" height=\"{:.1f}\"/>",
                           x, bar.top, thickness, bar.height);
        svg += text_at(label_x, bar.label + 4.0, anchor,
                       fmt::format("{}: {}", bar.name, told(bar.size)));
    }
    return svg;
}

/// A band from the left bar to the right one, below what was taken of both before.
std::string band(Bar& from, Bar& to, Stream const& stream, std::string const& colour)
{
    double const high_left = stream.size / from.size * from.height;
    double const high_right = stream.size / to.size * to.height;
    double const left = from.top + from.taken, right = to.top + to.taken;
    from.taken += high_left;
    to.taken += high_right;
    double const x0 = left_edge + thickness, x1 = right_edge, middle = (x0 + x1) / 2.0;
    std::string const title = element(
        "title", html_text(fmt::format("{} -> {}: {}", stream.from, stream.to, told(stream.size))));
    return element(
        "path", title,
        fmt::format(
            "fill=\"{}\" fill-opacity=\"0.45\" d=\"M{:.1f},{:.1f} C{:.1f},{:.1f} {:.1f},"
            "{:.1f} {:.1f},{:.1f} L{:.1f},{:.1f} C{:.1f},{:.1f} {:.1f},{:.1f} {:.1f},{:.1f} "
            "Z\"",
            colour, x0, left, middle, left, middle, right, x1, right, x1, right + high_right,
            middle, right + high_right, middle, left + high_left, x0, left + high_left));
}

std::string bands_in_svg(std::vector<Stream> const& streams, Bars& from, Bars& to)
{
    std::string svg;
    for (std::size_t k = 0; k < from.size(); ++k)
        for (Bar& right : to)
            for (Stream const& stream : streams)
                if (stream.from == from[k].name && stream.to == right.name)
                    svg += band(from[k], right, stream,
                                colours()[k % colours().size()].get<std::string>());
    return svg;
}
}  // namespace

std::string flow_diagram(std::vector<Stream> const& streams, StreamTitles const& titles)
{
    Bars from = bars_of(streams, &Stream::from), to = bars_of(streams, &Stream::to);
    double all = 0.0;
    for (Bar const& bar : from) all += bar.size;
    if (!(all > 0.0)) return {};
    double const scale = 260.0 / all;
    double const height = std::max(set_out(from, scale), set_out(to, scale));
    std::string const bands = bands_in_svg(streams, from, to);
    std::string const svg = text_at(left_edge + thickness, 18.0, "end", titles.left) +
                            text_at(right_edge, 18.0, "start", titles.right) + bands +
                            bars_in_svg(from, left_edge, left_edge - 8.0, "end") +
                            bars_in_svg(to, right_edge, right_edge + thickness + 8.0, "start");
    return element("figure", element("figcaption", html_text(titles.whole)) +
                                 element("svg", svg,
                                         fmt::format("viewBox=\"0 0 {:.0f} {:.0f}\" role=\"img\" "
                                                     "aria-label=\"{}\" class=\"flows\"",
                                                     width, height, html_text(titles.whole))));
}
}  // namespace kochmon
