// SPDX-License-Identifier: MIT
#include "agents/tally.hpp"

#include "engine/contract.hpp"

namespace kochmon
{
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

void Tally::add(Tally const& other)
{
    for (std::size_t kind = 0; kind < count_kinds; ++kind)
        for (std::size_t cell = 0; cell < cells; ++cell)
            counts_[kind][cell] += other.counts_[kind][cell];
    for (std::size_t kind = 0; kind < flow_kinds; ++kind)
        for (std::size_t region = 0; region < region_count; ++region)
            for (std::size_t place = 0; place < place_count; ++place)
                flows_[kind][region][place] += other.flows_[kind][region][place];
    for (std::size_t group = 0; group < profile_groups; ++group)
    {
        foreign_by_profile[group] += other.foreign_by_profile[group];
        regular_by_profile[group] += other.regular_by_profile[group];
    }
    for (std::size_t kind = 0; kind < scarce_kinds; ++kind)
        for (std::size_t place = 0; place < place_count; ++place)
            granted[kind][place] += other.granted[kind][place];
    hold(other.holdings_);
    counted_by_status_.add(other.counted_by_status_);
    paid_by_status_.add(other.paid_by_status_);
    stocks.add(other.stocks);
    home.add(other.home);
}
}  // namespace kochmon
