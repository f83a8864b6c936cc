// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "config/declarations.hpp"
#include "config/scenario.hpp"

// Markdown tables of what a scenario states, and of what it may move.
namespace kochmon
{
/// What the run is, then every parameter with value, unit, range, source and meaning, a table for
/// each subject, and the shocks of the scenario, if it has any.
std::string parameter_tables(Declarations const& declarations, Scenario const& scenario);
/// Every table of data with columns, rows, sources and meaning.
std::string data_table(Declarations const& declarations, Scenario const& scenario);
/// Every lever with the groups in which it may be moved alone.
std::string lever_table(Declarations const& declarations);
/// Every value without a source, with its range.
std::string assumption_table(Declarations const& declarations, Scenario const& scenario);
}  // namespace kochmon
