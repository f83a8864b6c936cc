// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace kochmon
{
constexpr std::size_t longest_number = 40;  // characters

/// A decimal number as `-?digits(_digits)*(.digits)?`, without its `_`; nothing if the text is
/// none.
std::optional<std::string> plain_decimal(std::string_view text);
/// The double nearest to a decimal text, whatever the locale; nothing if it is out of reach.
std::optional<double> nearest_double(std::string const& decimal);
/// Shortest decimal form.
std::string number_text(double number);
}  // namespace kochmon
