// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "config/fields.hpp"
#include "config/table.hpp"
#include "config/values.hpp"

// What is said of a parameter in words, the same wherever it is told: `explain`, the list of
// assumptions, the description of the model.
namespace kochmon
{
/// Whether its values are quantities, which have a unit and a range.
bool is_quantity(Declared const& declared);
/// The unit in which the program reads it; empty where there is none.
std::string unit_of(Declared const& declared);
/// The range, or the words that may be chosen.
std::string range_of(Declared const& declared);
/// `fixed`, `dated` or `lever`.
std::string use_of(Declared const& declared);
/// Groups in which a lever may be moved alone, with their names; empty if there are none.
std::string groups_of(Declared const& declared);

/// The value, or every value with the month from which it holds.
std::string all_values(StatedValues const& stated);
/// The same, of more than three dated values the first and the last.
std::string short_values(StatedValues const& stated);
/// The sources, each once.
std::string sources_of(StatedValues const& stated);
/// The source; where the values have several, each with the month from which it is the source.
std::string sources_by_month(StatedValues const& stated);

/// The columns of a table, without that of the sources.
std::string columns_of(TableDeclared const& declared);
/// The sources of its rows, each once, with the number of rows.
std::string sources_of(Table const& table);

/// Whether a source says that a calibration found the value: `calibration NAME`.
bool is_calibrated(std::string const& source);
/// Whether a source says that there is none: `assumption`, alone or with a reason after it.
bool is_assumption(std::string const& source);
}  // namespace kochmon
