// SPDX-License-Identifier: MIT
#pragma once

#include <string>
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

    explicit Table(std::vector<Column> columns) : columns_(std::move(columns)) {}
    std::size_t rows() const { return columns_.empty() ? 0 : columns_.front().texts.size(); }
    /// The column of that name; it exists, since loading has checked it.
    std::vector<std::string> const& words(std::string const& column) const;
    std::vector<double> const& numbers(std::string const& column) const;
    /// The rows that hold this word in a column of words.
    Table where(std::string const& column, std::string const& word) const;

  private:
    Column const& column(std::string const& name) const;
    std::vector<Column> columns_;
};
}  // namespace kochmon
