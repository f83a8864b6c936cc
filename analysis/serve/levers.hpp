// SPDX-License-Identifier: MIT
#pragma once

#include "config/declarations.hpp"
#include "config/scenario.hpp"

#include "analysis/page/html_text.hpp"

namespace kochmon
{
/// Every lever with what `explain` says of it: path, meaning, units, range or choices, groups,
/// value and source in the base, in the order of the program.
Json levers_as_json(Declarations const& declarations, Scenario const& base);
}  // namespace kochmon
