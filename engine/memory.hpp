// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>

namespace kochmon
{
/// Bytes that the process may still take: what the system has available, or what its cgroup or its
/// limit of address space (ulimit -v) leaves, if that is less. Nothing if nobody says.
std::optional<std::uint64_t> available_memory();
/// Bytes of address space that `ulimit -v` leaves; nothing where it sets no limit.
std::optional<std::uint64_t> address_space_left();
}  // namespace kochmon
