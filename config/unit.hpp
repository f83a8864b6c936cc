// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>

namespace kochmon
{
/// A currency by its number in the corridor. The program reckons in the first, in prices of one
/// year; what is no money counts as that. All others, and the first at the prices of its month, are
/// money of their month.
enum class Currency : std::uint8_t
{
    base = 0,
    nominal_base = 0xff
};

/// A unit that YAML accepts, and how it turns into the unit in which the program reads.
struct Unit
{
    std::string text = {};
    double factor = 1.0;
    double divisor = 1.0;
    bool is_percent = false;
    Currency currency = Currency::base;
};
}  // namespace kochmon
