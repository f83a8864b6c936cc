// SPDX-License-Identifier: MIT
#include "analysis/replay/table_difference.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>
#include <string_view>
#include <tuple>

#include "analysis/csv_text.hpp"

namespace kochmon
{
namespace
{
/// Columns that say of what a row speaks; the others say what it tells of that.
constexpr std::array<std::string_view, 19> telling = {
    "scenario",   "policy",       "effect",       "replicate", "person", "spell", "month",
    "measure",    "by",           "group",        "unit",      "of",     "point", "under_base",
    "base_place", "under_policy", "policy_place", "event",     "name"};

bool is_telling(std::string_view column)
{
    return std::ranges::find(telling, column) != telling.end();
}

/// A line that is in one of two texts alone.
struct Line
{
    std::size_t number = 0;
    std::string_view text;
};

std::vector<Line> lines_of(std::string_view text)
{
    std::vector<Line> lines;
    while (!text.empty())
    {
        std::size_t const end = std::min(text.find('\n'), text.size());
        lines.push_back({lines.size(), text.substr(0, end)});
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

/// Those of `some` that `others` lacks, a line as often as it is more frequent.
std::vector<Line> lacking(std::vector<Line> const& some, std::vector<Line> const& others)
{
    std::vector<Line> result;
    std::ranges::set_difference(some, others, std::back_inserter(result), {}, &Line::text,
                                &Line::text);
    return result;
}

struct Row
{
    std::optional<Month> month = {};
    std::optional<std::uint32_t> replicate = {};
    std::size_t number = 0;
    std::vector<std::pair<std::string, std::string>> telling = {};
    std::vector<std::pair<std::string, std::string>> told = {};

    // What is of no month or replicate comes last.
    auto when() const
    {
        return std::tuple(!month, month.value_or(Month()), !replicate, replicate.value_or(0),
                          number);
    }
    bool speaks_of_the_same(Row const& other) const
    {
        return month == other.month && telling == other.telling;
    }
};

std::optional<std::uint32_t> number_in(std::string const& cell)
{
    std::uint32_t number = 0;
    char const* const end = cell.data() + cell.size();
    auto const [rest, error] = std::from_chars(cell.data(), end, number);
    return error == std::errc() && rest == end ? std::optional(number) : std::nullopt;
}

Row row_of(Line const& line, std::vector<std::string> const& columns)
{
    Row row{.number = line.number};
    std::vector<std::string> const cells = csv_cells(line.text);
    for (std::size_t k = 0; k < std::max(cells.size(), columns.size()); ++k)
    {
        std::string const column = k < columns.size() ? columns[k] : std::string();
        std::string const cell = k < cells.size() ? cells[k] : std::string();
        if (column == "month" || column == "from") row.month = Month::parse(cell);
        if (column == "replicate") row.replicate = number_in(cell);
        (is_telling(column) ? row.telling : row.told).emplace_back(column, cell);
    }
    return row;
}

std::vector<Row> rows_of(std::vector<Line> const& lines, std::vector<std::string> const& columns)
{
    std::vector<Row> rows;
    rows.reserve(lines.size());
    for (Line const& line : lines) rows.push_back(row_of(line, columns));
    std::ranges::sort(rows, {}, &Row::when);
    return rows;
}

TableDifference about(std::string const& file, Row const& row)
{
    TableDifference difference{
        .file = file, .month = row.month, .replicate = row.replicate, .row = {}, .column = {}};
    for (auto const& [column, cell] : row.telling)
        if (column != "month" && column != "replicate") difference.row.emplace_back(column, cell);
    return difference;
}

std::string whole(Row const& row)
{
    std::vector<std::string> cells;
    for (auto const& [column, cell] : row.told) cells.push_back(cell);
    std::string text = csv_row(cells);
    text.pop_back();
    return text;
}

/// `then` is empty, or `now` is, where one text alone speaks of it.
TableDifference between(std::string const& file, Row const* then, Row const* now)
{
    TableDifference difference = about(file, then != nullptr ? *then : *now);
    if (then != nullptr) difference.then = whole(*then);
    if (now != nullptr) difference.now = whole(*now);
    if (then == nullptr || now == nullptr) return difference;
    for (std::size_t k = 0; k < std::min(then->told.size(), now->told.size()); ++k)
    {
        if (then->told[k] == now->told[k]) continue;
        difference.column = then->told[k].first;
        difference.then = then->told[k].second;
        difference.now = now->told[k].second;
        return difference;
    }
    return difference;
}

Row const* same_in(std::vector<Row> const& rows, Row const& row)
{
    auto const found =
        std::ranges::find_if(rows, [&](Row const& other) { return other.speaks_of_the_same(row); });
    return found == rows.end() ? nullptr : &*found;
}

std::vector<std::string> columns_of(std::vector<Line> const& lines)
{
    return lines.empty() ? std::vector<std::string>() : csv_cells(lines.front().text);
}
}  // namespace

std::optional<TableDifference> first_difference(std::string const& file, std::string const& then,
                                                std::string const& now)
{
    if (then == now) return std::nullopt;
    std::vector<Line> lines_then = lines_of(then);
    std::vector<Line> lines_now = lines_of(now);
    std::vector<std::string> const columns = columns_of(lines_now);
    std::ranges::sort(lines_then, {}, &Line::text);
    std::ranges::sort(lines_now, {}, &Line::text);
    std::vector<Row> const gone = rows_of(lacking(lines_then, lines_now), columns);
    std::vector<Row> const come = rows_of(lacking(lines_now, lines_then), columns);
    if (gone.empty() && come.empty()) return TableDifference{.file = file};
    if (come.empty() || (!gone.empty() && gone.front().when() <= come.front().when()))
        return between(file, &gone.front(), same_in(come, gone.front()));
    return between(file, same_in(gone, come.front()), &come.front());
}

bool comes_before(TableDifference const& one, TableDifference const& other)
{
    auto const when = [](TableDifference const& difference)
    {
        return std::tuple(!difference.month, difference.month.value_or(Month()),
                          difference.replicate.value_or(0));
    };
    return when(one) < when(other);
}
}  // namespace kochmon
