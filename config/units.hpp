// SPDX-License-Identifier: MIT
#pragma once

#include <span>

#include "config/fields.hpp"
#include "config/unit.hpp"

namespace kochmon
{
bool is_money(Dimension dimension);
/// The units of a quantity, that of the program first; for a number without unit an empty text.
/// Those of money are of its corridor.
std::span<Unit const> units_of(Declared const& declared);
/// The value in the program's unit (money of its month stays what it is) as a number of `unit`.
double in_unit(double value, Unit const& unit);
}  // namespace kochmon
