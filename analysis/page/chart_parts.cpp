// SPDX-License-Identifier: MIT
#include "analysis/page/chart_parts.hpp"

#include <algorithm>
#include <cmath>

namespace kochmon
{
Json const& colours()
{
    static Json const all = {"#0072b2", "#d55e00", "#009e73", "#cc79a7",
                             "#56b4e9", "#e69f00", "#000000"};
    return all;
}

Json number_or_none(double number)
{
    return std::isfinite(number) ? Json(number) : Json();
}

Json month_axis()
{
    return {{"field", "month"},
            {"type", "temporal"},
            {"timeUnit", "utcyearmonth"},
            {"title", Json()},
            {"axis", {{"format", "%Y"}, {"tickCount", "year"}}}};
}

Json quantity(std::string const& field, std::string const& title)
{
    return {{"field", field}, {"type", "quantitative"}, {"title", title}};
}

Json names(std::string const& field)
{
    return {{"field", field}, {"type", "nominal"}, {"title", Json()}};
}

Json tooltip_of(std::initializer_list<std::pair<std::string, std::string>> words,
                std::initializer_list<std::pair<std::string, std::string>> numbers)
{
    Json tooltip = Json::array();
    for (auto const& [field, title] : words)
        tooltip.push_back(Json{{"field", field}, {"title", title}});
    for (auto const& [field, title] : numbers)
        tooltip.push_back(Json{{"field", field}, {"title", title}, {"format", ".4~g"}});
    return tooltip;
}

Json zero_rule(std::string const& channel)
{
    Json rule = {{"mark", {{"type", "rule"}, {"strokeWidth", 1}}}};
    rule["encoding"][channel] = {{"datum", 0}};
    return rule;
}

Json dots_with_intervals(Json const& y, Json const& x, Json const& tooltip)
{
    Json interval = {
        {"mark", {{"type", "rule"}, {"strokeWidth", 3}, {"opacity", 0.5}, {"color", first_colour}}},
        {"encoding", {{"y", y}, {"x", x}, {"x2", {{"field", "high_90"}}}}}};
    interval["encoding"]["x"]["field"] = "low_90";
    Json const dot = {{"mark",
                       {{"type", "point"},
                        {"filled", true},
                        {"size", 60},
                        {"color", first_colour},
                        {"opacity", 1}}},
                      {"encoding", {{"y", y}, {"x", x}, {"tooltip", tooltip}}}};
    return Json::array({zero_rule("x"), interval, dot});
}

Json panels_by(std::string const& field, Json const& in_order)
{
    Json row = names(field);
    row["sort"] = in_order;
    row["header"] = {
        {"labelAngle", 0}, {"labelAnchor", "start"}, {"labelOrient", "top"}, {"labelLimit", 700}};
    return {{"row", row}};
}

Json names_in_order(Json const& rows, std::size_t column)
{
    Json found = Json::array();
    for (Json const& row : rows)
        if (std::ranges::find(found, row[column]) == found.end()) found.push_back(row[column]);
    return found;
}
}  // namespace kochmon
