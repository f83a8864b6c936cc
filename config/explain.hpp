// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "config/declarations.hpp"
#include "config/scenario.hpp"

namespace kochmon
{
/// What is declared under `path` (a parameter, a table, or a group: then what stands below, in a
/// line each), and, with a scenario, its values, sources and shocks. Throws UsageError with a
/// suggestion if nothing stands there.
std::string explain_parameter(Declarations const& declarations, Scenario const* scenario,
                              std::string const& path);
/// Markdown of every parameter and table with unit, range, use, value, source and meaning.
std::string parameters_as_markdown(Declarations const& declarations, Scenario const& scenario);
/// Markdown list of every value without a source, with its range, for docs/limits.md.
std::string assumptions_as_markdown(Declarations const& declarations, Scenario const& scenario);
}  // namespace kochmon
