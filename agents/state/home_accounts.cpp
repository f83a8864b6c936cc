// SPDX-License-Identifier: MIT
#include "agents/state/home_accounts.hpp"

#include "agents/state/sums.hpp"

namespace kochmon
{
void HomeAccounts::add(HomeAccounts const& other)
{
    for (std::size_t country = 0; country < economies.size(); ++country)
    {
        economies[country].gdp += other.economies[country].gdp;
        economies[country].base += other.economies[country].base;
        economies[country].capital += other.economies[country].capital;
        economies[country].worn += other.economies[country].worn;
    }
    add_to(households, other.households);
    add_to(on_remittances, other.on_remittances);
}
}  // namespace kochmon
