// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "config/mistake.hpp"
#include "config/node.hpp"
#include "config/plain_decimal.hpp"

namespace kochmon
{
/// The same as plain_decimal, or why it is none.
Reading<std::string> read_decimal(std::string_view text);
Reading<double> read_number(std::string_view text);
/// A whole number without unit from `lowest` to `highest`.
Reading<std::int64_t> read_whole_number(Node const& node, std::int64_t lowest,
                                        std::int64_t highest);
}  // namespace kochmon
