// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "agents/population.hpp"

#include "analysis/study/run.hpp"

namespace kochmon
{
/// Bytes that one more world of a lockstep takes: rows of its own, counts of its pieces, diaries.
double bytes_of_a_world(Population const& start);

/// Throws MemoryError before anything is lived if there are fewer bytes than `needed`, by each of
/// the studies that run at once. `what`: needs them; `instead`: what to ask for that needs fewer.
void demand_memory(RunRequest const& request, double needed, std::string const& what,
                   std::string const& instead);
}  // namespace kochmon
