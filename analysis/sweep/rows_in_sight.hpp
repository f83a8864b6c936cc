// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "analysis/measures/told_unit.hpp"
#include "analysis/sweep/study_tables.hpp"
#include "analysis/text/csv_table.hpp"

namespace kochmon
{
/// A kept row that summary and figures speak of.
struct RowInSight
{
    std::string month;  // the last
    std::string measure;
    std::string by;
    std::string group;
    std::string unit;
    double largest = 0.0;  // of its differences, or of its values where nothing is compared

    /// Whether a line of a table is of this row, in the last month.
    bool is_at(CsvTable const& table, std::size_t line) const;
    /// The same in any month.
    bool is_of(CsvTable const& table, std::size_t line) const;
    /// What its lines hold: `,legality_by_right,jurisdiction,russia,`, of the last month with it.
    std::string cells() const { return ',' + measure + ',' + by + ',' + group + ','; }
    std::string cells_of_the_month() const { return month + cells(); }
    /// `Legality by right, Russia`
    std::string told() const;
    ToldUnit told_in() const { return told_unit(unit, largest); }
};

inline constexpr std::size_t most_rows_in_sight = 6;

/// One row of each of the first measures: all persons, or the first group kept.
std::vector<RowInSight> rows_in_sight(StudyTables const& tables);

/// Names of the factors, those that matter most for a row first, as the table of the design has
/// them; as they stand in the plan where nothing is known.
std::vector<std::string> factors_by_weight(StudyTables const& tables, RowInSight const& row);
}  // namespace kochmon
