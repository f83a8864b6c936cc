// SPDX-License-Identifier: MIT
#pragma once

#include "agents/tally.hpp"

namespace kochmon
{
/// Persons and money never appear or vanish. Compares what rows hold at the end of a month with
/// what they held a month before and the flows between; throws InvariantError naming the region and
/// place, or the sum, that differ.
void check_conservation(Tally const& last_month, Tally const& this_month, Month month);
}  // namespace kochmon
