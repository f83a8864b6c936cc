// SPDX-License-Identifier: MIT
#pragma once

#include "engine/quantities.hpp"

#include "config/fields.hpp"

#include "agents/vocabulary/places.hpp"

namespace kochmon
{
/// A loan on easy terms to who returns by own choice, once in a life, as Uzbekistan gives it
/// [F18]. The easy part need not be paid back: the state bears it.
struct ReturnCredit
{
    ByCountry<Kopecks> amount{};  // 0: no programme
    Share easy;
    int months_abroad = 0;  // at least so many in this spell

    void fields(Fields& field);
    bool open_to(Country country, int months) const
    {
        return amount[index(country)] > Kopecks{} && months >= months_abroad;
    }
    Kopecks given(Country country) const { return scaled(amount[index(country)], easy.value()); }
    Kopecks lent(Country country) const { return amount[index(country)] - given(country); }
};
}  // namespace kochmon
