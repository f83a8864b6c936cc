// SPDX-License-Identifier: MIT
#include "config/csv.hpp"

#include <algorithm>
#include <string_view>

#include <fmt/format.h>

#include "config/plain_text.hpp"

namespace kochmon
{
namespace
{
/// Cuts one line into cells.
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

void LineReader::take(std::size_t bytes)
{
    for (char const letter : rest_.substr(0, bytes))
        if ((static_cast<unsigned char>(letter) & 0xC0U) != 0x80U) ++place_.column;
    rest_.remove_prefix(bytes);
}

std::optional<std::vector<Cell>> LineReader::cells()
{
    std::vector<Cell> cells;
    while (true)
    {
        FilePlace const begin = place_;
        auto text = cell();
        if (!text) return std::nullopt;
        cells.push_back({*std::move(text), begin});
        if (rest_.empty()) return cells;
        take(1);
    }
}

std::optional<std::string> LineReader::cell()
{
    if (rest_.starts_with('"')) return quoted_cell();
    std::size_t const length = std::min(rest_.find(','), rest_.size());
    std::string text(rest_.substr(0, length));
    std::size_t const quote = text.find('"');
    take(std::min(quote, length));
    if (quote == std::string::npos) return text;
    return std::nullopt;
}

std::optional<std::string> LineReader::quoted_cell()
{
    std::string text;
    std::size_t at = 1;
    while (at < rest_.size() && (rest_[at] != '"' || rest_.substr(at).starts_with("\"\"")))
    {
        text += rest_[at];
        at += rest_[at] == '"' ? 2U : 1U;
    }
    bool const closes = at < rest_.size() && (at + 1 == rest_.size() || rest_[at + 1] == ',');
    if (!closes) return std::nullopt;
    take(at + 1);
    return text;
}

std::vector<std::string_view> lines_of(std::string_view text)
{
    std::vector<std::string_view> lines;
    while (!text.empty())
    {
        std::size_t const end = std::min(text.find('\n'), text.size());
        std::string_view const line = text.substr(0, end);
        lines.push_back(line.ends_with('\r') ? line.substr(0, line.size() - 1) : line);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

/// Takes a file line by line: a header, then rows.
class CsvReader
{
  public:
    CsvReader(std::string const& path, Diagnostics& diagnostics)
        : path_(path), diagnostics_(diagnostics)
    {
    }
    void read(std::string_view line, FilePlace place);
    /// False once a line was refused.
    bool is_whole() const { return is_whole_; }
    CsvText text() { return std::move(csv_); }

  private:
    std::optional<Mistake> mistake(std::vector<Cell> const& cells, std::string_view line) const;
    void refuse(FilePlace place, Mistake const& mistake);

    std::string const& path_;
    Diagnostics& diagnostics_;
    CsvText csv_;
    bool is_whole_ = true;
};

void CsvReader::refuse(FilePlace place, Mistake const& mistake)
{
    diagnostics_.report(place, path_, mistake);
    is_whole_ = false;
}

std::optional<Mistake> CsvReader::mistake(std::vector<Cell> const& cells,
                                          std::string_view line) const
{
    std::size_t const width = csv_.header.size();
    if (line.empty()) return Mistake{"an empty line", "a row of cells", "leave the line out"};
    if (width == 0 || cells.size() == width) return std::nullopt;
    return Mistake{fmt::format("a row of {} cells", cells.size()), fmt::format("{} cells", width),
                   "put cells with a comma in quotes"};
}

void CsvReader::read(std::string_view line, FilePlace place)
{
    LineReader reader(line, place);
    auto cells = reader.cells();
    if (!cells) return refuse(reader.place(), {"a misplaced quote", "quotes around a whole cell"});
    if (auto const wrong = mistake(*cells, line)) return refuse(place, *wrong);
    if (csv_.header.empty())
        csv_.header = *std::move(cells);
    else
        csv_.rows.push_back(*std::move(cells));
}

bool names_differ(CsvText const& csv, std::string const& path, Diagnostics& diagnostics)
{
    bool differ = true;
    for (auto cell = csv.header.begin(); cell != csv.header.end(); ++cell)
    {
        auto const same = [&](Cell const& other) { return other.text == cell->text; };
        if (std::find_if(csv.header.begin(), cell, same) == cell) continue;
        diagnostics.report(cell->place, path,
                           {"column " + shown(cell->text) + " a second time", "each name once"});
        differ = false;
    }
    return differ;
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
                                 Diagnostics& diagnostics)
{
    FilePlace place{file.number, 0, 1};
    if (auto const unreadable = find_unreadable(file.text))
    {
        diagnostics.report({file.number, unreadable->line, unreadable->column}, path,
                           unreadable->mistake);
        return std::nullopt;
    }
    CsvReader reader(path, diagnostics);
    for (std::string_view const line : lines_of(file.text))
    {
        ++place.line;
        reader.read(line, place);
        // Without its header nothing in the file can be judged.
        if (place.line == 1 && !reader.is_whole()) return std::nullopt;
    }
    CsvText csv = reader.text();
    if (!reader.is_whole()) return std::nullopt;
    if (csv.rows.empty())
        diagnostics.report({file.number, 1, 1}, path,
                           {"a table without rows", "a header and rows"});
    if (csv.rows.empty() || !names_differ(csv, path, diagnostics)) return std::nullopt;
    return csv;
}
}  // namespace kochmon
