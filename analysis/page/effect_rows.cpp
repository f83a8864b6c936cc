// SPDX-License-Identifier: MIT
#include "analysis/page/effect_rows.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "analysis/text/csv_table.hpp"

namespace kochmon
{
std::vector<EffectRow> effect_rows(std::string const& effects_csv, RowKey const& key)
{
    CsvTable const table(effects_csv, fmt::format(",{},{},{},", key.measure, key.by, key.group));
    std::vector<EffectRow> rows;
    rows.reserve(table.size());
    for (std::size_t row = 0; row < table.size(); ++row)
    {
        auto const number = [&](char const* column) { return table.number(row, column); };
        rows.push_back({.policy = table.cell(row, "policy"),
                        .month = table.cell(row, "month"),
                        .unit = table.cell(row, "unit"),
                        .base = number("base"),
                        .with_policy = number("with_policy"),
                        .difference = number("difference"),
                        .low_90 = number("low90"),
                        .high_90 = number("high90"),
                        .unpaired_low_90 = number("unpaired_low90"),
                        .unpaired_high_90 = number("unpaired_high90")});
    }
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
