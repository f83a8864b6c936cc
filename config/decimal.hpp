// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "config/diagnostics.hpp"
#include "config/document.hpp"

namespace kochmon
{
constexpr std::size_t longest_number = 40;  // characters

/// A decimal number as `-?digits(_digits)*(.digits)?`, without its `_`.
Reading<std::string> read_decimal(std::string_view text);
/// The same without a reason; nothing if the text is no decimal number.
std::optional<std::string> plain_decimal(std::string_view text);
Reading<double> read_number(std::string_view text);
/// A whole number without unit from `lowest` to `highest`.
Reading<std::int64_t> read_whole_number(Node const& node, std::int64_t lowest,
                                        std::int64_t highest);
/// The double nearest to a decimal text, whatever the locale; nothing if it is out of reach.
std::optional<double> nearest_double(std::string const& decimal);
/// Shortest decimal form.
std::string number_text(double number);
}  // namespace kochmon
