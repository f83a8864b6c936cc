// SPDX-License-Identifier: MIT
#include "config/table_reader.hpp"

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "engine/contract.hpp"

#include "config/cell.hpp"
#include "config/csv.hpp"
#include "config/keyed.hpp"
#include "config/table_rows.hpp"

namespace kochmon
{
namespace
{
std::vector<ColumnDeclared> all_columns_of(TableDeclared const& declared)
{
    std::vector<ColumnDeclared> columns = declared.columns;
    columns.push_back({.name = "source", .kind = ColumnKind::word});
    return columns;
}

std::vector<std::string> names_of(std::vector<ColumnDeclared> const& columns)
{
    std::vector<std::string> names;
    names.reserve(columns.size());
    for (ColumnDeclared const& column : columns) names.push_back(column.name);
    return names;
}

bool is_in_key(KeyDeclared const& key, std::string const& column)
{
    return std::ranges::count(key.columns, column) > 0 ||
           std::ranges::any_of(key.axes, [&](AxisDeclared const& axis)
                               { return axis.from == column || axis.to == column; });
}

/// Checks a CSV against its declaration and takes its columns.
class ColumnReader
{
  public:
    ColumnReader(CsvText const& csv, Declarations::TableAt const& table, Diagnostics& diagnostics)
        : csv_(csv),
          table_(table),
          diagnostics_(diagnostics),
          columns_(all_columns_of(table.declared)),
          is_keyed_(csv.rows.size(), true)
    {
    }
    bool has_the_columns() const;
    std::vector<Table::Column> read();
    /// By row, whether the cells that tell it apart could be read.
    std::vector<bool> const& is_keyed() const { return is_keyed_; }

  private:
    /// Cells of a column that have the same text, and so the same mistake.
    struct Alike
    {
        FilePlace first;
        Mistake mistake;
        std::size_t rows = 0;
    };
    using Mistakes = std::map<std::string, Alike>;

    bool has_unknown_columns(std::vector<std::string> const& names) const;
    Table::Column column(ColumnDeclared const& declared, std::size_t at);
    static std::optional<double> number(Cell const& cell, ColumnDeclared const& declared,
                                        Mistakes& mistakes);
    static bool is_word(Cell const& cell, ColumnDeclared const& declared, Mistakes& mistakes);
    static void note(Cell const& cell, Mistake const& mistake, Mistakes& mistakes);
    void report(Mistakes const& mistakes, std::string const& column);

    CsvText const& csv_;
    Declarations::TableAt const& table_;
    Diagnostics& diagnostics_;
    std::vector<ColumnDeclared> columns_;
    std::vector<bool> is_keyed_;
};

Mistake unknown_column(std::string const& name, std::vector<std::string> const& names)
{
    if (auto wrong = unplain(name, listed(names))) return *std::move(wrong);
    return {"unknown column " + shown(name), listed(names), meant_word(name, names)};
}

bool ColumnReader::has_unknown_columns(std::vector<std::string> const& names) const
{
    bool has_unknown = false;
    for (Cell const& cell : csv_.header)
    {
        if (std::find(names.begin(), names.end(), cell.text) != names.end()) continue;
        has_unknown = true;
        if (!cell.text.empty())  // else told with the header
            diagnostics_.report(cell.place, table_.path, unknown_column(cell.text, names));
    }
    return has_unknown;
}

bool ColumnReader::has_the_columns() const
{
    std::vector<std::string> const names = names_of(columns_);
    if (has_unknown_columns(names)) return false;
    bool is_missing = false;
    for (std::string const& name : names)
    {
        if (csv_.column(name)) continue;
        is_missing = true;
        diagnostics_.report(csv_.header.front().place, table_.path,
                            {"no column " + shown(name), listed(names)});
    }
    return !is_missing;
}

void ColumnReader::note(Cell const& cell, Mistake const& mistake, Mistakes& mistakes)
{
    Alike& alike = mistakes.try_emplace(cell.text, Alike{cell.place, mistake}).first->second;
    ++alike.rows;
}

std::optional<double> ColumnReader::number(Cell const& cell, ColumnDeclared const& declared,
                                           Mistakes& mistakes)
{
    auto const reading = read_cell(cell.text, declared);
    if (!reading.value) note(cell, reading.mistake, mistakes);
    return reading.value;
}

bool ColumnReader::is_word(Cell const& cell, ColumnDeclared const& declared, Mistakes& mistakes)
{
    // The search for the word that was meant is costly, and a hostile file has many words.
    bool const with_hint = mistakes.size() < 100 && !mistakes.contains(cell.text);
    auto const wrong = mistake_of_word(cell.text, declared, with_hint);
    if (wrong) note(cell, *wrong, mistakes);
    return !wrong;
}

Table::Column ColumnReader::column(ColumnDeclared const& declared, std::size_t at)
{
    Table::Column column{.name = declared.name, .texts = {}, .numbers = {}};
    bool const tells_apart = is_in_key(table_.declared.key, declared.name);
    Mistakes mistakes;
    for (std::size_t row = 0; row < csv_.rows.size(); ++row)
    {
        Cell const& cell = csv_.rows[row][at];
        column.texts.push_back(cell.text);
        bool is_read = true;
        if (declared.kind == ColumnKind::word)
            is_read = is_word(cell, declared, mistakes);
        else
        {
            auto const read = number(cell, declared, mistakes);
            is_read = read.has_value();
            column.numbers.push_back(read.value_or(0.0));
        }
        is_keyed_[row] = is_keyed_[row] && (is_read || !tells_apart);
    }
    report(mistakes, declared.name);
    return column;
}

void ColumnReader::report(Mistakes const& mistakes, std::string const& column)
{
    for (auto const& [text, alike] : mistakes)
    {
        Mistake mistake = alike.mistake;
        std::string const rows = alike.rows > 1 ? fmt::format(", {} rows", alike.rows) : "";
        mistake.what += fmt::format(" (column {}{})", column, rows);
        diagnostics_.report(alike.first, table_.path, mistake);
    }
}

std::vector<Table::Column> ColumnReader::read()
{
    std::vector<Table::Column> columns;
    for (ColumnDeclared const& declared : columns_)
        columns.push_back(column(declared, *csv_.column(declared.name)));
    return columns;
}

/// What the room that declared the table says of it.
void check_reason(Declarations::TableAt const& declared, Table const& table, CsvText const& csv,
                  Diagnostics& diagnostics)
{
    if (!declared.declared.faults) return;
    for (TableFault const& fault : declared.declared.faults(table))
    {
        auto const at = csv.column(fault.column);
        EXPECT(at.has_value());
        diagnostics.report(csv.rows[fault.row][*at].place, declared.path, fault.mistake);
    }
}

std::optional<Table> table_of(Declarations::TableAt const& declared, CsvText const& csv,
                              std::string const& file, Diagnostics& diagnostics)
{
    ColumnReader reader(csv, declared, diagnostics);
    if (!reader.has_the_columns()) return std::nullopt;
    std::size_t const before = diagnostics.count();
    std::vector<int> lines;
    for (std::vector<Cell> const& row : csv.rows) lines.push_back(row.front().place.line);
    Table table(reader.read(), file, std::move(lines));
    if (!declared.declared.key.axes.empty())
        RowsReader(declared.declared, declared.path, csv, diagnostics)
            .check(table, reader.is_keyed());
    bool const is_sound = csv.is_whole && diagnostics.count() == before;
    if (is_sound) check_reason(declared, table, csv, diagnostics);
    return is_sound ? std::optional(std::move(table)) : std::nullopt;
}

std::string file_name(Leaf const& leaf, std::string const& path, Diagnostics& diagnostics)
{
    if (!leaf.node.is_map())
    {
        diagnostics.report(leaf.node.place, path,
                           {described(leaf.node) + " instead of a table", "{file: data/NAME.csv}"});
        return {};
    }
    Keyed const keyed(leaf.node, path, {"file"}, diagnostics);
    return keyed.required("file") == nullptr ? std::string{} : keyed.text("file");
}
}  // namespace

std::optional<LoadedTable> read_table(Declarations::TableAt const& declared, Leaf const& leaf,
                                      Files& files, Diagnostics& diagnostics)
{
    if (leaf.node.is_spoiled()) return std::nullopt;
    std::string const name = file_name(leaf, declared.path, diagnostics);
    if (name.empty()) return std::nullopt;
    TextFile const* const file =
        files.read({leaf.node.find("file")->place, declared.path, leaf.folder, name, largest_csv});
    if (file == nullptr) return std::nullopt;
    auto const csv =
        parse_csv(*file, declared.path, names_of(all_columns_of(declared.declared)), diagnostics);
    if (!csv) return std::nullopt;
    auto table = table_of(declared, *csv, file->path.string(), diagnostics);
    return table ? std::optional(LoadedTable{*std::move(table), file->text}) : std::nullopt;
}
}  // namespace kochmon
