// SPDX-License-Identifier: MIT
#include "config/table_rows.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "engine/contract.hpp"

namespace kochmon
{
namespace
{
std::size_t number_of(std::string const& word, std::vector<std::string> const& words)
{
    return static_cast<std::size_t>(std::ranges::find(words, word) - words.begin());
}

Span common(Span a, Span b)
{
    return {std::max(a.first, b.first), std::min(a.last, b.last)};
}

/// `country, year and region`.
std::string parts_of(KeyDeclared const& key)
{
    std::vector<std::string> names = key.columns;
    for (AxisDeclared const& axis : key.axes) names.push_back(axis.name);
    return listed(names, "and");
}
}  // namespace

RowsReader::RowsReader(TableDeclared const& declared, std::string const& path, CsvText const& csv,
                       Diagnostics& diagnostics)
    : declared_(declared),
      path_(path),
      csv_(csv),
      diagnostics_(diagnostics),
      rows_(declared),
      spans_(csv.rows.size()),
      all_are_pardoned_(!csv.is_whole)
{
}

Cell const& RowsReader::cell(std::size_t row, std::string const& column) const
{
    auto const at = csv_.column(column);
    EXPECT(at.has_value());
    return csv_.rows[row][*at];
}

void RowsReader::report(Cell const& cell, Mistake const& mistake)
{
    diagnostics_.report(cell.place, path_, mistake);
}

void RowsReader::check(Table const& table, std::vector<bool> const& is_keyed)
{
    for (std::size_t row = 0; row < csv_.rows.size(); ++row)
    {
        if (is_keyed[row] && belongs_together(table, row) && runs_upwards(table, row))
            check_row(table, row);
        else
            pardon(table, row);
    }
    if (!all_are_pardoned_) tell_gaps();
}

bool RowsReader::belongs_together(Table const& table, std::size_t row)
{
    for (ColumnDeclared const& column : declared_.columns)
    {
        if (column.belongs.owners.empty()) continue;
        std::string const& word = table.words(column.name)[row];
        std::string const& beside = table.words(column.belongs.column)[row];
        std::string const& owner = column.belongs.owners[number_of(word, column.words)];
        if (owner == beside) continue;
        std::vector<std::string> own;
        for (std::size_t at = 0; at < column.words.size(); ++at)
            if (column.belongs.owners[at] == beside) own.push_back(column.words[at]);
        report(
            cell(row, column.name),
            {fmt::format("{} is no {} of {}", shown(word), column.name, beside), listed(own, "or"),
             fmt::format("write {} as {} if it is meant", owner, column.belongs.column)});
        return false;
    }
    return true;
}

bool RowsReader::runs_upwards(Table const& table, std::size_t row)
{
    bool does = true;
    KeySpans const spans = spans_of(table, row);
    for (std::size_t axis = 0; axis < declared_.key.axes.size(); ++axis)
    {
        AxisDeclared const& declared = declared_.key.axes[axis];
        if (spans[axis].first <= spans[axis].last) continue;
        does = false;
        report(cell(row, declared.to),
               {fmt::format("{}s {} to {}", declared.name, spans[axis].first, spans[axis].last),
                fmt::format("the lower in {}, the higher in {}", declared.from, declared.to)});
    }
    return does;
}

KeyWords RowsReader::words_of(Table const& table, std::size_t row) const
{
    KeyWords words;
    for (std::size_t at = 0; at < declared_.key.columns.size(); ++at)
        words.push_back(
            number_of(table.words(declared_.key.columns[at])[row], rows_.column(at).words));
    return words;
}

KeySpans RowsReader::spans_of(Table const& table, std::size_t row) const
{
    KeySpans spans{};
    for (std::size_t axis = 0; axis < declared_.key.axes.size(); ++axis)
    {
        AxisDeclared const& declared = declared_.key.axes[axis];
        spans[axis] = {static_cast<int>(table.numbers(declared.from)[row]),
                       static_cast<int>(table.numbers(declared.to)[row])};
    }
    return spans;
}

void RowsReader::check_row(Table const& table, std::size_t row)
{
    KeyWords const words = words_of(table, row);
    KeySpans const spans = spans_of(table, row);
    spans_[row] = spans;
    if (auto const first = rows_.add(words, spans, row)) tell_twice(words, spans, *first, row);
}

void RowsReader::tell_twice(KeyWords const& words, KeySpans const& spans, std::size_t first,
                            std::size_t row)
{
    KeySpans const both{common(spans[0], spans_[first][0]), common(spans[1], spans_[first][1])};
    int const line = csv_.rows[row].front().place.line;
    report(csv_.rows[row].front(), {fmt::format("{} a second time (lines {} and {})",
                                                rows_.label(words, both, declared_.key.axes.size()),
                                                csv_.rows[first].front().place.line, line),
                                    fmt::format("one row for each {}", parts_of(declared_.key)),
                                    "leave one of the two lines out"});
}

/// A row that could not be read may be the one that seems to be left out.
void RowsReader::pardon(Table const& table, std::size_t row)
{
    if (declared_.key.columns.empty())
    {
        all_are_pardoned_ = true;
        return;
    }
    std::vector<std::string> const& words = rows_.column(0).words;
    std::size_t const word = number_of(table.words(declared_.key.columns.front())[row], words);
    if (word == words.size())
        all_are_pardoned_ = true;
    else
        pardoned_.insert(word);
}

void RowsReader::tell_gaps()
{
    for (KeyGap const& gap : CoverReader(declared_, rows_, pardoned_).gaps())
        report(csv_.rows[gap.row].front(), gap.mistake);
}
}  // namespace kochmon
