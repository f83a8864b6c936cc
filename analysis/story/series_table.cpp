// SPDX-License-Identifier: MIT
#include "analysis/story/series_table.hpp"

#include <algorithm>
#include <cmath>
#include <map>

namespace kochmon
{
std::vector<MonthValue> SeriesTable::values(RowKey const& key) const
{
    std::map<std::string, std::vector<double>> by_month;
    for (std::string_view const line : lines_.of(key.measure))
    {
        if (!lines_.is_of(line, key.by, key.group)) continue;
        double const value = lines_.number(line, "value");
        if (std::isfinite(value))
            by_month[std::string(lines_.cell(line, "month"))].push_back(value);
    }
    std::vector<MonthValue> values;
    values.reserve(by_month.size());
    for (auto const& [month, numbers] : by_month)
    {
        double sum = 0.0;
        for (double const number : numbers) sum += number;
        auto const [lowest, highest] = std::ranges::minmax(numbers);
        values.push_back({month, sum / static_cast<double>(numbers.size()), lowest, highest,
                          static_cast<int>(numbers.size())});
    }
    return values;
}

std::vector<RowKey> SeriesTable::groups(std::string const& measure) const
{
    std::vector<RowKey> keys;
    for (std::string_view const line : lines_.of(measure))
    {
        auto const is_this = [&](RowKey const& key)
        { return lines_.is_of(line, key.by, key.group); };
        if (!keys.empty() && is_this(keys.front())) break;  // the next month begins
        keys.push_back({measure, std::string(lines_.cell(line, "by")),
                        std::string(lines_.cell(line, "group"))});
    }
    return keys;
}

std::string SeriesTable::unit(std::string const& measure) const
{
    auto const& lines = lines_.of(measure);
    return lines.empty() ? std::string() : std::string(lines_.cell(lines.front(), "unit"));
}
}  // namespace kochmon
