// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <tuple>
#include <vector>

#include "agents/state/counts.hpp"
#include "agents/state/home_accounts.hpp"
#include "agents/state/scarce_places.hpp"
#include "agents/state/world.hpp"
#include "agents/vocabulary/by_status.hpp"
#include "agents/vocabulary/places.hpp"
#include "agents/vocabulary/profile.hpp"
#include "agents/vocabulary/status.hpp"
#include "agents/vocabulary/stays.hpp"

namespace kochmon
{
/// What is told apart by the status in which it happened too (agents/vocabulary/by_status.hpp).
inline constexpr std::array counted_by_status = {
    Count::months_abroad, Count::irregular_months, Count::returns,  Count::sent_back,
    Count::deportations,  Count::expulsions,       Count::released, Count::unpaid_overtime,
    Count::pay_withheld,  Count::other_work};
inline constexpr std::array paid_by_status = {Flow::wages, Flow::remittances};

/// The number of a kind in such a list, or nothing.
template <class Kind, std::size_t size>
constexpr std::optional<std::size_t> place_in(std::array<Kind, size> const& kinds, Kind kind)
{
    for (std::size_t k = 0; k < size; ++k)
        if (kinds[k] == kind) return k;
    return std::nullopt;
}

/// Cash and debt held, kopecks.
struct Holdings
{
    std::int64_t cash = 0;
    std::int64_t debt = 0;

    bool operator==(Holdings const&) const = default;
};

/// The list of bans by whose bans they are, wherever the persons are who may not enter.
struct BansByJurisdiction
{
    ByRegion<ByJurisdiction<std::int64_t>> listed{};  // persons, by origin: a stock
    ByRegion<ByJurisdiction<std::int64_t>> expired{};
    ByRegion<ByJurisdiction<std::int64_t>> purged{};
    ByRegion<ByJurisdiction<std::int64_t>> of_the_dead{};

    bool operator==(BansByJurisdiction const&) const = default;
    /// Of the first regions, those of the corridor; so is adding.
    void clear(std::size_t regions);
    void add(BansByJurisdiction const& other, std::size_t regions);
};

/// Regions one after the other, by index.
struct RegionRange
{
    std::size_t first = 0;
    std::size_t last = 0;  // excluded
};

/// Integer sums of one month. Adding tallies in any order gives the same bits.
class Tally
{
  public:
    /// Laid out for nobody: takes the layout of what is added first.
    Tally() = default;
    /// Laid out for the regions and places of a corridor.
    explicit Tally(Corridor const& corridor);

    Regions const& regions() const { return regions_; }
    Places const& places() const { return places_; }
    /// Of countries of origin that have one.
    Countries const& economies() const { return economies_; }

    /// A cell: region of origin, place, sex.
    std::size_t cells() const { return cells_; }
    std::size_t cell(Region region, Place place, Sex sex) const
    {
        return (index(region) * places_.size() + index(place)) * 2 + index(sex);
    }

    void count(Count kind, std::size_t cell, std::int64_t agents = 1)
    {
        counts_[cell * count_kinds + index(kind)] += agents;
    }
    /// Counts of a cell, by kind, for those who count many of them.
    std::int64_t* counts_of(std::size_t cell) { return &counts_[cell * count_kinds]; }
    void count(StayCount kind, std::size_t year, std::size_t cell, std::int64_t agents = 1)
    {
        stays_[place_of(kind, year, cell)] += agents;
    }
    void flow(Flow kind, Region region, Place place, Kopecks amount)
    {
        flows_[place_of(kind, region, place)] += amount.count();
    }
    /// Beside the count, of those kinds that are told by status.
    void count_status(Count kind, Jurisdiction where, Status const& status)
    {
        if (auto const k = place_in(counted_by_status, kind))
            counted_by_status_.add(*k, where, status, 1);
    }
    /// Beside the flow, likewise.
    void flow_status(Flow kind, Jurisdiction where, Status const& status, Kopecks amount)
    {
        if (auto const k = place_in(paid_by_status, kind))
            paid_by_status_.add(*k, where, status, amount.count());
    }
    void hold(Holdings const& holdings)
    {
        holdings_.cash += holdings.cash;
        holdings_.debt += holdings.debt;
    }

    std::int64_t at(Count kind, std::size_t cell) const
    {
        return counts_[cell * count_kinds + index(kind)];
    }
    /// By completed year since the arrival.
    std::int64_t at(StayCount kind, std::size_t year, std::size_t cell) const
    {
        return stays_[place_of(kind, year, cell)];
    }
    std::int64_t at(Flow kind, Region region, Place place) const
    {
        return flows_[place_of(kind, region, place)];
    }
    /// Of kinds that are told by status alone.
    std::int64_t by_status(Count kind, StatusPart const& part) const;
    std::int64_t by_status(Flow kind, StatusPart const& part) const;
    std::int64_t total(Count kind) const;
    std::int64_t total(Count kind, Region origin) const;
    std::int64_t total(Count kind, Country origin) const;
    std::int64_t total(Flow kind) const;
    std::int64_t total(Flow kind, Country origin) const;
    Holdings const& holdings() const { return holdings_; }

    Stocks stocks;
    /// Foreign workers, the regular and those with the right to work among them, by the groups of
    /// agents/vocabulary/profile.hpp.
    std::array<std::int64_t, profile_groups> foreign_by_profile{};
    std::array<std::int64_t, profile_groups> regular_by_profile{};
    std::array<std::int64_t, profile_groups> with_right_by_profile{};
    /// Places granted by lot, by kind and desk (agents/law/quota.hpp).
    ByScarce<ByPlace<std::int64_t>> granted{};
    HomeAccounts home;
    BansByJurisdiction bans;

    bool operator==(Tally const&) const = default;

    /// Whether it is laid out as that corridor asks.
    bool fits(Corridor const& corridor) const;
    /// What is written down and read again: all but how it is laid out.
    template <class Self>
    static auto members(Self& self)
    {
        auto& [stocks, foreign, regular, with_right, granted, home, bans, regions, places,
               economies, cells, counts, stays, flows, holdings, by_status, paid] = self;
        return std::tie(stocks, foreign, regular, with_right, granted, home, bans, counts, stays,
                        flows, holdings, by_status, paid);
    }

    void clear() { clear(all()); }
    void add(Tally const& other) { add(other, all()); }
    /// Of which no region but these has anything.
    void clear(RegionRange const& regions);
    void add(Tally const& other, RegionRange const& regions);
    RegionRange all() const { return {0, regions_.size()}; }

  private:
    std::size_t place_of(Flow kind, Region region, Place place) const
    {
        return (index(region) * places_.size() + index(place)) * flow_kinds + index(kind);
    }
    static std::size_t place_of(StayCount kind, std::size_t year, std::size_t cell)
    {
        return (cell * stay_counts + index(kind)) * stay_years + year;
    }

    Regions regions_;
    Places places_;
    Countries economies_;
    std::size_t cells_ = 0;
    // What is counted of one person lies together.
    std::vector<std::int64_t> counts_;  // by cell and kind
    std::vector<std::int64_t> stays_;   // by cell, kind and year
    std::vector<std::int64_t> flows_;   // by region, place and kind
    Holdings holdings_;
    ByStatus<counted_by_status.size()> counted_by_status_;
    ByStatus<paid_by_status.size()> paid_by_status_;
};
}  // namespace kochmon
