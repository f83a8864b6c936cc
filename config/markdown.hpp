// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace kochmon
{
/// A table of a Markdown page, made row by row.
class MarkdownTable
{
  public:
    explicit MarkdownTable(std::vector<std::string> const& columns);
    /// One cell a column, in their order. A bar, which would end a cell, is escaped, and so is
    /// what a page would take for a tag or a link; control characters are written out.
    void add(std::vector<std::string> const& cells);
    std::string const& text() const { return text_; }

  private:
    std::size_t columns_;
    std::string text_;
};

/// A name as Markdown sets what stands in a file: in backquotes.
std::string quoted_name(std::string const& name);
}  // namespace kochmon
