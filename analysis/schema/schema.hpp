// SPDX-License-Identifier: MIT
#pragma once

#include <nlohmann/json.hpp>

#include "config/declarations.hpp"

// JSON Schemas (2020-12) of the files that users write, for editors and validators: keys, units,
// ranges of numbers, words, meanings. What a schema cannot say (ranges of quantities with a unit,
// shares that add up, files that must be there) `kochmon validate` says.
namespace kochmon
{
/// Of scenarios of a corridor, policies among them. Without `base` every key must be there.
nlohmann::ordered_json schema_of_scenarios(Declarations const& declarations);
/// Of files that hold shocks over a base and nothing else.
nlohmann::ordered_json schema_of_policies(Declarations const& declarations);
/// Of plans of sweeps.
nlohmann::ordered_json schema_of_plans(Declarations const& declarations);
}  // namespace kochmon
