// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "config/declarations.hpp"
#include "config/scenario.hpp"

namespace kochmon
{
/// What `explain` says of a key, or in a list under `keys` of what stands below a group or, of an
/// empty path, of all. Nothing is declared there: throws UsageError as explain_parameter does.
std::string explained_as_json(Declarations const& declarations, Scenario const* scenario,
                              std::string const& path);
/// What a scenario states without a source, in a list under `assumptions`.
std::string assumptions_as_json(Scenario const& scenario);
}  // namespace kochmon
