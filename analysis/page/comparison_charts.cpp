// SPDX-License-Identifier: MIT
#include "analysis/page/comparison_charts.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

namespace kochmon
{
namespace
{
// Told apart without colours too: by Okabe and Ito, dark first.
Json const colours = {"#0072b2", "#d55e00", "#009e73", "#cc79a7", "#56b4e9", "#e69f00", "#000000"};
constexpr int height_of_a_chart = 240;
constexpr int height_of_a_panel = 130;

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

Json shown(std::string const& field, std::string const& title)
{
    return {{"field", field}, {"title", title}};
}

Json tooltip_of(std::initializer_list<std::pair<char const*, char const*>> fields)
{
    Json tooltip = Json::array();
    for (auto const& [field, title] : fields)
    {
        tooltip.push_back(shown(field, title));
        if (std::string(field) != "scenario" && std::string(field) != "month" &&
            std::string(field) != "policy" && std::string(field) != "measure")
            tooltip.back()["format"] = ".4~g";
    }
    return tooltip;
}

Json row_of(EffectRow const& row, double scale)
{
    return {row.month,
            row.policy,
            number_or_none(row.difference * scale),
            number_or_none(row.low_90 * scale),
            number_or_none(row.high_90 * scale),
            number_or_none(row.unpaired_low_90 * scale),
            number_or_none(row.unpaired_high_90 * scale)};
}

/// The names that stand in a column, each once, as they come.
Json names_in_order(Json const& rows, std::size_t column)
{
    Json names = Json::array();
    for (Json const& row : rows)
        if (std::ranges::find(names, row[column]) == names.end()) names.push_back(row[column]);
    return names;
}

std::string id_of(std::string const& kind, ToldMeasure const& measure)
{
    std::string id = kind + '-' + measure.key.measure;
    std::ranges::replace(id, '_', '-');
    return id;
}
}  // namespace

Chart chart_of_levels(ToldMeasure const& measure, std::vector<EffectRow> const& rows,
                      std::string const& base)
{
    Chart chart{
        .id = id_of("level", measure),
        .title = fmt::format("{}, {}", measure.label, measure.unit),
        .note = "Means over replicates. A click on a scenario in the legend dims the others.",
        .columns = {"month", "scenario", "value"}};
    std::vector<std::string> const policies = policies_of(rows);
    Json names = {base};
    for (EffectRow const& row : rows)
        if (row.policy == policies.front())
            chart.rows.push_back({row.month, base, number_or_none(row.base * measure.scale)});
    for (std::string const& policy : policies)
    {
        names.push_back(policy);
        for (EffectRow const& row : rows)
            if (row.policy == policy)
                chart.rows.push_back(
                    {row.month, policy, number_or_none(row.with_policy * measure.scale)});
    }
    chart.spec = {
        {"height", height_of_a_chart},
        {"params",
         {{{"name", "chosen"},
           {"select", {{"type", "point"}, {"fields", {"scenario"}}}},
           {"bind", "legend"}}}},
        {"mark", {{"type", "line"}, {"strokeWidth", 2}, {"clip", true}}},
        {"encoding",
         {{"x", month_axis()},
          {"y", quantity("value", measure.unit)},
          {"color",
           {{"field", "scenario"},
            {"type", "nominal"},
            {"title", Json()},
            {"scale", {{"domain", names}, {"range", colours}}}}},
          {"strokeDash",
           {{"field", "scenario"},
            {"type", "nominal"},
            {"title", Json()},
            {"scale", {{"domain", names}}}}},
          {"opacity", {{"condition", {{"param", "chosen"}, {"value", 1}}}, {"value", 0.15}}},
          {"tooltip",
           tooltip_of({{"scenario", "Scenario"}, {"month", "Month"}, {"value", "Value"}})}}}};
    chart.spec["encoding"]["y"]["scale"] = {{"zero", false}};
    return chart;
}

Chart chart_of_effects(ToldMeasure const& measure, std::vector<EffectRow> const& rows)
{
    Chart chart{.id = id_of("effect", measure),
                .title = fmt::format("{}: policy less base, {}", measure.label, measure.change),
                .note =
                    "Mean paired difference and its 90 % interval; the thin lines bound what as "
                    "many unpaired runs would have given. The dashed rule: where it begins.",
                .columns = {"month", "policy", "difference", "low_90", "high_90", "unpaired_low_90",
                            "unpaired_high_90"}};
    Json begins = Json::array();
    for (EffectRow const& row : rows) chart.rows.push_back(row_of(row, measure.scale));
    for (std::string const& policy : policies_of(rows))
        if (auto const first = first_effect(rows, policy))
            begins.push_back({{"policy", policy}, {"month", *first}});
    Json const band = {{"mark", {{"type", "area"}, {"opacity", 0.3}, {"color", "#0072b2"}}},
                       {"encoding",
                        {{"x", month_axis()},
                         {"y", quantity("low_90", measure.change)},
                         {"y2", {{"field", "high_90"}}}}}};
    auto const thin = [&](char const* field) -> Json
    {
        return {{"mark", {{"type", "line"}, {"strokeWidth", 0.7}, {"color", "#8b949e"}}},
                {"encoding", {{"x", month_axis()}, {"y", quantity(field, measure.change)}}}};
    };
    Json const line = {{"mark", {{"type", "line"}, {"strokeWidth", 2}, {"color", "#0072b2"}}},
                       {"encoding",
                        {{"x", month_axis()},
                         {"y", quantity("difference", measure.change)},
                         {"tooltip", tooltip_of({{"policy", "Policy"},
                                                 {"month", "Month"},
                                                 {"difference", "Effect"},
                                                 {"low_90", "90 % interval from"},
                                                 {"high_90", "to"}})}}}};
    Json const zero = {{"mark", {{"type", "rule"}, {"strokeWidth", 1}}},
                       {"encoding", {{"y", {{"datum", 0}}}}}};
    Json const begin = {{"mark", {{"type", "rule"}, {"strokeDash", {4, 3}}}},
                        {"transform", {{{"filter", "datum.begins"}}}},
                        {"encoding", {{"x", month_axis()}}}};
    chart.columns.emplace_back("begins");
    for (Json& row : chart.rows)
        row.push_back(
            std::ranges::any_of(begins, [&](Json const& one)
                                { return one["policy"] == row[1] && one["month"] == row[0]; }));
    chart.spec = {
        {"facet",
         {{"row",
           {{"field", "policy"},
            {"type", "nominal"},
            {"title", Json()},
            {"sort", names_in_order(chart.rows, 1)},
            {"header", {{"labelAngle", 0}, {"labelAnchor", "start"}, {"labelOrient", "top"}}}}}}},
        {"spec",
         {{"height", height_of_a_panel},
          {"layer", {zero, begin, thin("unpaired_low_90"), thin("unpaired_high_90"), band, line}}}},
        {"resolve", {{"scale", {{"y", "independent"}}}}}};
    return chart;
}

Chart chart_of_policies(std::vector<ToldMeasure> const& measures,
                        std::vector<std::vector<EffectRow>> const& rows)
{
    Chart chart{
        .id = "policies",
        .title = "Policies side by side: effects in the last month",
        .note = "Each beside its base; bars are 90 % intervals. Every measure has its own axis.",
        .columns = {"measure", "policy", "base", "with_policy", "difference", "low_90", "high_90",
                    "unit"}};
    for (std::size_t k = 0; k < measures.size(); ++k)
        for (std::string const& policy : policies_of(rows[k]))
        {
            EffectRow const last = *last_effect(rows[k], policy);
            double const scale = measures[k].scale;
            chart.rows.push_back(
                {fmt::format("{}, {}", measures[k].label, measures[k].change), policy,
                 number_or_none(last.base * scale), number_or_none(last.with_policy * scale),
                 number_or_none(last.difference * scale), number_or_none(last.low_90 * scale),
                 number_or_none(last.high_90 * scale), measures[k].change});
        }
    Json const policy = {{"field", "policy"}, {"type", "nominal"}, {"title", Json()}};
    Json const zero = {{"mark", {{"type", "rule"}, {"strokeWidth", 1}}},
                       {"encoding", {{"x", {{"datum", 0}}}}}};
    Json const interval = {
        {"mark", {{"type", "rule"}, {"strokeWidth", 3}, {"opacity", 0.5}, {"color", "#0072b2"}}},
        {"encoding",
         {{"y", policy}, {"x", quantity("low_90", "")}, {"x2", {{"field", "high_90"}}}}}};
    Json const dot = {
        {"mark",
         {{"type", "point"}, {"filled", true}, {"size", 70}, {"color", "#0072b2"}, {"opacity", 1}}},
        {"encoding",
         {{"y", policy},
          {"x", quantity("difference", "")},
          {"tooltip", tooltip_of({{"policy", "Policy"},
                                  {"measure", "Measure"},
                                  {"base", "Base"},
                                  {"with_policy", "With the policy"},
                                  {"difference", "Effect"},
                                  {"low_90", "90 % interval from"},
                                  {"high_90", "to"}})}}}};
    chart.spec = {
        {"facet",
         {{"row",
           {{"field", "measure"},
            {"type", "nominal"},
            {"title", Json()},
            {"sort", names_in_order(chart.rows, 0)},
            {"header", {{"labelAngle", 0}, {"labelAnchor", "start"}, {"labelOrient", "top"}}}}}}},
        {"spec", {{"height", {{"step", 22}}}, {"layer", {zero, interval, dot}}}},
        {"resolve", {{"scale", {{"x", "independent"}}}}}};
    return chart;
}
}  // namespace kochmon
