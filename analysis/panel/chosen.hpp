// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <vector>

#include "engine/random.hpp"

#include "agents/state/population.hpp"

namespace kochmon
{
/// Whether a person is alive and so has a place, at home or abroad.
bool lives(Persons const& persons, std::size_t row);

/// Rows of the `count` living persons with the smallest draws, in the order of their keys; equal
/// draws go to the smaller key. A larger count holds the smaller one. Throws UsageError if fewer
/// live.
std::vector<std::size_t> chosen_for_panel(Persons const& persons, Seeds synthesis,
                                          std::size_t count);
}  // namespace kochmon
