// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <vector>

#include "agents/run/simulation.hpp"

namespace kochmon
{
/// Who had never been abroad before, in the poorest fifth of the households of the first country,
/// by cash and six months of income at home: how many of them leave from now on. Worlds that keep
/// diaries and have the same rows are counted side by side.
class PoorestFifth
{
  public:
    PoorestFifth() = default;
    /// As households are in `world` between two months.
    explicit PoorestFifth(Simulation const& world);

    /// First departures of the month that this world has just lived, since the begin. `departed`:
    /// kept by the caller for each world, empty at first.
    std::int64_t first_departures(Simulation const& world,
                                  std::vector<std::uint8_t>& departed) const;

  private:
    std::vector<std::uint8_t> poor_;  // by row
};
}  // namespace kochmon
