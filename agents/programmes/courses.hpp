// SPDX-License-Identifier: MIT
#pragma once

#include "engine/quantities.hpp"
#include "engine/random.hpp"

#include "config/fields.hpp"

#include "agents/state/population.hpp"

namespace kochmon
{
/// Courses at home, for adults who lack what is taught; one chance a year, in January [F18, F28].
struct Courses
{
    ByCountry<Share> language{};  // chance, by the state of origin that teaches; 0 where none does
    ByCountry<Share> profession{};

    void fields(Fields& field);
    bool held(Country country) const
    {
        return language[index(country)] > Share{} || profession[index(country)] > Share{};
    }
};

struct Learnt
{
    bool language = false;
    bool profession = false;
};
/// What a person learns this year. `january`: the draws of that month.
Learnt learnt(Courses const& courses, Persons const& persons, std::size_t person,
              MonthDraws const& january);
}  // namespace kochmon
