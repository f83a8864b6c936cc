// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace kochmon
{
/// A checked CSV table. Rows are full; numbers are finite.
class Table
{
  public:
    struct Column
    {
        std::string name;
        std::vector<std::string> texts;
        std::vector<double> numbers;  // empty for a column of words
    };

    explicit Table(std::vector<Column> columns, std::string file = {}, std::vector<int> lines = {})
        : columns_(std::move(columns)), file_(std::move(file)), lines_(std::move(lines))
    {
    }
    std::size_t rows() const { return columns_.empty() ? 0 : columns_.front().texts.size(); }
    /// The column of that name; it exists, since loading has checked it.
    std::vector<std::string> const& words(std::string const& column) const;
    std::vector<double> const& numbers(std::string const& column) const;
    /// The rows that hold this word in a column of words.
    Table where(std::string const& column, std::string const& word) const;
    /// Where a row stands, `file:line:column`; beyond the last row, where the table begins.
    std::string place(std::size_t row) const;

  private:
    Column const& column(std::string const& name) const;
    std::vector<Column> columns_;
    std::string file_;
    std::vector<int> lines_;  // by row
};
}  // namespace kochmon
