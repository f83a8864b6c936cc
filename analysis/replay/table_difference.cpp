// SPDX-License-Identifier: MIT
#include "analysis/replay/table_difference.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>
#include <string_view>
#include <tuple>

#include "analysis/text/csv_text.hpp"

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

/// What a row is of, beside what it tells.
struct Moment
{
    std::optional<Month> month = {};
    std::optional<std::uint32_t> replicate = {};

    // What is of no month or replicate comes last.
    auto order() const
    {
        return std::tuple(!month, month.value_or(Month()), !replicate, replicate.value_or(0));
    }
};

struct Row
{
    Moment moment = {};
    std::vector<std::pair<std::string, std::string>> telling = {};
    std::vector<std::pair<std::string, std::string>> told = {};
};

/// The next cell of a line as it stands there, quotes and all; takes it and its comma away.
std::string_view next_cell(std::string_view& line)
{
    bool quoted = false;
    std::size_t end = 0;
    for (; end < line.size() && (quoted || line[end] != ','); ++end)
        if (line[end] == '"') quoted = !quoted;
    std::string_view const cell = line.substr(0, end);
    line.remove_prefix(std::min(end + 1, line.size()));
    return cell;
}

/// Empty where the line has fewer cells.
std::string_view cell_of(std::string_view line, std::optional<std::size_t> column)
{
    if (!column) return {};
    for (std::size_t k = 0; k < *column; ++k) next_cell(line);
    return next_cell(line);
}

std::optional<std::uint32_t> number_in(std::string_view cell)
{
    std::uint32_t number = 0;
    char const* const end = cell.data() + cell.size();
    auto const [rest, error] = std::from_chars(cell.data(), end, number);
    return error == std::errc() && rest == end ? std::optional(number) : std::nullopt;
}

/// Reads the lines of one table. With results of another program nearly all lines of a table
/// differ, hundreds of thousands of them, so rows are made only of those that are told.
class Reader
{
  public:
    explicit Reader(std::vector<std::string> columns) : columns_(std::move(columns))
    {
        for (std::size_t k = 0; k < columns_.size(); ++k)
        {
            if (columns_[k] == "month" || columns_[k] == "from") month_ = k;
            if (columns_[k] == "replicate") replicate_ = k;
        }
    }

    Moment moment_of(Line const& line) const
    {
        return {.month = Month::parse(cell_of(line.text, month_)),
                .replicate = number_in(cell_of(line.text, replicate_))};
    }

    Row row_of(Line const& line) const
    {
        Row row{.moment = moment_of(line)};
        std::vector<std::string> const cells = csv_cells(line.text);
        for (std::size_t k = 0; k < std::max(cells.size(), columns_.size()); ++k)
        {
            std::string const column = k < columns_.size() ? columns_[k] : std::string();
            std::string const cell = k < cells.size() ? cells[k] : std::string();
            (is_telling(column) ? row.telling : row.told).emplace_back(column, cell);
        }
        return row;
    }

    auto order(Line const& line) const { return std::tuple(moment_of(line).order(), line.number); }

    /// Null if there is no line.
    Line const* first_of(std::vector<Line> const& lines) const
    {
        Line const* first = nullptr;
        for (Line const& line : lines)
            if (first == nullptr || order(line) < order(*first)) first = &line;
        return first;
    }

    /// The first row that speaks of the same; what it then tells of it is another thing.
    std::optional<Row> same_in(std::vector<Line> const& lines, Row const& row) const
    {
        Line const* first = nullptr;
        for (Line const& line : lines)
            if (moment_of(line).order() == row.moment.order() &&
                (first == nullptr || line.number < first->number) &&
                row_of(line).telling == row.telling)
                first = &line;
        return first == nullptr ? std::nullopt : std::optional(row_of(*first));
    }

  private:
    std::vector<std::string> columns_;
    std::optional<std::size_t> month_;
    std::optional<std::size_t> replicate_;
};

TableDifference about(std::string const& file, Row const& row)
{
    TableDifference difference{
        .file = file, .month = row.moment.month, .replicate = row.moment.replicate};
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
TableDifference between(std::string const& file, std::optional<Row> const& then,
                        std::optional<Row> const& now)
{
    TableDifference difference = about(file, then ? *then : *now);
    if (then) difference.then = whole(*then);
    if (now) difference.now = whole(*now);
    if (!then || !now) return difference;
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

/// Else a scenario, whose lines have no columns.
bool is_table(std::string const& file)
{
    return file.ends_with(".csv");
}

std::vector<std::string> columns_in(std::string_view text)
{
    return text.empty() ? std::vector<std::string>()
                        : csv_cells(text.substr(0, std::min(text.find('\n'), text.size())));
}

/// The text of a table with these of its columns alone, in this order.
std::string with_columns(std::string const& text, std::vector<std::string> const& columns)
{
    std::vector<std::string> const own = columns_in(text);
    std::string result;
    result.reserve(text.size());
    for (Line const& line : lines_of(text))
    {
        for (std::string const& column : columns)
        {
            auto const place = std::ranges::find(own, column) - own.begin();
            if (&column != columns.data()) result += ',';
            result += cell_of(line.text, static_cast<std::size_t>(place));
        }
        result += '\n';
    }
    return result;
}

/// Of texts that have the same columns, or of which one has no line at all.
std::optional<TableDifference> first_of_same_columns(std::string const& file,
                                                     std::string const& then,
                                                     std::string const& now)
{
    if (then == now) return std::nullopt;
    Reader const reader(is_table(file) ? columns_in(now.empty() ? then : now)
                                       : std::vector<std::string>());
    std::vector<Line> lines_then = lines_of(then);
    std::vector<Line> lines_now = lines_of(now);
    std::ranges::sort(lines_then, {}, &Line::text);
    std::ranges::sort(lines_now, {}, &Line::text);
    std::vector<Line> const gone = lacking(lines_then, lines_now);
    std::vector<Line> const come = lacking(lines_now, lines_then);
    Line const* const first_gone = reader.first_of(gone);
    Line const* const first_come = reader.first_of(come);
    if (first_gone == nullptr && first_come == nullptr) return TableDifference{.file = file};
    if (first_come == nullptr ||
        (first_gone != nullptr && reader.order(*first_gone) <= reader.order(*first_come)))
    {
        Row const row = reader.row_of(*first_gone);
        return between(file, row, reader.same_in(come, row));
    }
    Row const row = reader.row_of(*first_come);
    return between(file, reader.same_in(gone, row), row);
}
}  // namespace

std::optional<ColumnsDifference> columns_difference(std::string const& file,
                                                    std::string const& then, std::string const& now)
{
    if (!is_table(file)) return std::nullopt;
    ColumnsDifference difference{file, columns_in(then), columns_in(now)};
    return difference.then == difference.now ? std::nullopt : std::optional(std::move(difference));
}

std::optional<TableDifference> first_difference(std::string const& file, std::string const& then,
                                                std::string const& now)
{
    std::vector<std::string> const before = columns_in(then);
    std::vector<std::string> shared = columns_in(now);
    if (!is_table(file) || before.empty() || shared.empty() || before == shared)
        return first_of_same_columns(file, then, now);
    std::erase_if(shared, [&](std::string const& column)
                  { return std::ranges::find(before, column) == before.end(); });
    if (shared.empty()) return std::nullopt;
    return first_of_same_columns(file, with_columns(then, shared), with_columns(now, shared));
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
