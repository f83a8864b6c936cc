// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>

#include "engine/month.hpp"

#include "agents/state/population.hpp"

namespace kochmon
{
/// Of who is irregular at the end of `month`.
Irregularity why_irregular(Persons const& persons, std::size_t person, Month month);
}  // namespace kochmon
