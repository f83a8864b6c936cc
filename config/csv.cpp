// SPDX-License-Identifier: MIT
#include "config/csv.hpp"

#include <algorithm>
#include <map>
#include <string_view>

#include <fmt/format.h>

#include "config/csv_layout.hpp"
#include "config/plain_text.hpp"

namespace kochmon
{
namespace
{
constexpr std::size_t longest_line = 64 * 1024;  // bytes; keeps the cells of a line few

/// Rows that have one fault in common.
struct Alike
{
    FilePlace first;
    std::size_t count = 0;
    bool has_numbers_side_by_side = false;  // as an unquoted 1,45 leaves them
};

/// Takes a file line by line: a header, then rows.
class CsvReader
{
  public:
    CsvReader(std::string const& path, Diagnostics& diagnostics)
        : path_(path), diagnostics_(diagnostics)
    {
    }
    /// False if the line is no header.
    bool read_header(std::string_view line, FilePlace place);
    void read_row(std::string_view line, FilePlace place);
    CsvText text();

  private:
    std::optional<std::vector<Cell>> cells(std::string_view line, FilePlace place);
    bool names_differ();
    void refuse(FilePlace place, Mistake const& mistake);
    void tell_of_width(std::size_t width, Alike const& rows);

    std::string const& path_;
    Diagnostics& diagnostics_;
    CsvText csv_;
    std::map<std::size_t, Alike> wrong_widths_;
};

void CsvReader::refuse(FilePlace place, Mistake const& mistake)
{
    diagnostics_.report_once(place, path_, mistake);
    csv_.is_whole = false;
}

std::optional<std::vector<Cell>> CsvReader::cells(std::string_view line, FilePlace place)
{
    LineReader reader(line, place);
    auto cells = reader.cells();
    if (!cells)
        refuse(reader.place(), {"a misplaced quote",
                                "quotes around a whole cell, in one line, and \"\" for a quote"});
    return cells;
}

bool CsvReader::names_differ()
{
    bool differ = true;
    std::vector<Cell> const& header = csv_.header;
    for (auto cell = header.begin(); cell != header.end(); ++cell)
    {
        auto const same = [&](Cell const& other) { return other.text == cell->text; };
        bool const is_second = std::find_if(header.begin(), cell, same) != cell;
        if (cell->text.empty())
            refuse(cell->place, {"a column without a name", "a name for each column",
                                 "leave the comma out or name the column"});
        else if (is_second)
            refuse(cell->place,
                   {"column " + shown(cell->text) + " a second time", "each name once"});
        differ = differ && !is_second;
    }
    return differ;
}

bool CsvReader::read_header(std::string_view line, FilePlace place)
{
    auto read = cells(line, place);
    if (!read) return false;
    csv_.header = *std::move(read);
    if (csv_.header.size() <= most_columns) return names_differ();
    refuse(place, {fmt::format("{} columns", csv_.header.size()),
                   fmt::format("at most {}", most_columns)});
    return false;
}

bool is_blank(std::string_view line)
{
    return line.find_first_not_of(" \t,") == std::string_view::npos;
}

bool is_number(Cell const& cell)
{
    return !cell.text.empty() && cell.text.find_first_not_of("-0123456789") == std::string::npos;
}

bool has_numbers_side_by_side(std::vector<Cell> const& cells)
{
    return std::ranges::adjacent_find(cells, [](Cell const& one, Cell const& next)
                                      { return is_number(one) && is_number(next); }) != cells.end();
}

void CsvReader::read_row(std::string_view line, FilePlace place)
{
    if (is_blank(line))
        return refuse(place, {line.empty() ? "an empty line" : "a line without content",
                              "a row of cells", "leave the line out"});
    auto read = cells(line, place);
    if (!read) return;
    if (read->size() == csv_.header.size())
    {
        csv_.rows.push_back(*std::move(read));
        return;
    }
    Alike& alike = wrong_widths_.try_emplace(read->size(), Alike{place}).first->second;
    ++alike.count;
    alike.has_numbers_side_by_side =
        alike.has_numbers_side_by_side || has_numbers_side_by_side(*read);
}

void CsvReader::tell_of_width(std::size_t width, Alike const& rows)
{
    bool const is_wide = width > csv_.header.size();
    std::string hint = is_wide ? "put cells with a comma in quotes" : "write every cell of the row";
    if (is_wide && rows.has_numbers_side_by_side)
        hint = "write decimal points, not decimal commas, and put texts with a comma in quotes";
    if (width == 1) hint = "leave notes and totals out of the table";
    std::string const others =
        rows.count > 1 ? fmt::format(" ({} rows like it)", rows.count) : std::string{};
    refuse(rows.first, {fmt::format("a row of {} cell{}{}", width, width == 1 ? "" : "s", others),
                        fmt::format("{} cells, as the header has", csv_.header.size()), hint});
}

CsvText CsvReader::text()
{
    for (auto const& [width, rows] : wrong_widths_) tell_of_width(width, rows);
    return std::move(csv_);
}

/// Reports what a whole file has wrong; false if no row can be read from it.
class FileReader
{
  public:
    FileReader(TextFile const& file, std::string const& path, Diagnostics& diagnostics);
    bool is_text() const;
    bool is_parted_by_commas(CsvLayout const& layout) const;
    std::optional<CsvText> rows_below(std::size_t header) const;
    std::vector<std::string_view> const& lines() const { return lines_; }
    void refuse(FilePlace place, Mistake const& mistake) const;

  private:
    std::string const& path_;
    Diagnostics& diagnostics_;
    int file_;
    std::string_view text_;
    std::vector<std::string_view> lines_;
};

FileReader::FileReader(TextFile const& file, std::string const& path, Diagnostics& diagnostics)
    : path_(path), diagnostics_(diagnostics), file_(file.number), text_(file.text)
{
    if (text_.starts_with(byte_order_mark)) text_.remove_prefix(byte_order_mark.size());
    lines_ = lines_of(text_);
}

void FileReader::refuse(FilePlace place, Mistake const& mistake) const
{
    place.file = file_;
    diagnostics_.report_once(place, path_, mistake);
}

bool FileReader::is_text() const
{
    if (auto unreadable = find_unreadable(text_))
    {
        Mistake& mistake = unreadable->mistake;
        if (mistake.hint.empty()) mistake.hint = "save the table as CSV in UTF-8";
        refuse({file_, unreadable->line, unreadable->column}, mistake);
        return false;
    }
    auto const longer = std::ranges::find_if(
        lines_, [](std::string_view line) { return line.size() > longest_line; });
    if (longer != lines_.end())
    {
        refuse({file_, static_cast<int>(longer - lines_.begin()) + 1, 1},
               {fmt::format("a line of {} bytes", longer->size()),
                fmt::format("at most {} bytes", longest_line), "end each row with a line feed"});
        return false;
    }
    if (lines_.size() <= most_rows) return true;
    refuse({file_, static_cast<int>(most_rows) + 1, 1},
           {fmt::format("{} lines", lines_.size()), fmt::format("at most {}", most_rows)});
    return false;
}

bool FileReader::is_parted_by_commas(CsvLayout const& layout) const
{
    if (layout.header > 0) refuse({file_, 1, 1}, mistake_of_title(layout, lines_.front()));
    if (layout.separator == ',') return true;
    int const line = static_cast<int>(layout.header) + 1;
    refuse({file_, line, column_of_separator(layout, lines_[layout.header])},
           mistake_of_separator(layout));
    return false;
}

std::optional<CsvText> FileReader::rows_below(std::size_t header) const
{
    CsvReader reader(path_, diagnostics_);
    FilePlace place{file_, static_cast<int>(header) + 1, 1};
    if (lines_.empty() || !reader.read_header(lines_[header], place)) return std::nullopt;
    for (std::size_t line = header + 1; line < lines_.size(); ++line)
    {
        ++place.line;
        reader.read_row(lines_[line], place);
    }
    return reader.text();
}
}  // namespace

std::optional<std::size_t> CsvText::column(std::string const& name) const
{
    for (std::size_t at = 0; at < header.size(); ++at)
        if (header[at].text == name) return at;
    return std::nullopt;
}

std::vector<std::string> CsvText::names() const
{
    std::vector<std::string> names;
    for (Cell const& cell : header) names.push_back(cell.text);
    return names;
}

std::optional<CsvText> parse_csv(TextFile const& file, std::string const& path,
                                 std::vector<std::string> const& names, Diagnostics& diagnostics)
{
    FileReader const reader(file, path, diagnostics);
    if (!reader.is_text()) return std::nullopt;
    CsvLayout const layout = layout_of(reader.lines(), names);
    if (!reader.is_parted_by_commas(layout)) return std::nullopt;
    auto csv = reader.rows_below(layout.header);
    bool const is_told = csv && !csv->is_whole;
    if (csv && !csv->rows.empty())
    {
        csv->is_whole = csv->is_whole && layout.header == 0;
        return csv;
    }
    if (!is_told && (csv || reader.lines().empty()))
        reader.refuse({file.number, 1, 1}, {"a table without rows", "a header and rows"});
    return std::nullopt;
}
}  // namespace kochmon
