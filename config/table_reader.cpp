// SPDX-License-Identifier: MIT
#include "config/table_reader.hpp"

#include <cmath>

#include <fmt/format.h>

#include "config/csv.hpp"
#include "config/keyed.hpp"
#include "config/suggestion.hpp"
#include "config/units.hpp"

namespace kochmon
{
namespace
{
/// Checks a CSV against its declaration and takes its columns.
class ColumnReader
{
  public:
    ColumnReader(CsvText const& csv, Declarations::TableAt const& table, Diagnostics& diagnostics)
        : csv_(csv), table_(table), diagnostics_(diagnostics)
    {
        columns_ = table.declared.columns;
        columns_.push_back({"source", ColumnKind::word});
    }
    bool has_the_columns() const;
    Table table() const;

  private:
    Table::Column column(ColumnDeclared const& declared, std::size_t at) const;
    double number(Cell const& cell, ColumnDeclared const& declared) const;
    void check_word(Cell const& cell, ColumnDeclared const& declared) const;

    CsvText const& csv_;
    Declarations::TableAt const& table_;
    Diagnostics& diagnostics_;
    std::vector<ColumnDeclared> columns_;
};

bool ColumnReader::has_the_columns() const
{
    std::vector<std::string> names;
    for (ColumnDeclared const& column : columns_) names.push_back(column.name);
    bool has_unknown = false;
    for (Cell const& cell : csv_.header)
    {
        if (std::find(names.begin(), names.end(), cell.text) != names.end()) continue;
        has_unknown = true;
        diagnostics_.report(cell.place, table_.path,
                            {"unknown column " + shown(cell.text), listed(names),
                             did_you_mean(closest(cell.text, names))});
    }
    bool is_missing = false;
    for (std::string const& name : names)
    {
        if (has_unknown || csv_.column(name)) continue;
        is_missing = true;
        diagnostics_.report(csv_.header.front().place, table_.path,
                            {"no column " + shown(name), listed(names)});
    }
    return !has_unknown && !is_missing;
}

double ColumnReader::number(Cell const& cell, ColumnDeclared const& declared) const
{
    auto const reading = read_number(cell.text);
    bool const must_be_whole = declared.kind == ColumnKind::whole_number;
    Mistake mistake = reading.mistake;
    if (reading.value && must_be_whole && std::floor(*reading.value) != *reading.value)
        mistake = {shown(cell.text) + " is not whole"};
    if (mistake.what.empty()) return *reading.value;
    mistake.what += fmt::format(" (column {})", declared.name);
    mistake.expected = must_be_whole ? "a whole number" : "a decimal number";
    diagnostics_.report(cell.place, table_.path, mistake);
    return 0.0;
}

Table::Column ColumnReader::column(ColumnDeclared const& declared, std::size_t at) const
{
    Table::Column column{.name = declared.name, .texts = {}, .numbers = {}};
    for (std::vector<Cell> const& row : csv_.rows)
    {
        Cell const& cell = row[at];
        column.texts.push_back(cell.text);
        if (declared.kind == ColumnKind::word)
            check_word(cell, declared);
        else
            column.numbers.push_back(number(cell, declared));
    }
    return column;
}

void ColumnReader::check_word(Cell const& cell, ColumnDeclared const& declared) const
{
    std::vector<std::string> const& words = declared.words;
    std::string const column = fmt::format(" (column {})", declared.name);
    if (cell.text.empty())
        diagnostics_.report(
            cell.place, table_.path,
            {"an empty cell" + column, words.empty() ? "a text" : listed(words, "or")});
    else if (!words.empty() && std::find(words.begin(), words.end(), cell.text) == words.end())
        diagnostics_.report(
            cell.place, table_.path,
            {"unknown word " + shown(cell.text) + column, listed(words, "or"),
             diagnostics_.is_crowded() ? std::string{} : did_you_mean(closest(cell.text, words))});
}

Table ColumnReader::table() const
{
    std::vector<Table::Column> columns;
    for (ColumnDeclared const& declared : columns_)
        columns.push_back(column(declared, *csv_.column(declared.name)));
    return Table(std::move(columns));
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
    auto const csv = parse_csv(*file, declared.path, diagnostics);
    if (!csv) return std::nullopt;
    ColumnReader const reader(*csv, declared, diagnostics);
    if (!reader.has_the_columns()) return std::nullopt;
    return LoadedTable{reader.table(), file->text};
}
}  // namespace kochmon
