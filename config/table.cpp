// SPDX-License-Identifier: MIT
#include "config/table.hpp"

#include <algorithm>
#include <utility>

#include "engine/contract.hpp"

namespace kochmon
{
std::vector<std::string> const& Table::words(std::string const& name) const
{
    return column(name).texts;
}

std::vector<double> const& Table::numbers(std::string const& name) const
{
    Column const& found = column(name);
    EXPECT(found.numbers.size() == found.texts.size());
    return found.numbers;
}

Table Table::where(std::string const& name, std::string const& word) const
{
    std::vector<std::string> const& key = words(name);
    std::vector<Column> chosen;
    for (Column const& column : columns_)
    {
        chosen.push_back({.name = column.name, .texts = {}, .numbers = {}});
        for (std::size_t row = 0; row < rows(); ++row)
        {
            if (key[row] != word) continue;
            chosen.back().texts.push_back(column.texts[row]);
            if (!column.numbers.empty()) chosen.back().numbers.push_back(column.numbers[row]);
        }
    }
    return Table(std::move(chosen));
}

Table::Column const& Table::column(std::string const& name) const
{
    auto const found = std::find_if(columns_.begin(), columns_.end(),
                                    [&](Column const& column) { return column.name == name; });
    EXPECT(found != columns_.end());
    return *found;
}
}  // namespace kochmon
