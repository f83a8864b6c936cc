// SPDX-License-Identifier: MIT
#pragma once

#include <set>
#include <string>
#include <vector>

#include "config/csv.hpp"
#include "config/table_cover.hpp"
#include "config/table_key.hpp"

namespace kochmon
{
/// Checks what the rows of a table say beside each other: words that belong together, spans that
/// run upwards, nothing twice, nothing left out.
class RowsReader
{
  public:
    RowsReader(TableDeclared const& declared, std::string const& path, CsvText const& csv,
               Diagnostics& diagnostics);
    /// `is_keyed`: by row, whether the cells that tell it apart could be read.
    void check(Table const& table, std::vector<bool> const& is_keyed);

  private:
    void check_row(Table const& table, std::size_t row);
    bool belongs_together(Table const& table, std::size_t row);
    bool runs_upwards(Table const& table, std::size_t row);
    void tell_twice(KeyWords const& words, KeySpans const& spans, std::size_t first,
                    std::size_t row);
    KeyWords words_of(Table const& table, std::size_t row) const;
    KeySpans spans_of(Table const& table, std::size_t row) const;
    void pardon(Table const& table, std::size_t row);
    void tell_gaps();
    Cell const& cell(std::size_t row, std::string const& column) const;
    void report(Cell const& cell, Mistake const& mistake);

    TableDeclared const& declared_;
    std::string const& path_;
    CsvText const& csv_;
    Diagnostics& diagnostics_;
    KeyedRows rows_;
    std::vector<KeySpans> spans_;  // by row
    std::set<std::size_t> pardoned_ = {};
    bool all_are_pardoned_ = false;
};
}  // namespace kochmon
