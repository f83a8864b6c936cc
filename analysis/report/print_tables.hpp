// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>

#include "config/scenario.hpp"

#include "analysis/report/print_table.hpp"

// What tables for print say, from the files of a finished result.
namespace kochmon
{
/// Every parameter with value, unit, range, source and meaning.
PrintTable table_of_parameters(Scenario const& scenario);
/// Of `targets.csv`: what the model is held against, and what it says.
PrintTable table_of_targets(std::string const& targets_csv);
/// Of `observed.csv`.
PrintTable table_of_observed(std::string const& observed_csv);
/// Of `effects.csv` in its last month: a row for each policy and measure. Nothing where none of the
/// measures was kept.
std::optional<PrintTable> table_of_effects(std::string const& effects_csv,
                                           Corridor const& corridor);
/// The same with policies side by side: a row a measure.
std::optional<PrintTable> table_of_policies(std::string const& effects_csv,
                                            Corridor const& corridor);
}  // namespace kochmon
