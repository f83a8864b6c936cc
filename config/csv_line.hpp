// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "config/diagnostics.hpp"

namespace kochmon
{
struct Cell
{
    std::string text;
    FilePlace place;
};

/// Cuts one line of CSV into cells.
class LineReader
{
  public:
    LineReader(std::string_view line, FilePlace place) : rest_(line), place_(place) {}
    /// Nothing if a quote is misplaced; `place` is then where.
    std::optional<std::vector<Cell>> cells();
    FilePlace place() const { return place_; }

  private:
    std::optional<std::string> cell();
    std::optional<std::string> quoted_cell();
    void take(std::size_t bytes);

    std::string_view rest_;
    FilePlace place_;
};

/// The lines of a file, whether they end with a line feed or with a carriage return before it.
std::vector<std::string_view> lines_of(std::string_view text);
/// A line cut at a mark outside quotes, without the quotes: for a look at files that are no CSV.
std::vector<std::string> pieces_of(std::string_view line, char mark);
}  // namespace kochmon
