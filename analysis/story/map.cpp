// SPDX-License-Identifier: MIT
#include "analysis/story/map.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <optional>

#include <fmt/format.h>

#include "analysis/page/chart_parts.hpp"

namespace kochmon
{
namespace
{
Json circles(Words const& words)
{
    Json size = quantity("persons", words.text("persons"));
    size["scale"] = {{"range", {4, 2400}}};
    size["legend"] = Json();
    return {{"mark", {{"type", "circle"}, {"opacity", 0.55}, {"color", first_colour}}},
            {"encoding",
             {{"longitude", {{"field", "east"}, {"type", "quantitative"}}},
              {"latitude", {{"field", "north"}, {"type", "quantitative"}}},
              {"size", size},
              {"tooltip", tooltip_of({{"place", words.text("place")}},
                                     {{"persons", words.text("persons")}})}}}};
}

Json labels()
{
    return {{"mark", {{"type", "text"}, {"align", "left"}, {"dx", 6}, {"fontSize", 11}}},
            {"encoding",
             {{"longitude", {{"field", "east"}, {"type", "quantitative"}}},
              {"latitude", {{"field", "north"}, {"type", "quantitative"}}},
              {"text", {{"field", "place"}}}}}};
}
/// What is seen of the earth.
struct Window
{
    double east;
    double north;
    double scale;  // points per radian
    int step;      // degrees between lines
};
constexpr int height_of_a_map = 340;
constexpr double width_of_places = 440;  // points, with room beside them for names
constexpr double height_of_places = 246;
constexpr double largest_scale = 4000;
constexpr double most_lines = 10;

double in_radians(double degrees)
{
    return degrees * std::numbers::pi / 180.0;
}

/// From the lowest of the values to the highest.
struct Span
{
    double low;
    double high;
    double middle() const { return (low + high) / 2.0; }
    double length() const { return high - low; }
};

template <class Value>
Span span_of(std::vector<Corridor::Position> const& positions, Value value)
{
    Span span{value(positions.front()), value(positions.front())};
    for (Corridor::Position const& one : positions)
        span = {std::min(span.low, value(one)), std::max(span.high, value(one))};
    return span;
}

/// All of them, as large as the chart has room for.
Window around(std::vector<Corridor::Position> const& positions)
{
    Span const east = span_of(positions, [](Corridor::Position const& at) { return at.east; });
    Span const north = span_of(positions, [](Corridor::Position const& at) { return at.north; });
    double const across = in_radians(east.length()) * std::cos(in_radians(north.middle()));
    double const up = in_radians(north.length());
    double scale = largest_scale;
    if (across > 0.0) scale = std::min(scale, width_of_places / across);
    if (up > 0.0) scale = std::min(scale, height_of_places / up);
    double const longest = std::max(east.length(), north.length());
    int const step = longest > 10 * most_lines ? 30 : longest > most_lines ? 10 : 1;
    return {east.middle(), north.middle(), scale, step};
}

Json spec_of(Window const& window, Words const& words)
{
    Json const step = {window.step, window.step};
    Json const lines = {
        {"data", {{"graticule", {{"step", step}}}}},
        {"mark",
         {{"type", "geoshape"}, {"filled", false}, {"strokeWidth", 0.4}, {"stroke", "#8b949e"}}}};
    return {{"height", height_of_a_map},
            {"projection",
             {{"type", "conicEqualArea"},
              {"rotate", {-window.east, 0}},
              {"center", {0, window.north}},
              {"parallels", {window.north - 10.0, window.north + 10.0}},
              {"scale", window.scale}}},
            {"layer", Json::array({lines, circles(words), labels()})}};
}

Chart map_of(std::vector<PersonsAt> const& persons, std::string const& by, std::string const& title,
             Words const& words)
{
    Chart chart{.id = "map-" + by,
                .title = fmt::format("{}: {}", title, words.group(by)),
                .note = words.text("map.note"),
                .columns = {"place", "persons", "east", "north"}};
    std::vector<Corridor::Position> positions;
    for (PersonsAt const& one : persons)
        if (auto const at = words.corridor().position(one.place);
            at && one.by == by && one.persons > 0.0)
        {
            positions.push_back(*at);
            chart.rows.push_back({words.group(one.place), one.persons, at->east, at->north});
        }
    if (!positions.empty()) chart.spec = spec_of(around(positions), words);
    return chart;
}
}  // namespace

std::vector<Chart> maps_of(std::vector<PersonsAt> const& persons, std::string const& title,
                           Words const& words)
{
    std::vector<Chart> maps;
    for (char const* const by : {"destination", "origin"})
        if (Chart map = map_of(persons, by, title, words); !map.rows.empty())
            maps.push_back(std::move(map));
    return maps;
}
}  // namespace kochmon
