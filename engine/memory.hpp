// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>

namespace kochmon
{
/// Bytes that the process may still take: what the system has available, or what its cgroup has
/// left, if that is less. Nothing if the system does not tell.
std::optional<std::uint64_t> available_memory();
}  // namespace kochmon
