// SPDX-License-Identifier: MIT
// Charts of a sweep, as its design has them.
#include <algorithm>
#include <cmath>
#include <optional>
#include <set>

#include <fmt/format.h>

#include "analysis/page/chart_parts.hpp"
#include "analysis/story/swept.hpp"

namespace kochmon
{
namespace
{
constexpr std::size_t most_factors = 15;
constexpr std::size_t most_curves = 8;
constexpr double ends_of_a_fan = 0.05;

std::string id_of_chart(std::string const& kind, ToldMeasure const& measure)
{
    std::string id = kind + '-' + measure.key.measure;
    std::ranges::replace(id, '_', '-');
    return id;
}

Json factor_axis()
{
    Json factor = names("factor");
    factor["sort"] = Json();
    factor["axis"] = {{"labelLimit", 320}};
    return factor;
}

/// The factors that move it most: from the lowest to the highest effect of their ends.
Chart tornado(Swept const& told, ToldMeasure const& measure)
{
    Words const& words = told.words();
    Chart chart{
        .id = id_of_chart("tornado", measure),
        .title = words("sweep.tornado", measure.label, measure.change),
        .note = words.text("sweep.tornado_note"),
        .columns = {"factor", "lowest_value", "lowest", "highest_value", "highest", "from", "to"}};
    CsvTable const table = told.of_measure("tornado.csv", measure);
    for (std::size_t row = 0; row < std::min(table.size(), most_factors); ++row)
    {
        double const lowest = table.number(row, "lowest_difference") * measure.scale;
        double const highest = table.number(row, "highest_difference") * measure.scale;
        // Drawn from the base, whose effect is none.
        double const low = std::isfinite(lowest) ? lowest : 0.0;
        double const high = std::isfinite(highest) ? highest : 0.0;
        chart.rows.push_back({table.cell(row, "factor"), table.cell(row, "lowest_value"),
                              number_or_none(lowest), table.cell(row, "highest_value"),
                              number_or_none(highest), std::min({low, high, 0.0}),
                              std::max({low, high, 0.0})});
    }
    Json const bar = {{"mark", {{"type", "bar"}, {"color", first_colour}, {"opacity", 0.75}}},
                      {"encoding",
                       {{"y", factor_axis()},
                        {"x", quantity("from", measure.change)},
                        {"x2", {{"field", "to"}}},
                        {"tooltip", tooltip_of({{"factor", words.text("factor")},
                                                {"lowest_value", words.text("sweep.at_lowest")},
                                                {"highest_value", words.text("sweep.at_highest")}},
                                               {{"lowest", words.text("lowest")},
                                                {"highest", words.text("highest")}})}}}};
    chart.spec = {{"height", {{"step", 20}}}, {"layer", Json::array({bar, zero_rule("x")})}};
    return chart;
}

/// Shares of the variance, with their intervals.
Chart shares(Swept const& told, ToldMeasure const& measure, std::string const& file,
             std::string const& share)
{
    Words const& words = told.words();
    Chart chart{.id = id_of_chart(share == "total" ? "total" : "shares", measure),
                .title = words(share == "total" ? "sweep.total" : "sweep.shares", measure.label),
                .note = words.text("sweep.shares_note"),
                .columns = {"factor", "share", "low_90", "high_90"}};
    CsvTable const table = told.of_measure(file, measure);
    std::string const factor = table.has("factors") ? "factors" : "factor";
    for (std::size_t row = 0; row < std::min(table.size(), most_factors); ++row)
        if (double const value = table.number(row, share); std::isfinite(value))
            chart.rows.push_back({table.cell(row, factor), value,
                                  number_or_none(table.number(row, share + "_low_90")),
                                  number_or_none(table.number(row, share + "_high_90"))});
    Json const tooltip =
        tooltip_of({{"factor", words.text("factor")}}, {{"share", words.text("sweep.share")},
                                                        {"low_90", words.text("interval.from")},
                                                        {"high_90", words.text("interval.to")}});
    chart.spec = {
        {"height", {{"step", 20}}},
        {"layer", dots_with_intervals(factor_axis(), quantity("share", words.text("sweep.share")),
                                      tooltip)}};
    return chart;
}

/// The effect at each value of a factor, means over all points that have it.
Chart responses(Swept const& told, ToldMeasure const& measure)
{
    Words const& words = told.words();
    Chart chart{.id = id_of_chart("responses", measure),
                .title = words("sweep.responses", measure.label, measure.change),
                .note = words.text("sweep.responses_note"),
                .columns = {"factor", "position", "value", "mean", "points_05", "points_95"}};
    CsvTable const table = told.of_measure("responses.csv", measure);
    std::set<std::string> factors;
    for (std::size_t row = 0; row < table.size(); ++row)
    {
        std::string const& factor = table.cell(row, "factor");
        if (!factors.contains(factor) && factors.size() == most_curves) continue;
        factors.insert(factor);
        chart.rows.push_back({factor, number_or_none(table.number(row, "position")),
                              table.cell(row, "value"),
                              number_or_none(table.number(row, "mean") * measure.scale),
                              number_or_none(table.number(row, "points_05") * measure.scale),
                              number_or_none(table.number(row, "points_95") * measure.scale)});
    }
    Json const x = quantity("position", "");
    Json band = {{"mark", {{"type", "area"}, {"opacity", 0.25}, {"color", first_colour}}},
                 {"encoding",
                  {{"x", x},
                   {"y", quantity("points_05", measure.change)},
                   {"y2", {{"field", "points_95"}}}}}};
    Json line = {
        {"mark", {{"type", "line"}, {"point", true}, {"color", first_colour}}},
        {"encoding",
         {{"x", x},
          {"y", quantity("mean", measure.change)},
          {"tooltip", tooltip_of({{"factor", words.text("factor")}, {"value", words.text("value")}},
                                 {{"mean", words.text("effect")}})}}}};
    chart.spec = {
        {"facet", panels_by("factor", names_in_order(chart.rows, 0))},
        {"spec",
         {{"height", height_of_a_panel}, {"layer", Json::array({zero_rule("y"), band, line})}}},
        {"resolve", {{"scale", {{"x", "independent"}}}}}};
    return chart;
}

/// Ordered squares with their numbers, white on the darker half.
Json spec_of_squares(Json const& rows, std::vector<std::string> const& columns,
                     std::string const& unit)
{
    double lowest = rows[0][2].get<double>(), highest = lowest;
    for (Json const& row : rows)
    {
        lowest = std::min(lowest, row[2].get<double>());
        highest = std::max(highest, row[2].get<double>());
    }
    auto const axis = [&](std::size_t column)
    {
        Json field = {{"field", columns[column]},
                      {"type", "ordinal"},
                      {"title", columns[column]},
                      {"axis", {{"labelAngle", 0}}}};
        field["sort"] = names_in_order(rows, column);
        return field;
    };
    Json colour = quantity("mean", unit);
    colour["scale"] = {{"scheme", "cividis"}};
    Json text = quantity("mean", "");
    text["format"] = ".3~s";
    Json const ink = {{"condition",
                       {{"test", fmt::format("datum.mean < {}", (lowest + highest) / 2.0)},
                        {"value", "#ffffff"}}},
                      {"value", "#000000"}};
    Json const squares = {{"mark", "rect"}, {"encoding", {{"color", colour}}}};
    Json const numbers = {{"mark", "text"}, {"encoding", {{"text", text}, {"color", ink}}}};
    return {{"height", {{"step", 34}}},
            {"encoding", {{"x", axis(0)}, {"y", axis(1)}}},
            {"layer", Json::array({squares, numbers})}};
}

/// Points that share the values of two factors.
struct Square
{
    std::string first;
    std::string second;
    double sum = 0.0;
    int points = 0;
};

Square& square_at(std::vector<Square>& squares, std::string const& first, std::string const& second)
{
    auto const found = std::ranges::find_if(
        squares, [&](Square const& one) { return one.first == first && one.second == second; });
    if (found != squares.end()) return *found;
    squares.push_back({first, second});
    return squares.back();
}

/// Values of the first two factors of a grid against each other, means over the others.
std::optional<Chart> heat_map(Swept const& told, ToldMeasure const& measure)
{
    Words const& words = told.words();
    CsvTable const points = told.table("points.csv");
    if (points.columns().size() < 4) return std::nullopt;
    std::string const first = points.columns()[2], second = points.columns()[3];
    std::map<std::string, double> mean_of;
    CsvTable const means = told.of_measure("means.csv", measure);
    for (std::size_t row = 0; row < means.size(); ++row)
        mean_of[means.cell(row, "point")] = means.number(row, "mean") * measure.scale;
    // In the order of the points, which is that of the plan's values.
    std::vector<Square> cells;
    for (std::size_t row = 0; row < points.size(); ++row)
    {
        auto const mean = mean_of.find(points.cell(row, "point"));
        if (points.cell(row, first) == "base" || mean == mean_of.end() ||
            !std::isfinite(mean->second))
            continue;
        Square& square = square_at(cells, points.cell(row, first), points.cell(row, second));
        square.sum += mean->second;
        ++square.points;
    }
    if (cells.empty()) return std::nullopt;
    Chart chart{.id = id_of_chart("heat", measure),
                .title = words("sweep.heat", measure.label, measure.unit, first, second),
                .note = words.text("sweep.heat_note"),
                .columns = {first, second, "mean"}};
    for (Square const& one : cells)
        chart.rows.push_back({one.first, one.second, one.sum / one.points});
    chart.spec = spec_of_squares(chart.rows, chart.columns, measure.unit);
    return chart;
}

double quantile(std::vector<double> const& sorted, double at)
{
    double const place = at * static_cast<double>(sorted.size() - 1);
    auto const below = static_cast<std::size_t>(place);
    std::size_t const above = std::min(below + 1, sorted.size() - 1);
    return sorted[below] + (place - std::floor(place)) * (sorted[above] - sorted[below]);
}

/// All points through time: the middle one, and where nine tenths of them lie.
std::optional<Chart> fan(Swept const& told, ToldMeasure const& measure)
{
    Words const& words = told.words();
    CsvTable const means = told.table("means.csv", fmt::format(",{},{},{},", measure.key.measure,
                                                               measure.key.by, measure.key.group));
    std::map<std::string, std::vector<double>> by_month;
    std::map<std::string, double> base;
    for (std::size_t row = 0; row < means.size(); ++row)
    {
        double const mean = means.number(row, "mean") * measure.scale;
        if (means.cell(row, "point") == "0")
            base[means.cell(row, "month")] = mean;
        else if (std::isfinite(mean))
            by_month[means.cell(row, "month")].push_back(mean);
    }
    if (by_month.size() < 2) return std::nullopt;
    Chart chart{.id = id_of_chart("fan", measure),
                .title = words("sweep.fan", measure.label, measure.unit),
                .note = words.text("sweep.fan_note"),
                .columns = {"month", "low_05", "middle", "high_95", "base"}};
    for (auto& [month, values] : by_month)
    {
        std::ranges::sort(values);
        auto const found = base.find(month);
        chart.rows.push_back({month, quantile(values, ends_of_a_fan), quantile(values, 0.5),
                              quantile(values, 1.0 - ends_of_a_fan),
                              found == base.end() ? Json() : number_or_none(found->second)});
    }
    auto const line = [&](char const* field, char const* colour, Json const& dash) -> Json
    {
        return {{"mark",
                 {{"type", "line"}, {"strokeWidth", 2}, {"color", colour}, {"strokeDash", dash}}},
                {"encoding",
                 {{"x", month_axis()},
                  {"y", quantity(field, measure.unit)},
                  {"tooltip", tooltip_of({{"month", words.text("month")}},
                                         {{"low_05", "5 %"},
                                          {"middle", words.text("sweep.middle")},
                                          {"high_95", "95 %"},
                                          {"base", words.text("base")}})}}}};
    };
    Json const band = {{"mark", {{"type", "area"}, {"opacity", 0.25}, {"color", first_colour}}},
                       {"encoding",
                        {{"x", month_axis()},
                         {"y", quantity("low_05", measure.unit)},
                         {"y2", {{"field", "high_95"}}}}}};
    chart.spec = {{"height", height_of_a_chart},
                  {"layer", Json::array({band, line("middle", first_colour, {1, 0}),
                                         line("base", "#d55e00", {5, 3})})}};
    for (Json& layer : chart.spec["layer"]) layer["encoding"]["y"]["scale"] = {{"zero", false}};
    return chart;
}
}  // namespace

std::vector<Chart> charts_of(Swept const& told, ToldMeasure const& measure)
{
    std::vector<Chart> charts;
    auto const add = [&](Chart chart)
    {
        if (!chart.rows.empty()) charts.push_back(std::move(chart));
    };
    bool const is_grid = told.account().value("design", "") == "grid";
    if (told.holds("tornado.csv")) add(tornado(told, measure));
    if (told.holds("main_effects.csv")) add(shares(told, measure, "main_effects.csv", "share"));
    if (told.holds("indices.csv"))
    {
        add(shares(told, measure, "indices.csv", "first"));
        add(shares(told, measure, "indices.csv", "total"));
    }
    if (is_grid)
        if (auto heat = heat_map(told, measure)) add(*std::move(heat));
    if (!told.holds("tornado.csv")) add(responses(told, measure));
    if (auto of_time = fan(told, measure)) add(*std::move(of_time));
    return charts;
}
}  // namespace kochmon
