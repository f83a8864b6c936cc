// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "config/corridor.hpp"

#include "analysis/life_tables/life_group.hpp"
#include "analysis/life_tables/panel_lives.hpp"
#include "analysis/statistics/kitagawa.hpp"

namespace kochmon
{
/// A time at which the legality rate is measured: a month end, or all month ends of a year.
struct RatePeriod
{
    Month from;
    Month until;  // excluded
    std::string text;

    /// `2010` or `2010-06`; nothing for any other text.
    static std::optional<RatePeriod> parse(std::string const& text);
};

/// From the first to the second.
struct RateChange
{
    RatePeriod before;
    RatePeriod after;
};

/// Foreign workers at month ends, and those with the right to work: the legality rate
/// (docs/glossary.md), by what they may be told apart by.
class LegalityCounts
{
  public:
    enum class Scope : std::uint8_t
    {
        everywhere,
        main
    };
    static constexpr std::size_t scopes = 2;
    static constexpr std::array<LifeGrouping, 5> groupings = {
        LifeGrouping::destination, LifeGrouping::years_abroad, LifeGrouping::origin,
        LifeGrouping::age, LifeGrouping::sex};

    void observe(PanelLife const& life);

    /// The reported months.
    Month begin() const { return begin_; }
    Month end() const { return begin_ + static_cast<int>(months_.size()); }
    /// Over the month ends of a period: person-months of foreign work.
    RateCounts of(Scope scope, LifeGroup const& group, RatePeriod const& period) const;
    /// The groups of a grouping, in order, at the two periods.
    std::vector<GroupAtTwoTimes> at_both(Scope scope, LifeGrouping by,
                                         RateChange const& change) const;

  private:
    static constexpr std::size_t most_groups = most_regions;  // of a grouping
    using OfMonth =
        std::array<std::array<std::array<RateCounts, most_groups>, groupings.size()>, scopes>;

    void count(PanelLife const& life, Spell const& spell, Month month);

    Month begin_;
    std::vector<OfMonth> months_;
};

/// Each reported year to the next, and the first to the last; of a run within one year its first
/// month to its last.
std::vector<RateChange> usual_changes(LegalityCounts const& counts);
/// Throws UsageError where one of the periods holds no reported month.
void demand_reported(RateChange const& change, LegalityCounts const& counts);

/// `decomposition.csv` (docs/life-tables.md).
std::string decomposition_csv(Corridor const& corridor, LegalityCounts const& counts,
                              std::vector<RateChange> const& changes);
}  // namespace kochmon
