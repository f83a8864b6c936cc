// SPDX-License-Identifier: MIT
#include "agents/state/home_accounts.hpp"

namespace kochmon
{
void HomeAccounts::add(HomeAccounts const& other)
{
    gdp += other.gdp;
    base += other.base;
    capital += other.capital;
    worn += other.worn;
    for (std::size_t region = 0; region < region_count; ++region)
    {
        households[region] += other.households[region];
        on_remittances[region] += other.on_remittances[region];
    }
}
}  // namespace kochmon
