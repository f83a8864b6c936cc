// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "config/corridor.hpp"

#include "analysis/life_tables/legality_parts.hpp"
#include "analysis/life_tables/standings.hpp"
#include "analysis/life_tables/waits.hpp"

namespace kochmon
{
/// All that life tables count of a panel, life by life: whole numbers, whose size hangs on months
/// and groups and not on persons.
class LifeTables
{
  public:
    explicit LifeTables(Corridor corridor) : corridor_(std::move(corridor)) {}

    void observe(PanelLife const& life);

    Corridor const& corridor() const { return corridor_; }
    std::int64_t lives() const { return lives_; }
    std::uint32_t replicates() const { return replicates_; }
    WaitCounts const& waits() const { return waits_; }
    StandingCounts const& standings() const { return standings_; }
    LegalityCounts const& legality() const { return legality_; }

    /// Name and content of each table.
    std::vector<std::pair<std::string, std::string>> made(
        std::vector<RateChange> const& changes) const;

  private:
    Corridor corridor_;
    std::int64_t lives_ = 0;
    std::uint32_t replicates_ = 0;
    WaitCounts waits_;
    StandingCounts standings_;
    LegalityCounts legality_;
};
}  // namespace kochmon
