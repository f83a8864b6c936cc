// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>

namespace kochmon
{
/// Throws MemoryError where so many threads cannot be started: the library that starts them later
/// has no way to say so, and ends the program.
void demand_threads(std::size_t count);
}  // namespace kochmon
