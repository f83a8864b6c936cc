// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

#include "agents/vocabulary/places.hpp"

namespace kochmon
{
/// Stocks and product of a country of origin at the end of a month, in agents: full scale is weight
/// times as much.
struct EconomyAccounts
{
    std::int64_t gdp = 0;      // kopecks
    std::int64_t base = 0;     // kopecks, what it would be with the reference remittances
    std::int64_t capital = 0;  // kopecks invested out of remittances and not yet worn out
    std::int64_t worn = 0;     // kopecks of capital lost to wear in the month

    bool operator==(EconomyAccounts const&) const = default;
    /// Not so before the first month, nor of a country without an economy.
    bool are_kept() const { return base > 0; }
};

struct HomeAccounts
{
    ByCountry<EconomyAccounts> economies{};
    // By the last turn of the year: somebody was at home, and what they lived on (population.hpp).
    ByRegion<std::int64_t> households{};
    ByRegion<std::int64_t> on_remittances{};

    EconomyAccounts& of(Country country) { return economies[index(country)]; }
    EconomyAccounts const& of(Country country) const { return economies[index(country)]; }

    bool operator==(HomeAccounts const&) const = default;
    void add(HomeAccounts const& other);
};
}  // namespace kochmon
