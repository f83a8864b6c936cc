// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "config/corridor.hpp"

#include "analysis/life_tables/standing.hpp"
#include "analysis/life_tables/stays.hpp"
#include "analysis/statistics/state_shares.hpp"

namespace kochmon
{
/// The standing of a person at each month end from the first reported month on; the month of the
/// death, if any, is the last.
std::vector<LegalStanding> standings_of(PanelLife const& life);

/// Months after an arrival that are looked at.
inline constexpr std::size_t months_after_arrival = 120;

/// How persons stand so many months after an arrival, wherever they are by then, and from one month
/// to the next.
class StandingCounts
{
  public:
    void observe(PanelLife const& life);

    /// From the arrivals in reported months, by group. A person who arrives twice is followed from
    /// each.
    std::map<LifeGroup, StateMoves> const& after_arrival() const { return after_arrival_; }
    /// Between month ends, of the whole panel and by year: cell (from, to).
    std::map<LifeGroup, std::vector<std::int64_t>> const& moves() const { return moves_; }

  private:
    void follow(std::vector<LegalStanding> const& standings, std::size_t begin,
                LifeGroup const& group);
    void count_moves(std::vector<LegalStanding> const& standings, Month begin);

    std::map<LifeGroup, StateMoves> after_arrival_;
    std::map<LifeGroup, std::vector<std::int64_t>> moves_;
};

/// `status_after_arrival.csv`, `months_in_status.csv`, `transitions.csv` (docs/life-tables.md).
std::string status_after_arrival_csv(Corridor const& corridor, StandingCounts const& counts);
std::string months_in_status_csv(Corridor const& corridor, StandingCounts const& counts);
std::string transitions_csv(Corridor const& corridor, StandingCounts const& counts);

/// Expected months in each standing within the months that `shares` holds.
std::vector<double> expected_months(std::vector<std::vector<double>> const& shares);
}  // namespace kochmon
