// SPDX-License-Identifier: MIT
#include "analysis/sweep/rows_in_sight.hpp"

#include <algorithm>
#include <cmath>

namespace kochmon
{
namespace
{
struct FactorTable
{
    char const* file;
    char const* column;
};

void note_largest(RowInSight& row, CsvTable const& responses)
{
    for (std::size_t line = 0; line < responses.size(); ++line)
        if (row.is_at(responses, line))
            for (char const* const column : {"points_05", "points_95"})
                if (double const size = std::abs(responses.number(line, column));
                    size > row.largest)
                    row.largest = size;
}
}  // namespace

bool RowInSight::is_of(CsvTable const& table, std::size_t line) const
{
    return table.cell(line, "measure") == measure && table.cell(line, "by") == by &&
           table.cell(line, "group") == group;
}

bool RowInSight::is_at(CsvTable const& table, std::size_t line) const
{
    return table.cell(line, "month") == month && is_of(table, line);
}

std::string RowInSight::told() const
{
    return by == "total" ? told_name(measure) : told_name(measure) + ", " + told_name(group);
}

std::vector<RowInSight> rows_in_sight(StudyTables const& tables)
{
    CsvTable const variance(tables.at("variance.csv"));
    CsvTable const responses(tables.at("responses.csv"));
    std::vector<RowInSight> rows;
    for (std::size_t line = 0; line < variance.size(); ++line)
    {
        RowInSight row{.month = variance.cell(line, "month"),
                       .measure = variance.cell(line, "measure"),
                       .by = variance.cell(line, "by"),
                       .group = variance.cell(line, "group"),
                       .unit = variance.cell(line, "unit")};
        auto const same = std::ranges::find(rows, row.measure, &RowInSight::measure);
        if (same == rows.end())
            rows.push_back(row);
        else if (same->by != "total" && row.by == "total")
            *same = row;
    }
    if (rows.size() > most_rows_in_sight) rows.resize(most_rows_in_sight);
    for (RowInSight& row : rows) note_largest(row, responses);
    return rows;
}

std::vector<std::string> factors_by_weight(StudyTables const& tables, RowInSight const& row)
{
    std::vector<std::string> names;
    auto const add = [&](std::string const& name)
    {
        if (std::ranges::find(names, name) == names.end()) names.push_back(name);
    };
    for (FactorTable const& one :
         {FactorTable{"indices.csv", "factor"}, FactorTable{"morris.csv", "factor"},
          FactorTable{"tornado.csv", "factor"}, FactorTable{"main_effects.csv", "factors"}})
    {
        auto const found = tables.find(one.file);
        if (found == tables.end()) continue;
        CsvTable const table(found->second, row.cells_of_the_month());
        for (std::size_t line = 0; line < table.size(); ++line)
            if (row.is_at(table, line) && (!table.has("order") || table.cell(line, "order") == "1"))
                add(table.cell(line, one.column));
    }
    CsvTable const responses(tables.at("responses.csv"), row.cells_of_the_month());
    for (std::size_t line = 0; line < responses.size(); ++line)
        if (row.is_at(responses, line)) add(responses.cell(line, "factor"));
    return names;
}
}  // namespace kochmon
