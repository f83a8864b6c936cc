// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

#include "agents/vocabulary/places.hpp"

namespace kochmon
{
/// Shares of the adults of each region who are at each destination, as the whole population would
/// show them.
///
/// A run of a part of the population sees small networks by chance: of a region with 350 agents one
/// more or less is a third of a per cent, and departures answer to ties more than in proportion, so
/// that chance alone would make small networks grow. Each region's share is therefore drawn towards
/// that of its country, the more the fewer agents it rests on and the less regions differ beyond
/// chance: the empirical Bayes estimate of rates in small areas (Marshall 1991, Applied Statistics
/// 40, 283-294). With the whole population it is the share itself, but for a part in a thousand.
///
/// `adults`: agents aged 16-64 by region; `adults_at`: of them, by place. Without unit, 0 to 1.
ByRegion<ByPlace<double>> shares_abroad(Corridor const& corridor,
                                        ByRegion<std::int64_t> const& adults,
                                        ByRegion<ByPlace<std::int64_t>> const& adults_at);
}  // namespace kochmon
