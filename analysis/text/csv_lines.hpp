// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

namespace kochmon
{
/// A table of ours on the disk, of any size, read row by row.
class CsvLines
{
  public:
    /// `columns`: those that are read. Throws FileError where the file cannot be read or has not
    /// all of them.
    CsvLines(std::filesystem::path file, std::vector<std::string> columns);

    /// The next row; false: there is none. Throws FileError where it is not as long as the others.
    bool next();
    /// Of the row, by the number of the column in the order in which they were asked for.
    std::string const& cell(std::size_t column) const { return cells_[at_[column]]; }
    /// Throws FileError: the place, the column, what stands there, and what was expected.
    [[noreturn]] void refuse(std::size_t column, std::string const& expected) const;

  private:
    bool read_line();

    std::filesystem::path file_;
    std::vector<std::string> columns_;
    std::ifstream in_;
    std::vector<std::size_t> at_;
    std::size_t line_ = 0;
    std::size_t width_ = 0;
    std::vector<std::string> cells_;
};
}  // namespace kochmon
