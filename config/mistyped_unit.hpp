// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "config/units.hpp"

namespace kochmon
{
/// The units of a dimension that may be meant by a unit in other words, another language or another
/// case (`руб`, `percent`, `Months`), or mistyped. What people write for money, the corridor says.
struct MeantUnits
{
    std::vector<std::string_view> units;
    std::string condition = {};  // `it is by the month`: what the text leaves open
};
MeantUnits meant_units(std::string_view text, Declared const& declared);
/// Whether a word in lower-case letters means a unit that is no money.
bool means_a_unit(std::string_view word);
}  // namespace kochmon
