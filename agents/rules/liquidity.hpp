// SPDX-License-Identifier: MIT
#pragma once

#include "engine/quantities.hpp"

#include "config/fields.hpp"

namespace kochmon
{
/// What a person can pay with: own cash, the household's purse, credit [F5, F6].
struct LiquidityParameters
{
    Share purse_share;
    Share sent_abroad;  // of the purse, that reaches a member who is abroad
    Kopecks credit;     // d0
    double credit_per_tie = 0.0;
    double most_ties = 0.0;
    double interest = 0.0;
    Kopecks keep;
    Share repaid;
    Kopecks most_debt;
    Kopecks most_cash;
    Kopecks most_household_cash;

    void fields(Fields& field);
};

/// Money within reach, in the order in which it is taken.
struct Means
{
    Kopecks own;
    Kopecks purse;
    Kopecks credit;

    Kopecks total() const { return own + purse + credit; }
    bool cover(Kopecks amount) const { return total() >= amount; }
};

/// How an amount is paid: own cash first, then the purse, then credit.
struct Payment
{
    Kopecks own;
    Kopecks purse;
    Kopecks credit;
};
/// Precondition: the means cover the amount.
Payment pay(Means const& means, Kopecks amount);

/// credit = d0 (1 + 0.5 min(n, 4)) + what a programme adds, less what is owed already, not below 0.
Kopecks credit_limit(LiquidityParameters const& parameters, double ties, Kopecks owed,
                     Kopecks added = {});
/// What the purse of a household with this cash gives: at most 80 %.
Kopecks purse(LiquidityParameters const& parameters, Kopecks household_cash);

/// A debt after a number of months: interest, then repayment of half of what cash is above 3,000
/// RUB, then what lenders write off, since interest would let a debt that nobody can serve grow
/// without end.
struct DebtService
{
    Kopecks interest = {};
    Kopecks repaid = {};
    Kopecks written_off = {};

    Kopecks change() const { return interest - repaid - written_off; }
};
DebtService serve(LiquidityParameters const& parameters, Kopecks cash, Kopecks debt, int months);
}  // namespace kochmon
