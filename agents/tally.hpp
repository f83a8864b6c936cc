// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>

#include "agents/places.hpp"
#include "agents/status.hpp"
#include "agents/world.hpp"

namespace kochmon
{
/// What is counted in agents. Stocks at month end, flows during the month, exposure in
/// person-months. Where: a stock at the place of the person, a flow at the destination concerned.
enum class Count : std::uint8_t
{
    // Stocks.
    living,
    abroad,
    foreign_workers,
    regular_workers,
    naturalized_abroad,
    permit_holders,
    overstayed,
    searching,
    banned,
    // Flows.
    considered_leaving,
    departures,
    departures_without_purse,  // wanted to leave, found the purse given to another member
    returns,
    fines,
    deportations,
    expulsions,
    permits_bought,
    permits_without_purse,  // could pay for one, had the purse not been given already
    permits_lapsed,
    stays_overrun,
    jobs_found,
    jobs_lost,
    checks,
    // Exposure, counted when the checks of the month begin.
    months_abroad,
    irregular_months
};
inline constexpr std::size_t count_kinds = static_cast<std::size_t>(Count::irregular_months) + 1;

/// Money of the month in kopecks, of the agents, at the place of the person concerned.
enum class Flow : std::uint8_t
{
    wages,
    home_savings,
    credit,
    interest,
    living,
    better_living,
    fares,
    registration_fees,
    permit_fees,
    fines,
    pay_lost,
    repaid,
    written_off,
    home_spending,
    remittances,
    remittances_spent
};
inline constexpr std::size_t flow_kinds = static_cast<std::size_t>(Flow::remittances_spent) + 1;

/// Cash and debt held, kopecks.
struct Holdings
{
    std::int64_t cash = 0;
    std::int64_t debt = 0;

    bool operator==(Holdings const&) const = default;
};

/// Integer sums of one month. Adding tallies in any order gives the same bits.
class Tally
{
  public:
    /// A cell: region of origin, place, sex.
    static constexpr std::size_t cells = region_count * place_count * 2;
    static constexpr std::size_t cell(Region region, Place place, Sex sex)
    {
        return (index(region) * place_count + index(place)) * 2 + index(sex);
    }

    void count(Count kind, std::size_t cell, std::int64_t agents = 1)
    {
        counts_[index(kind)][cell] += agents;
    }
    void flow(Flow kind, Region region, Place place, Kopecks amount)
    {
        flows_[index(kind)][index(region)][index(place)] += amount.count();
    }
    void hold(Holdings const& holdings)
    {
        holdings_.cash += holdings.cash;
        holdings_.debt += holdings.debt;
    }

    std::int64_t at(Count kind, std::size_t cell) const { return counts_[index(kind)][cell]; }
    std::int64_t at(Flow kind, Region region, Place place) const
    {
        return flows_[index(kind)][index(region)][index(place)];
    }
    std::int64_t total(Count kind) const;
    std::int64_t total(Flow kind) const;
    Holdings const& holdings() const { return holdings_; }

    Stocks stocks;

    bool operator==(Tally const&) const = default;

    void clear() { *this = Tally{}; }
    void add(Tally const& other);

  private:
    std::array<std::array<std::int64_t, cells>, count_kinds> counts_{};
    std::array<ByRegion<ByPlace<std::int64_t>>, flow_kinds> flows_{};
    Holdings holdings_;
};
}  // namespace kochmon
