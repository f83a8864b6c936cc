// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

#include "config/fields.hpp"
#include "config/mistake.hpp"
#include "config/node.hpp"
#include "config/units.hpp"

namespace kochmon
{
/// One value as a scenario states it.
struct Value
{
    std::string text;     // as YAML writes it: `1500 RUB`, `true`, a word
    double amount = 0.0;  // in the program's unit, before any conversion; the index of a word
    Currency currency = Currency::base;
    Unit const* unit = nullptr;  // of a quantity
};

/// A quantity with one of its units.
Reading<Value> read_quantity(std::string_view text, Declared const& declared);
/// Of what is no money.
Reading<Value> read_quantity(std::string_view text, Dimension dimension);
/// The value of a scalar that belongs to a declared parameter; its range is checked unless the
/// amount is money of a month, which only the rates of that month turn into that of the program.
Reading<Value> read_value(Node const& node, Declared const& declared);

/// `a number from 0 to 1, bare or in %`: what a message and the documentation call admissible.
std::string expected_text(Declared const& declared);
/// The range in `unit`, such as `0 to 12 1/year`.
std::string range_text(Range const& range, Unit const& unit);
/// `RUB, KGS, USD or nominal RUB`; for numbers that need no unit `no unit`.
std::string units_text(Declared const& declared);
}  // namespace kochmon
