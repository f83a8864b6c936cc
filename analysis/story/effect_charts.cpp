// SPDX-License-Identifier: MIT
#include "analysis/story/effect_charts.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "analysis/page/chart_parts.hpp"

namespace kochmon
{
namespace
{
std::string id_of(std::string const& kind, ToldMeasure const& measure)
{
    std::string id = kind + '-' + measure.key.measure;
    std::ranges::replace(id, '_', '-');
    return id;
}

Json cells_of(EffectRow const& row, double scale, bool is_begin)
{
    return {row.month,
            row.policy,
            number_or_none(row.difference * scale),
            number_or_none(row.low_90 * scale),
            number_or_none(row.high_90 * scale),
            number_or_none(row.unpaired_low_90 * scale),
            number_or_none(row.unpaired_high_90 * scale),
            is_begin};
}

/// A mark over months with one quantity.
Json in_time(Json mark, std::string const& field, std::string const& title)
{
    return {{"mark", std::move(mark)},
            {"encoding", {{"x", month_axis()}, {"y", quantity(field, title)}}}};
}

Json effect_tooltip(Words const& words)
{
    return tooltip_of({{"policy", words.text("policy")}, {"month", words.text("month")}},
                      {{"difference", words.text("effect")},
                       {"low_90", words.text("interval.from")},
                       {"high_90", words.text("interval.to")}});
}

bool is_without_effect(std::vector<EffectRow> const& rows)
{
    return std::ranges::all_of(policies_of(rows), [&](std::string const& policy)
                               { return last_effect(rows, policy)->difference == 0.0; });
}

Json layers_of_an_effect(std::string const& unit, Words const& words)
{
    Json const thin = {{"type", "line"}, {"strokeWidth", 0.7}, {"color", "#8b949e"}};
    Json band =
        in_time({{"type", "area"}, {"opacity", 0.3}, {"color", first_colour}}, "low_90", unit);
    band["encoding"]["y2"] = {{"field", "high_90"}};
    Json line = in_time({{"type", "line"}, {"strokeWidth", 2}, {"color", first_colour}},
                        "difference", unit);
    line["encoding"]["tooltip"] = effect_tooltip(words);
    Json begin = {{"mark", {{"type", "rule"}, {"strokeDash", {4, 3}}}},
                  {"encoding", {{"x", month_axis()}}}};
    begin["transform"] = Json::array({{{"filter", "datum.begins"}}});
    return Json::array({zero_rule("y"), begin, in_time(thin, "unpaired_low_90", unit),
                        in_time(thin, "unpaired_high_90", unit), band, line});
}
}  // namespace

Json lines_by_scenario(Json const& scenarios, std::string const& unit, Words const& words)
{
    Json colour = names("scenario"), dash = names("scenario");
    colour["scale"] = {{"domain", scenarios}, {"range", colours()}};
    dash["scale"] = {{"domain", scenarios}};
    Json spec = {
        {"height", height_of_a_chart},
        {"mark", {{"type", "line"}, {"strokeWidth", 2}, {"clip", true}}},
        {"encoding",
         {{"x", month_axis()},
          {"y", quantity("value", unit)},
          {"color", colour},
          {"strokeDash", dash},
          {"opacity", {{"condition", {{"param", "chosen"}, {"value", 1}}}, {"value", 0.15}}},
          {"tooltip",
           tooltip_of({{"scenario", words.text("scenario")}, {"month", words.text("month")}},
                      {{"value", words.text("value")}})}}}};
    spec["params"] = Json::array({{{"name", "chosen"},
                                   {"select", {{"type", "point"}, {"fields", {"scenario"}}}},
                                   {"bind", "legend"}}});
    spec["encoding"]["y"]["scale"] = {{"zero", false}};
    return spec;
}

Chart chart_of_levels(ToldRows const& told, std::string const& base, Words const& words)
{
    auto const& [measure, rows] = told;
    Chart chart{.id = id_of("level", measure),
                .title = fmt::format("{}, {}", measure.label, measure.unit),
                .note = words.text("levels.note"),
                .columns = {"month", "scenario", "value"}};
    std::vector<std::string> const policies = policies_of(rows);
    Json scenarios = {base};
    for (EffectRow const& row : rows)
        if (row.policy == policies.front())
            chart.rows.push_back({row.month, base, number_or_none(row.base * measure.scale)});
    for (std::string const& policy : policies)
    {
        scenarios.push_back(policy);
        for (EffectRow const& row : rows)
            if (row.policy == policy)
                chart.rows.push_back(
                    {row.month, policy, number_or_none(row.with_policy * measure.scale)});
    }
    chart.spec = lines_by_scenario(scenarios, measure.unit, words);
    return chart;
}

Chart chart_of_effects(ToldRows const& told, Words const& words)
{
    auto const& [measure, rows] = told;
    Chart chart{.id = id_of("effect", measure),
                .title = words("effects.title", measure.label, measure.change),
                .note = words.text("effects.note"),
                .columns = {"month", "policy", "difference", "low_90", "high_90", "unpaired_low_90",
                            "unpaired_high_90", "begins"}};
    std::vector<std::string> const policies = policies_of(rows);
    for (std::string const& policy : policies)
    {
        auto const begin = first_effect(rows, policy);
        for (EffectRow const& row : rows)
            if (row.policy == policy)
                chart.rows.push_back(cells_of(row, measure.scale, begin && *begin == row.month));
    }
    chart.spec = {
        {"facet", panels_by("policy", policies)},
        {"spec",
         {{"height", height_of_a_panel}, {"layer", layers_of_an_effect(measure.change, words)}}},
        {"resolve", {{"scale", {{"y", "independent"}}}}}};
    return chart;
}

Chart chart_of_policies(std::vector<ToldRows> const& told, Words const& words)
{
    Chart chart{.id = "policies",
                .title = words.text("policies.title"),
                .note = words.text("policies.note"),
                .columns = {"measure", "policy", "base", "with_policy", "difference", "low_90",
                            "high_90", "unit"}};
    for (auto const& [measure, rows] : told)
        for (std::string const& policy : policies_of(rows))
        {
            if (is_without_effect(rows)) break;  // an axis of one number says less than the table
            EffectRow const last = *last_effect(rows, policy);
            double const scale = measure.scale;
            chart.rows.push_back(
                {fmt::format("{}, {}", measure.label, measure.change), policy,
                 number_or_none(last.base * scale), number_or_none(last.with_policy * scale),
                 number_or_none(last.difference * scale), number_or_none(last.low_90 * scale),
                 number_or_none(last.high_90 * scale), measure.change});
        }
    Json policy = names("policy");
    policy["sort"] = Json();
    Json const tooltip =
        tooltip_of({{"policy", words.text("policy")}, {"measure", words.text("measure")}},
                   {{"base", words.text("base")},
                    {"with_policy", words.text("with_policy")},
                    {"difference", words.text("effect")},
                    {"low_90", words.text("interval.from")},
                    {"high_90", words.text("interval.to")}});
    Json const dots = dots_with_intervals(policy, quantity("difference", ""), tooltip);
    chart.spec = {{"facet", panels_by("measure", names_in_order(chart.rows, 0))},
                  {"spec", {{"height", {{"step", 22}}}, {"layer", dots}}},
                  {"resolve", {{"scale", {{"x", "independent"}}}}}};
    return chart;
}
}  // namespace kochmon
