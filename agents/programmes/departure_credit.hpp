// SPDX-License-Identifier: MIT
#pragma once

#include "engine/quantities.hpp"

#include "config/fields.hpp"

#include "agents/vocabulary/places.hpp"

namespace kochmon
{
/// Months of income at home that count as means, beside cash.
inline constexpr int months_of_income_tested = 6;

/// Credit for a departure to members of poor households [F18].
struct DepartureCredit
{
    ByCountry<Kopecks> amount{};  // 0: no programme
    Kopecks below;                // household cash + six months of its income at home

    void fields(Fields& field);
    /// What it adds to the credit limit of a member. `income`: a month's, of the household.
    Kopecks for_member_of(Country country, Kopecks cash, Kopecks income) const
    {
        bool const poor = cash + income * months_of_income_tested < below;
        return poor ? amount[index(country)] : Kopecks{};
    }
};
}  // namespace kochmon
