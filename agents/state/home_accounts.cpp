// SPDX-License-Identifier: MIT
#include "agents/state/home_accounts.hpp"

#include "agents/state/sums.hpp"

namespace kochmon
{
void HomeAccounts::add(HomeAccounts const& other)
{
    gdp += other.gdp;
    base += other.base;
    capital += other.capital;
    worn += other.worn;
    add_to(households, other.households);
    add_to(on_remittances, other.on_remittances);
}
}  // namespace kochmon
