// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "agents/state/population.hpp"

namespace kochmon
{
/// Bytes that one more world of a lockstep takes: rows of its own, counts of its pieces, diaries.
double bytes_of_a_world(Population const& start);

/// Throws MemoryError if fewer bytes than `needed` may be taken. `what`: needs them; `instead`:
/// what to ask for that needs fewer; `available`: what may be taken, nothing: what the system has
/// available.
void demand_memory(double needed, std::string const& what, std::string const& instead,
                   std::optional<std::uint64_t> available = std::nullopt);
}  // namespace kochmon
