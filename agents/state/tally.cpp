// SPDX-License-Identifier: MIT
#include "agents/state/tally.hpp"

#include "engine/contract.hpp"

namespace kochmon
{
namespace
{
void add_to(std::int64_t& sum, std::int64_t more)
{
    sum += more;
}

/// Cell by cell, whatever the dimensions.
template <class Cells, std::size_t size>
void add_to(std::array<Cells, size>& sum, std::array<Cells, size> const& more)
{
    for (std::size_t k = 0; k < size; ++k) add_to(sum[k], more[k]);
}
}  // namespace

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
    for (std::int64_t const agents : counts_[index(kind)]) total += agents;
    return total;
}

std::int64_t Tally::total(Count kind, Region origin) const
{
    constexpr std::size_t cells_of_region = place_count * 2;
    std::size_t const first = cell(origin, Place::home, Sex::female);
    std::int64_t total = 0;
    for (std::size_t k = first; k < first + cells_of_region; ++k) total += counts_[index(kind)][k];
    return total;
}

std::int64_t Tally::total(Flow kind) const
{
    std::int64_t total = 0;
    for (auto const& region : flows_[index(kind)])
        for (std::int64_t const amount : region) total += amount;
    return total;
}

std::int64_t Tally::total(Flow kind, Country origin) const
{
    std::int64_t total = 0;
    for (std::size_t region = 0; region < region_count; ++region)
    {
        if (origin_country(static_cast<Region>(region)) != origin) continue;
        for (std::int64_t const amount : flows_[index(kind)][region]) total += amount;
    }
    return total;
}

void BansByJurisdiction::add(BansByJurisdiction const& other)
{
    add_to(listed, other.listed);
    add_to(expired, other.expired);
    add_to(purged, other.purged);
    add_to(of_the_dead, other.of_the_dead);
}

void Tally::clear()
{
    static Tally const empty;  // too large for a small stack
    *this = empty;
}

void Tally::add(Tally const& other)
{
    add_to(counts_, other.counts_);
    add_to(stays_, other.stays_);
    add_to(flows_, other.flows_);
    add_to(foreign_by_profile, other.foreign_by_profile);
    add_to(regular_by_profile, other.regular_by_profile);
    add_to(with_right_by_profile, other.with_right_by_profile);
    add_to(granted, other.granted);
    hold(other.holdings_);
    counted_by_status_.add(other.counted_by_status_);
    paid_by_status_.add(other.paid_by_status_);
    stocks.add(other.stocks);
    home.add(other.home);
    bans.add(other.bans);
}
}  // namespace kochmon
