// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "config/declarations.hpp"

namespace kochmon
{
/// A month such as 2010-01.
nlohmann::ordered_json month_schema();
/// A whole number of these bounds, with `_` between digits if one likes.
nlohmann::ordered_json whole_number_schema(std::int64_t lowest, std::int64_t highest);
/// A number with one of the units of a dimension.
nlohmann::ordered_json duration_schema();
/// A map with these keys and no others.
nlohmann::ordered_json map_schema(nlohmann::ordered_json properties,
                                  std::vector<std::string> const& required);
/// What a parameter may be: a bare value, `{value, source}`, dated values, a series.
nlohmann::ordered_json value_schema(Declared const& declared);
/// A value alone, as shocks set it.
nlohmann::ordered_json bare_value_schema(Declared const& declared);
/// The meaning of a parameter with its unit and range, and where it is a lever.
std::string description_of(Declared const& declared);
}  // namespace kochmon
