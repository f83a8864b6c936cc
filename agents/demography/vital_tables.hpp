// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "config/fields.hpp"

namespace kochmon
{
/// Declares the rates of births and deaths, with their units.
void declare_vital_rates(Fields& field);

/// Years in which women would have a number of children out of reason, as under rates in another
/// unit.
std::vector<TableFault> faults_of_births(std::vector<std::string> const& countries,
                                         Table const& births);
/// Years in which lives would be shorter or longer than any known.
std::vector<TableFault> faults_of_deaths(std::vector<std::string> const& countries,
                                         Table const& deaths);
}  // namespace kochmon
