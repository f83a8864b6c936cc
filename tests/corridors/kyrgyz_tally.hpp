// SPDX-License-Identifier: MIT
#pragma once

#include "agents/state/tally.hpp"

#include "tests/corridors/kyrgyzstan.hpp"

namespace kochmon
{
/// Counts of a month of that corridor.
inline Tally kyrgyz_tally()
{
    return Tally(*kyrgyz_corridor());
}

/// As Tally::cell has it there: seven places, two sexes.
constexpr std::size_t kyrgyz_cell(Region region, Place place, Sex sex)
{
    return (index(region) * 7 + index(place)) * 2 + index(sex);
}
}  // namespace kochmon
