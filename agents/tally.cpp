// SPDX-License-Identifier: MIT
#include "agents/tally.hpp"

namespace kochmon
{
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
    for (std::size_t region = 0; region < region_count; ++region)
        for (std::size_t where = 0; where < jurisdiction_count; ++where)
        {
            listed[region][where] += other.listed[region][where];
            expired[region][where] += other.expired[region][where];
        }
}

void Tally::add(Tally const& other)
{
    for (std::size_t kind = 0; kind < count_kinds; ++kind)
        for (std::size_t cell = 0; cell < cells; ++cell)
            counts_[kind][cell] += other.counts_[kind][cell];
    for (std::size_t kind = 0; kind < stay_counts; ++kind)
        for (std::size_t year = 0; year < stay_years; ++year)
            for (std::size_t cell = 0; cell < cells; ++cell)
                stays_[kind][year][cell] += other.stays_[kind][year][cell];
    for (std::size_t kind = 0; kind < flow_kinds; ++kind)
        for (std::size_t region = 0; region < region_count; ++region)
            for (std::size_t place = 0; place < place_count; ++place)
                flows_[kind][region][place] += other.flows_[kind][region][place];
    for (std::size_t group = 0; group < profile_groups; ++group)
    {
        foreign_by_profile[group] += other.foreign_by_profile[group];
        regular_by_profile[group] += other.regular_by_profile[group];
        with_right_by_profile[group] += other.with_right_by_profile[group];
    }
    for (std::size_t kind = 0; kind < scarce_kinds; ++kind)
        for (std::size_t place = 0; place < place_count; ++place)
            granted[kind][place] += other.granted[kind][place];
    hold(other.holdings_);
    stocks.add(other.stocks);
    home.add(other.home);
    bans.add(other.bans);
}
}  // namespace kochmon
