// SPDX-License-Identifier: MIT
#include "config/table.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

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
    std::vector<int> lines;
    for (std::size_t row = 0; row < lines_.size(); ++row)
        if (key[row] == word) lines.push_back(lines_[row]);
    return Table(std::move(chosen), file_, std::move(lines));
}

std::string Table::place(std::size_t row) const
{
    return fmt::format("{}:{}:1", file_, row < lines_.size() ? lines_[row] : 1);
}

Table::Column const& Table::column(std::string const& name) const
{
    auto const found = std::find_if(columns_.begin(), columns_.end(),
                                    [&](Column const& column) { return column.name == name; });
    EXPECT(found != columns_.end());
    return *found;
}
}  // namespace kochmon
