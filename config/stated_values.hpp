// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "engine/month.hpp"

#include "config/mistake.hpp"
#include "config/quantity.hpp"

namespace kochmon
{
/// A value, where it comes from and from which month on it holds.
struct DatedValue
{
    Month from;  // of no meaning in a value that is not dated
    Value value;
    std::string source;
    FilePlace place;
};

/// What a scenario states for one parameter: one value, or a list of dated ones in their order.
struct StatedValues
{
    bool is_dated = false;
    std::vector<DatedValue> values;
    bool is_series = false;  // read from a CSV file

    DatedValue const& in(Month month) const;
};
/// Source of a value that names none.
inline constexpr char const* source_of_the_user = "user";
}  // namespace kochmon
