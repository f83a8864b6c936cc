// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>

namespace kochmon
{
/// Bytes that the process may still take: what the system has available, or what its cgroup or its
/// limit of address space (ulimit -v) leaves, if that is less. Nothing if nobody says.
std::optional<std::uint64_t> available_memory();
}  // namespace kochmon
