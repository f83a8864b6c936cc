// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "agents/simulation.hpp"

namespace kochmon
{
inline constexpr char const* first_departures_of_poorest_fifth =
    "first_departures_of_poorest_fifth";

/// Who had never been abroad before, in the poorest fifth of the households of the first country,
/// by cash and six months of income at home: how many of them leave from now on. Worlds that keep
/// diaries and have the same rows are counted side by side.
class PoorestFifth
{
  public:
    PoorestFifth() = default;
    /// As households are in `world` now, the month to come included.
    explicit PoorestFifth(Simulation const& world);

    bool begun() const { return !poor_.empty(); }
    /// First departures of the month that this world has just lived, since the begin. `departed`:
    /// kept by the caller for each world, empty at first.
    std::int64_t first_departures(Simulation const& world,
                                  std::vector<std::uint8_t>& departed) const;

  private:
    std::vector<std::uint8_t> poor_;  // by row
};
}  // namespace kochmon
