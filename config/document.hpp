// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "config/diagnostics.hpp"
#include "config/node.hpp"

namespace kochmon
{
constexpr std::size_t largest_document = 1024 * 1024;  // bytes

/// Reads one YAML document. What it refuses is reported; nothing is returned when the text cannot
/// be followed any further. Never throws, whatever the text.
/// `last_key`: of the outermost map, after whose entry no more need be read, nor is what stands
/// there told; empty: all is.
std::optional<Node> parse_document(std::string_view text, int file, Diagnostics& diagnostics,
                                   std::string_view last_key = {});
}  // namespace kochmon
