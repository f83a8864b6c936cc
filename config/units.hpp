// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string_view>

#include "config/fields.hpp"

namespace kochmon
{
enum class Currency
{
    rouble,  // of 2012; and everything that is no money
    som,     // this one and those below are money of their month
    dollar,
    nominal_rouble
};

/// A unit that YAML accepts, and how it turns into the unit in which the program reads.
struct Unit
{
    std::string_view text;
    double factor = 1.0;
    double divisor = 1.0;
    bool is_percent = false;
    Currency currency = Currency::rouble;
};

/// The units of a dimension, that of the program first; for a number without unit an empty text.
std::span<Unit const> units_of(Dimension dimension);
/// The value in the program's unit (KGS, USD and nominal RUB stay what they are) as a number of
/// `unit`.
double in_unit(double value, Unit const& unit);
}  // namespace kochmon
