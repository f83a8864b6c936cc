// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace kochmon
{
/// The lines of a table of ours with columns `measure,by,group`, found by measure, so that hundreds
/// of megabytes are gone through once.
class MeasuredLines
{
  public:
    explicit MeasuredLines(std::string text);

    std::vector<std::string> const& columns() const { return columns_; }
    bool has(std::string const& measure) const { return lines_.contains(measure); }
    /// In their order; none of a measure that the table does not hold.
    std::vector<std::string_view> const& of(std::string const& measure) const;
    /// Whether a line is of that breakdown and group.
    bool is_of(std::string_view line, std::string_view by, std::string_view group) const;
    /// The cell of a column; the names that we give have neither commas nor quotes.
    std::string_view cell(std::string_view line, std::string const& column) const;
    /// NaN where the column is missing, the cell empty or no number.
    double number(std::string_view line, std::string const& column) const;

  private:
    std::size_t at(std::string const& column) const;

    std::string text_;
    std::vector<std::string> columns_;
    std::size_t column_of_measure_ = 0;
    std::map<std::string, std::vector<std::string_view>, std::less<>> lines_;
};
}  // namespace kochmon
