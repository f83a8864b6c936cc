// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace kochmon
{
/// A table of ours, read back by the names of its columns.
class CsvTable
{
  public:
    /// `part`: rows without it are passed over, before their cells are looked at.
    explicit CsvTable(std::string_view text, std::string_view part = {});

    std::size_t size() const { return rows_.size(); }
    /// In the order of the table.
    std::vector<std::string> const& columns() const { return columns_; }
    bool has(std::string const& column) const { return at_.contains(column); }
    /// The column is one of the table's.
    std::string const& cell(std::size_t row, std::string const& column) const;
    /// NaN where the cell is empty or no number.
    double number(std::size_t row, std::string const& column) const;

  private:
    std::vector<std::string> columns_;
    std::map<std::string, std::size_t> at_;
    std::vector<std::vector<std::string>> rows_;
};
}  // namespace kochmon
