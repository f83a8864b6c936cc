// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "config/corridor.hpp"

#include "analysis/life_tables/stays.hpp"
#include "analysis/statistics/risk_counts.hpp"

namespace kochmon
{
/// What ends a wait: what was waited for, or what came instead.
enum class StayEvent : std::uint8_t
{
    permit,        // first month at whose end one is held
    irregularity,  // first month at whose end the person is irregular or held
    overstay,      // first month at whose end the lawful stay is over
    citizenship,
    other_right,  // free movement or residence before any permit
    returned,
    removal,
    death
};
inline constexpr std::size_t stay_event_count = 8;
inline std::array<std::string, stay_event_count> const stay_event_names = {
    "permit",      "irregularity", "overstay", "citizenship",
    "other_right", "return",       "removal",  "death"};

/// A wait from the arrival on: for the first of the causes.
struct Wait
{
    std::vector<StayEvent> causes;  // first what is waited for
    bool takes_late_stays = false;  // those not seen from the arrival, from their first month on

    StayEvent event() const { return causes.front(); }
};

/// Months to the first permit, to irregularity, to the first overstay, to the return, to
/// citizenship.
std::vector<Wait> const& waits();

/// At risk in the months `first` to `last` since the arrival; in the last of them the cause came,
/// or the run ended.
struct WaitOutcome
{
    std::size_t first = 0;
    std::size_t last = 0;
    std::optional<std::size_t> cause = {};  // of the wait

    bool operator==(WaitOutcome const&) const = default;
};

/// Nothing: the stay is not at risk. Who arrives as a citizen waits for the return alone.
std::optional<WaitOutcome> outcome_of(Wait const& wait, Stay const& stay);

/// What came of the waits of all stays.
class WaitCounts
{
  public:
    void observe(PanelLife const& life);
    /// By group, and by wait in the order of `waits()`.
    std::map<LifeGroup, std::vector<RiskCounts>> const& counts() const { return counts_; }
    /// Of the total; where there is no stay, nobody is at risk in it.
    RiskCounts total(std::size_t wait) const;
    std::int64_t seen_from_arrival() const { return seen_; }
    std::int64_t begun_before() const { return late_; }

  private:
    void count(Stay const& stay, std::vector<LifeGroup> const& groups);
    std::vector<RiskCounts>& in(LifeGroup const& group);

    std::map<LifeGroup, std::vector<RiskCounts>> counts_;
    std::int64_t seen_ = 0;
    std::int64_t late_ = 0;
};

/// `life_tables.csv` (docs/life-tables.md).
std::string life_tables_csv(Corridor const& corridor, WaitCounts const& counts);
}  // namespace kochmon
