// SPDX-License-Identifier: MIT
#include "analysis/text/csv_lines.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "engine/error.hpp"

#include "analysis/text/csv_text.hpp"

namespace kochmon
{
CsvLines::CsvLines(std::filesystem::path file, std::vector<std::string> columns)
    : file_(std::move(file)), columns_(std::move(columns)), in_(file_, std::ios::binary)
{
    if (!in_ || !read_line())
        throw FileError(
            fmt::format("{}: cannot be read, or is empty; expected a table of kochmon with the "
                        "columns {}",
                        file_.string(), fmt::join(columns_, ", ")));
    width_ = cells_.size();
    for (std::string const& column : columns_)
    {
        auto const found = std::ranges::find(cells_, column);
        if (found == cells_.end())
            throw FileError(fmt::format(
                "{}: has no column '{}'; expected a table as this program writes it, so run the "
                "scenario again",
                file_.string(), column));
        at_.push_back(static_cast<std::size_t>(found - cells_.begin()));
    }
}

bool CsvLines::read_line()
{
    std::string line;
    if (!std::getline(in_, line)) return false;
    ++line_;
    cells_ = csv_cells(line);
    return true;
}

bool CsvLines::next()
{
    if (!read_line())
    {
        if (in_.bad())
            throw FileError(fmt::format("{}: cannot be read to its end", file_.string()));
        return false;
    }
    if (cells_.size() != width_)
        throw FileError(fmt::format("{}:{}: has {} cells; expected {}", file_.string(), line_,
                                    cells_.size(), width_));
    return true;
}

void CsvLines::refuse(std::size_t column, std::string const& expected) const
{
    throw FileError(fmt::format("{}:{}: {} '{}': expected {}", file_.string(), line_,
                                columns_[column], cell(column).substr(0, 40), expected));
}
}  // namespace kochmon
