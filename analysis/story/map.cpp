// SPDX-License-Identifier: MIT
#include "analysis/story/map.hpp"

#include <fmt/format.h>

#include "analysis/page/chart_parts.hpp"
#include "analysis/words/catalogue_text.hpp"

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
    std::string by;
    double east;
    double north;
    double scale;  // points per radian
    int step;      // degrees between lines
};
constexpr int height_of_a_map = 340;

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
              {"parallels", {40, 60}},
              {"scale", window.scale}}},
            {"layer", Json::array({lines, circles(words), labels()})}};
}

Chart map_of(std::vector<PersonsAt> const& persons, Window const& window, std::string const& title,
             Words const& words)
{
    Chart chart{.id = "map-" + window.by,
                .title = fmt::format("{}: {}", title, words.group(window.by)),
                .note = words.text("map.note"),
                .columns = {"place", "persons", "east", "north"}};
    Json const positions = Json::parse(catalogue_of_positions());
    for (PersonsAt const& one : persons)
        if (one.by == window.by && one.persons > 0.0 && positions.contains(one.place))
            chart.rows.push_back({words.group(one.place), one.persons, positions[one.place][0],
                                  positions[one.place][1]});
    chart.spec = spec_of(window, words);
    return chart;
}
}  // namespace

std::vector<Chart> maps_of(std::vector<PersonsAt> const& persons, std::string const& title,
                           Words const& words)
{
    Window const destinations = {"destination", 54.0, 52.0, 880.0, 10};
    Window const origins = {"origin", 74.2, 41.3, 3900.0, 1};
    std::vector<Chart> maps;
    for (Window const& window : {destinations, origins})
        if (Chart map = map_of(persons, window, title, words); !map.rows.empty())
            maps.push_back(std::move(map));
    return maps;
}
}  // namespace kochmon
