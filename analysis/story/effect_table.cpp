// SPDX-License-Identifier: MIT
#include "analysis/story/effect_table.hpp"

#include <algorithm>

namespace kochmon
{
EffectRow EffectTable::row_of(std::string_view line) const
{
    auto const cell = [&](char const* column) { return std::string(lines_.cell(line, column)); };
    auto const number = [&](char const* column) { return lines_.number(line, column); };
    return {.policy = cell("policy"),
            .month = cell("month"),
            .by = cell("by"),
            .group = cell("group"),
            .unit = cell("unit"),
            .base = number("base"),
            .with_policy = number("with_policy"),
            .difference = number("difference"),
            .low_90 = number("low90"),
            .high_90 = number("high90"),
            .unpaired_low_90 = number("unpaired_low90"),
            .unpaired_high_90 = number("unpaired_high90"),
            .direct = number("direct"),
            .indirect = number("indirect")};
}

std::vector<EffectRow> EffectTable::rows(RowKey const& key) const
{
    std::vector<EffectRow> rows;
    for (std::string_view const line : lines_.of(key.measure))
        if (lines_.is_of(line, key.by, key.group)) rows.push_back(row_of(line));
    return rows;
}

std::vector<EffectRow> EffectTable::rows_in_all_groups(std::string const& measure) const
{
    std::vector<std::string_view> const& lines = lines_.of(measure);
    std::vector<EffectRow> rows;
    rows.reserve(lines.size());
    for (std::string_view const line : lines) rows.push_back(row_of(line));
    return rows;
}

std::vector<std::string> policies_of(std::vector<EffectRow> const& rows)
{
    std::vector<std::string> policies;
    for (EffectRow const& row : rows)
        if (std::ranges::find(policies, row.policy) == policies.end())
            policies.push_back(row.policy);
    return policies;
}

std::optional<EffectRow> last_effect(std::vector<EffectRow> const& rows, std::string const& policy)
{
    std::optional<EffectRow> last;
    for (EffectRow const& row : rows)
        if (row.policy == policy && (!last || row.month > last->month)) last = row;
    return last;
}

std::optional<std::string> first_effect(std::vector<EffectRow> const& rows,
                                        std::string const& policy)
{
    for (EffectRow const& row : rows)
        if (row.policy == policy && row.difference != 0.0) return row.month;
    return std::nullopt;
}
}  // namespace kochmon
