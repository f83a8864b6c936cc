// SPDX-License-Identifier: MIT
// Of the report of a comparison: groups.
#include <algorithm>
#include <cmath>
#include <map>

#include <fmt/format.h>

#include "analysis/page/chart_parts.hpp"
#include "analysis/story/compared.hpp"
#include "analysis/story/explorer.hpp"

namespace kochmon
{
namespace
{
std::string group_in_words(EffectRow const& row, Words const& words)
{
    return row.by == "total"
               ? words.group("total")
               : fmt::format("{}: {}", words.group(row.by), words.group(row.group, row.by));
}

/// The values of a measure in every group, base and policies.
void add_groups(Explorer& explorer, Compared const& told, ToldMeasure const& measure)
{
    for (EffectRow const& row : told.effects().rows_in_all_groups(measure.key.measure))
    {
        std::string const group = group_in_words(row, told.words());
        if (row.policy == told.policies().front())
            explorer.add(measure, group, told.base(), {row.month, row.base});
        explorer.add(measure, group, row.policy, {row.month, row.with_policy});
    }
}

/// Policy less base in the last month, of each group beside the total.
Chart chart_of_groups(Compared const& told, ToldMeasure const& measure)
{
    Words const& words = told.words();
    Chart chart{
        .id = "groups-" + measure.key.measure,
        .title = words("groups.title", measure.of_any_group, measure.change, told.last_month()),
        .note = words.text("groups.note"),
        .columns = {"policy", "group", "base", "with_policy", "difference", "low_90", "high_90"}};
    std::ranges::replace(chart.id, '_', '-');
    for (EffectRow const& row : told.effects().rows_in_all_groups(measure.key.measure))
        if (row.month == told.last_month() && std::isfinite(row.difference))
            chart.rows.push_back({row.policy, group_in_words(row, words),
                                  number_or_none(row.base * measure.scale),
                                  number_or_none(row.with_policy * measure.scale),
                                  number_or_none(row.difference * measure.scale),
                                  number_or_none(row.low_90 * measure.scale),
                                  number_or_none(row.high_90 * measure.scale)});
    Json group = names("group");
    group["sort"] = Json();
    group["axis"] = {{"labelLimit", 260}};
    Json const tooltip =
        tooltip_of({{"policy", words.text("policy")}, {"group", words.text("group")}},
                   {{"base", words.text("base")},
                    {"with_policy", words.text("with_policy")},
                    {"difference", words.text("effect")},
                    {"low_90", words.text("interval.from")},
                    {"high_90", words.text("interval.to")}});
    Json const dots = dots_with_intervals(group, quantity("difference", measure.change), tooltip);
    chart.spec = {{"facet", panels_by("policy", told.policies())},
                  {"spec", {{"height", {{"step", 18}}}, {"layer", dots}}}};
    return chart;
}
}  // namespace

void tell_groups(Page& page, Compared const& told)
{
    Words const& words = told.words();
    page.section("groups", words.text("groups.heading"));
    std::vector<ToldRows> const& headlines = told.headlines();
    for (std::size_t k = 0; k < std::min<std::size_t>(3, headlines.size()); ++k)
        page.add(chart_of_groups(told, headlines[k].measure));
    Explorer explorer(words);
    for (ToldRows const& one : headlines) add_groups(explorer, told, one.measure);
    page.add(explorer.chart());
}
}  // namespace kochmon
