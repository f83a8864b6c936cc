// SPDX-License-Identifier: MIT
#pragma once

#include "engine/quantities.hpp"

#include "config/fields.hpp"

namespace kochmon
{
/// Months of income at home that count as means, beside cash.
inline constexpr int months_of_income_tested = 6;

/// Credit for a departure to members of poor households [F18].
struct DepartureCredit
{
    Kopecks amount;  // 0: no programme
    Kopecks below;   // household cash + six months of its income at home

    void fields(Fields& field);
    /// What it adds to the credit limit of a member. `income`: a month's, of the household.
    Kopecks for_member_of(Kopecks cash, Kopecks income) const
    {
        return cash + income * months_of_income_tested < below ? amount : Kopecks{};
    }
};
}  // namespace kochmon
