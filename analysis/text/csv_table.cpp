// SPDX-License-Identifier: MIT
#include "analysis/text/csv_table.hpp"

#include <algorithm>
#include <limits>

#include "engine/contract.hpp"

#include "config/plain_decimal.hpp"

#include "analysis/text/csv_text.hpp"

namespace kochmon
{
CsvTable::CsvTable(std::string_view text, std::string_view part)
{
    while (!text.empty())
    {
        std::size_t const end = std::min(text.find('\n'), text.size());
        std::string_view const row = text.substr(0, end);
        if (rows_.empty() || row.find(part) != std::string_view::npos)
            rows_.push_back(csv_cells(row));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    EXPECT(!rows_.empty());
    columns_ = rows_.front();
    for (std::size_t k = 0; k < columns_.size(); ++k) at_[columns_[k]] = k;
    rows_.erase(rows_.begin());
}

std::string const& CsvTable::cell(std::size_t row, std::string const& column) const
{
    auto const found = at_.find(column);
    EXPECT(found != at_.end() && found->second < rows_[row].size());
    return rows_[row][found->second];
}

double CsvTable::number(std::size_t row, std::string const& column) const
{
    return nearest_double(cell(row, column)).value_or(std::numeric_limits<double>::quiet_NaN());
}
}  // namespace kochmon
