// SPDX-License-Identifier: MIT
#include "config/table.hpp"

#include <algorithm>

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

Table::Column const& Table::column(std::string const& name) const
{
    auto const found = std::find_if(columns_.begin(), columns_.end(),
                                    [&](Column const& column) { return column.name == name; });
    EXPECT(found != columns_.end());
    return *found;
}
}  // namespace kochmon
