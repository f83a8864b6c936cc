// SPDX-License-Identifier: MIT
#include "config/series.hpp"

#include <fmt/format.h>

#include "config/cell.hpp"
#include "config/decimal.hpp"
#include "config/mistyped_number.hpp"
#include "config/quantity.hpp"
#include "config/settings.hpp"
#include "config/suggestion.hpp"

namespace kochmon
{
std::optional<SeriesReader::Columns> SeriesReader::columns(CsvText const& csv) const
{
    std::string const& path = parameter_.path;
    auto const from = csv.column("from");
    auto const year = csv.column("year");
    bool const has_month = from.has_value() != year.has_value();
    if (!has_month)
        diagnostics_.report(csv.header.front().place, path,
                            {from ? "both a column from and a column year" : "no column of months",
                             "a column from (2010-01) or year (2010)"});
    std::string const name = keyed_.text("column");
    auto const value = csv.column(name);
    if (!value && !name.empty())
        diagnostics_.report(keyed_.optional("column")->place, path,
                            {"no column " + shown(name) + " in the file", listed(csv.names(), "or"),
                             did_you_mean(closest(name, csv.names()))});
    if (!has_month || !value) return std::nullopt;
    return Columns{from ? *from : *year, year.has_value(), *value, csv.column("source")};
}

std::optional<Month> SeriesReader::month(Cell const& cell, bool is_year) const
{
    Node const node{.kind = Node::Kind::scalar,
                    .place = cell.place,
                    .text = is_year ? cell.text + "-01" : cell.text};
    auto const month = read_month(node);
    if (month.value) return month.value;
    std::string const expected = is_year ? "a year such as 2010" : "a month such as 2010-01";
    Mistake const unread{shown(cell.text) + (is_year ? " is no year" : " is no month"), expected};
    // One file serves many parameters, which all need its months.
    diagnostics_.report_once(cell.place, parameter_.path,
                             unplain(cell.text, expected).value_or(unread));
    return std::nullopt;
}

std::optional<Value> SeriesReader::value(Cell const& cell, std::string const& unit) const
{
    Node const node{.kind = Node::Kind::scalar,
                    .place = cell.place,
                    .text = unit.empty() ? cell.text : cell.text + " " + unit};
    auto reading = read_value(node, parameter_.declared);
    auto wrong = unplain(cell.text, expected_text(parameter_.declared));
    if (!wrong && is_negative_zero(cell.text))
        wrong = Mistake{shown(cell.text) + " has a sign", expected_text(parameter_.declared),
                        "write '0'"};
    if (!wrong && reading.value) return std::move(reading.value);
    if (!wrong) wrong = reading.mistake;
    std::string const meant = meant_number(cell.text, false);
    if (!meant.empty() && !read_number(cell.text).value) wrong->hint = meant;
    diagnostics_.report(cell.place, parameter_.path, *wrong);
    return std::nullopt;
}

std::string SeriesReader::source(Cell const* cell, std::string const& otherwise) const
{
    if (cell == nullptr || cell->text.empty()) return otherwise;
    if (is_one_line(cell->text)) return cell->text;
    diagnostics_.report(cell->place, parameter_.path,
                        {shown(cell->text) + " as source", "one line of text"});
    return otherwise;
}

std::optional<SeriesRows> SeriesReader::read(TextFile const& file) const
{
    auto const csv = parse_csv(file, parameter_.path,
                               {"from", "year", keyed_.text("column"), "source"}, diagnostics_);
    auto const at = csv ? columns(*csv) : std::nullopt;
    if (!at) return std::nullopt;
    std::string const unit = keyed_.text("unit");
    std::string const key_source = keyed_.text("source");
    std::string const otherwise = key_source.empty() ? source_of_the_user : key_source;
    SeriesRows rows;
    bool is_whole = csv->is_whole;
    for (std::vector<Cell> const& row : csv->rows)
    {
        auto const from = month(row[at->month], at->is_year);
        auto read = value(row[at->value], unit);
        is_whole = is_whole && from && read;
        if (!from || !read) continue;
        std::string cited = source(at->source ? &row[*at->source] : nullptr, otherwise);
        rows.values.push_back({*from, *std::move(read), std::move(cited), row[at->value].place});
        rows.months.push_back(row[at->month].place);
    }
    return is_whole ? std::optional(std::move(rows)) : std::nullopt;
}
}  // namespace kochmon
