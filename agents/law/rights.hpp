// SPDX-License-Identifier: MIT
#pragma once

#include "agents/state/population.hpp"

namespace kochmon
{
/// The right to work of a foreigner ended with the month before `month`: no contract is honoured
/// any more, residence is over, and the stay was lawful until then at least.
void lose_work_right(Persons& persons, std::size_t person, Month month);

/// Whether a lawful stay without a right, or a granted one that is awaited, is over in `month`;
/// then it is an overstay from now on.
bool overruns_stay(Persons& persons, std::size_t person, Month month);
}  // namespace kochmon
