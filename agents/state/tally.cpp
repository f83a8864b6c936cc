// SPDX-License-Identifier: MIT
#include "agents/state/tally.hpp"

#include <algorithm>
#include <span>

#include "engine/contract.hpp"

#include "agents/state/sums.hpp"

namespace kochmon
{
Tally::Tally(Corridor const& corridor)
    : regions_(corridor.regions()),
      places_(corridor.places()),
      economies_(corridor.with(Own::economy)),
      cells_(regions_.size() * places_.size() * 2),
      counts_(count_kinds * cells_),
      stays_(stay_counts * stay_years * cells_),
      flows_(flow_kinds * regions_.size() * places_.size())
{
}

bool Tally::fits(Corridor const& corridor) const
{
    return regions_ == corridor.regions() && places_ == corridor.places() &&
           economies_ == corridor.with(Own::economy) && counts_.size() == count_kinds * cells_ &&
           stays_.size() == stay_counts * stay_years * cells_ &&
           flows_.size() == flow_kinds * regions_.size() * places_.size();
}

std::int64_t Tally::by_status(Count kind, StatusPart const& part) const
{
    auto const k = place_in(counted_by_status, kind);
    EXPECT(k.has_value());
    return counted_by_status_.sum(*k, part);
}

std::int64_t Tally::by_status(Flow kind, StatusPart const& part) const
{
    auto const k = place_in(paid_by_status, kind);
    EXPECT(k.has_value());
    return paid_by_status_.sum(*k, part);
}

std::int64_t Tally::total(Count kind) const
{
    std::int64_t total = 0;
    for (std::size_t k = 0; k < cells_; ++k) total += at(kind, k);
    return total;
}

std::int64_t Tally::total(Count kind, Region origin) const
{
    std::size_t const cells_of_region = places_.size() * 2;
    std::size_t const first = cell(origin, Place::home, Sex::female);
    std::int64_t total = 0;
    for (std::size_t k = first; k < first + cells_of_region; ++k) total += at(kind, k);
    return total;
}

std::int64_t Tally::total(Count kind, Country origin) const
{
    std::int64_t agents = 0;
    for (Region const region : regions_)
        if (origin_country(region) == origin) agents += total(kind, region);
    return agents;
}

std::int64_t Tally::total(Flow kind) const
{
    std::int64_t total = 0;
    for (Region const region : regions_)
        for (Place const place : places_) total += at(kind, region, place);
    return total;
}

std::int64_t Tally::total(Flow kind, Country origin) const
{
    std::int64_t total = 0;
    for (Region const region : regions_)
    {
        if (origin_country(region) != origin) continue;
        for (Place const place : places_) total += at(kind, region, place);
    }
    return total;
}

void BansByJurisdiction::clear(std::size_t regions)
{
    for (auto* const bans : {&listed, &expired, &purged, &of_the_dead}) clear_first(*bans, regions);
}

void BansByJurisdiction::add(BansByJurisdiction const& other, std::size_t regions)
{
    add_first(listed, other.listed, regions);
    add_first(expired, other.expired, regions);
    add_first(purged, other.purged, regions);
    add_first(of_the_dead, other.of_the_dead, regions);
}

namespace
{
/// Of cells that are kept by region, those of some regions.
std::span<std::int64_t> of_regions(std::vector<std::int64_t>& cells, std::size_t regions,
                                   RegionRange const& range)
{
    std::size_t const of_one = regions == 0 ? 0 : cells.size() / regions;
    return std::span(cells).subspan(range.first * of_one, (range.last - range.first) * of_one);
}

void add_of_regions(std::vector<std::int64_t>& sum, std::vector<std::int64_t> const& more,
                    std::size_t regions, RegionRange const& range)
{
    EXPECT(sum.size() == more.size());
    std::span<std::int64_t> const cells = of_regions(sum, regions, range);
    std::int64_t const* const from = more.data() + (cells.data() - sum.data());
    for (std::size_t k = 0; k < cells.size(); ++k) cells[k] += from[k];
}
}  // namespace

void Tally::clear(RegionRange const& regions)
{
    for (auto* const cells : {&counts_, &stays_, &flows_})
        std::ranges::fill(of_regions(*cells, regions_.size(), regions), 0);
    holdings_ = {};
    counted_by_status_ = {};
    paid_by_status_ = {};
    stocks.clear(regions_.size());
    foreign_by_profile = {};
    regular_by_profile = {};
    with_right_by_profile = {};
    granted = {};
    home = {};
    bans.clear(regions_.size());
}

void Tally::add(Tally const& other, RegionRange const& regions)
{
    if (cells_ == 0)
    {
        *this = other;
        return;
    }
    add_of_regions(counts_, other.counts_, regions_.size(), regions);
    add_of_regions(stays_, other.stays_, regions_.size(), regions);
    add_of_regions(flows_, other.flows_, regions_.size(), regions);
    add_to(foreign_by_profile, other.foreign_by_profile);
    add_to(regular_by_profile, other.regular_by_profile);
    add_to(with_right_by_profile, other.with_right_by_profile);
    add_to(granted, other.granted);
    hold(other.holdings_);
    counted_by_status_.add(other.counted_by_status_);
    paid_by_status_.add(other.paid_by_status_);
    stocks.add(other.stocks, regions_.size());
    home.add(other.home);
    bans.add(other.bans, regions_.size());
}
}  // namespace kochmon
