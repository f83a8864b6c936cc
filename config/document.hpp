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
std::optional<Node> parse_document(std::string_view text, int file, Diagnostics& diagnostics);
}  // namespace kochmon
