// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "config/units.hpp"

namespace kochmon
{
/// The units of a dimension that may be meant by a unit in other words, another language or another
/// case (`руб`, `percent`, `Months`), or mistyped.
struct MeantUnits
{
    std::vector<std::string_view> units;
    std::string condition = {};  // `it is by the month`: what the text leaves open
};
MeantUnits meant_units(std::string_view text, Dimension dimension);
}  // namespace kochmon
