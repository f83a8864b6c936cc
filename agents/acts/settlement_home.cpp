// SPDX-License-Identifier: MIT
// Of the settlement of a household: what arrives from abroad, what the state of origin gives to
// who returns, and what the household lived on in the year.
#include <algorithm>

#include "agents/acts/settlement.hpp"
#include "agents/options/help_on_return.hpp"

namespace kochmon::steps
{
// Part is put aside, part invested where capital is kept, the rest spent; what is put aside comes
// first.
void Settlement::receive(Intent const& intent)
{
    Kopecks const sent = intent.amount;
    Kopecks const saved = scaled(sent, parameters_.remittance.saved.value());
    Share const part = parameters_.home_economies.invested_in(households_.region[household_]);
    Kopecks const invested = std::min(sent - saved, scaled(sent, part.value()));
    households_.cash[household_] += saved.count();
    households_.received[household_] += sent.count();
    flow(Flow::remittances, intent.place, sent);
    flow(Flow::remittances_invested, intent.place, invested);
    flow(Flow::remittances_spent, intent.place, sent - saved - invested);
}

void Settlement::receive_help(Intent const& intent)
{
    std::size_t const person = intent.person;
    HelpOnReturn const help = help_on_return(parameters_, persons_, person, society_.month);
    Kopecks const credit = help.lent + help.given;
    households_.cash[household_] += (credit + help.grant).count();
    households_.debt[household_] += help.lent.count();
    flow(Flow::return_loans, intent.place, help.lent);
    flow(Flow::return_transfers, intent.place, help.given);
    flow(Flow::repatriation_grants, intent.place, help.grant);
    if (credit > Kopecks{})
    {
        remember_help(persons_, person, Programme::return_credit);
        count(Count::return_credits, intent);
    }
    if (help.grant > Kopecks{})
    {
        remember_help(persons_, person, Programme::repatriation);
        count(Count::repatriations, intent);
    }
}

// Who lived on remittances: these were more than half of all money and farm income of the calendar
// year, so more than what was earned at home [F24].
void Settlement::close_year()
{
    bool const inhabited = is_inhabited(piece_.population(), household_);
    bool const mostly_sent = households_.received[household_] > households_.earned[household_];
    households_.livelihood[household_] = !inhabited    ? Livelihood::nobody_at_home
                                         : mostly_sent ? Livelihood::remittances
                                                       : Livelihood::income_at_home;
    households_.received[household_] = households_.earned[household_] = 0;
}
}  // namespace kochmon::steps
