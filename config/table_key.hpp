// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "config/table_declared.hpp"

namespace kochmon
{
/// Whole numbers, both ends included.
struct Span
{
    int first = 0;
    int last = 0;
    bool operator==(Span const&) const = default;
};

using KeyWords = std::vector<std::size_t>;  // by column of the key, the number of its word
using KeySpans = std::array<Span, 2>;       // by axis; the second is 0 alone if there is one

/// Which row holds at each step of the axes, for one combination of words.
class KeyGrid
{
  public:
    explicit KeyGrid(KeySpans const& reach);
    /// The row that holds already at one of these steps; nothing if `row` is the first.
    std::optional<std::size_t> claim(KeySpans const& spans, std::size_t row);
    std::optional<std::size_t> row_at(int outer, int inner) const;
    /// A row that holds at this step of the first axis.
    std::optional<std::size_t> row_at(int outer) const;

  private:
    std::size_t cell(int outer, int inner) const;
    KeySpans reach_;
    std::vector<std::size_t> rows_;  // from 1; 0: none
};

/// The rows of a table by what tells them apart.
class KeyedRows
{
  public:
    explicit KeyedRows(TableDeclared const& declared);
    /// The row that says the same already; nothing if it is new.
    std::optional<std::size_t> add(KeyWords const& words, KeySpans const& spans, std::size_t row);
    std::map<KeyWords, KeyGrid> const& groups() const { return groups_; }
    /// How far the axes reach.
    KeySpans const& reach() const { return reach_; }
    /// The words of a column of the key.
    ColumnDeclared const& column(std::size_t at) const { return *columns_[at]; }
    /// `kyrgyzstan, female, year 2005, ages 20 to 24`, with so many of the axes.
    std::string label(KeyWords const& words, KeySpans const& spans, std::size_t axes) const;

  private:
    TableDeclared const& declared_;
    std::vector<ColumnDeclared const*> columns_;
    KeySpans reach_;
    std::map<KeyWords, KeyGrid> groups_;
};

/// The column of that name; the declaration has it.
ColumnDeclared const& column_of(TableDeclared const& declared, std::string const& name);
}  // namespace kochmon
