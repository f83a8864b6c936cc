// SPDX-License-Identifier: MIT
#include "agents/rules/liquidity.hpp"

#include <algorithm>

namespace kochmon
{
void LiquidityParameters::fields(Fields& field)
{
    field("rules.liquidity.purse_share", purse_share,
          {Dimension::share, {0, 1}, "Part of its cash that a household gives for one purpose"});
    field("rules.liquidity.sent_abroad", sent_abroad,
          {Dimension::share,
           {0, 1},
           "Part of what the purse gives to a member at home that it sends to one abroad"});
    field("rules.liquidity.credit", credit,
          {Dimension::roubles, {0, 10'000'000}, "Credit d0 of a person without ties", Use::lever});
    field("rules.liquidity.credit_per_tie", credit_per_tie,
          {Dimension::ratio, {0, 10}, "Credit added by each tie, relative to d0"});
    field("rules.liquidity.most_ties", most_ties,
          {Dimension::ratio, {0, 100}, "Ties above this number add no credit"});
    field("rules.liquidity.interest", interest, {Dimension::per_month, {0, 1}, "Interest on debt"});
    field("rules.liquidity.keep", keep,
          {Dimension::roubles, {0, 1'000'000}, "Cash that is not used to repay debt"});
    field("rules.liquidity.repaid", repaid,
          {Dimension::share, {0, 1}, "Part of the cash above that which repays debt each month"});
    field("rules.liquidity.most_debt", most_debt,
          {Dimension::roubles, {0, 10'000'000}, "Debt above this amount is written off"});
    field("rules.liquidity.most_cash", most_cash,
          {Dimension::roubles,
           {0, 10'000'000},
           "Cash above this amount is spent by a person abroad on a better life"});
    field("rules.liquidity.most_household_cash", most_household_cash,
          {Dimension::roubles, {0, 100'000'000}, "The same for a household, when it settles"});
}

Payment pay(Means const& means, Kopecks amount)
{
    EXPECT(means.cover(amount));
    Payment payment;
    payment.own = std::min(means.own, amount);
    payment.purse = std::min(means.purse, amount - payment.own);
    payment.credit = amount - payment.own - payment.purse;
    return payment;
}

Kopecks credit_limit(LiquidityParameters const& parameters, double ties, Kopecks owed,
                     Kopecks added)
{
    double const factor = 1.0 + parameters.credit_per_tie * std::min(ties, parameters.most_ties);
    return std::max(Kopecks{}, scaled(parameters.credit, factor) + added - owed);
}

Kopecks purse(LiquidityParameters const& parameters, Kopecks household_cash)
{
    return std::max(Kopecks{}, scaled(household_cash, parameters.purse_share.value()));
}

DebtService serve(LiquidityParameters const& parameters, Kopecks cash, Kopecks debt, int months)
{
    DebtService service;
    if (debt == Kopecks{}) return service;
    service.interest = scaled(debt, parameters.interest * months);
    Kopecks const owed = debt + service.interest;
    Kopecks const above = std::max(Kopecks{}, cash - parameters.keep);
    service.repaid = std::min(owed, scaled(above, parameters.repaid.value()));
    service.written_off = std::max(Kopecks{}, owed - service.repaid - parameters.most_debt);
    return service;
}
}  // namespace kochmon
