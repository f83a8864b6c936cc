// SPDX-License-Identifier: MIT
#include "agents/programmes/courses.hpp"

#include <fmt/format.h>

#include "agents/vocabulary/decision_points.hpp"

namespace kochmon
{
namespace
{
constexpr std::uint32_t of_language = 0;
constexpr std::uint32_t of_profession = 1;
}  // namespace

void Courses::fields(Fields& field)
{
    std::vector<std::size_t> const states = with_programmes(field.corridor());
    if (states.empty()) return;
    field.of_cells(
        "home.courses.language", language, states,
        read_in_january(
            {Dimension::share,
             {0, 1},
             fmt::format("Chance a year, of January, that an adult at home without {} learns it",
                         field.corridor().language_title()),
             Use::lever,
             {programme_dimension(field.corridor())}}));
    field.of_cells(
        "home.courses.profession", profession, states,
        read_in_january(
            {Dimension::share,
             {0, 1},
             "Chance a year, of January, that an adult at home without a profession learns one",
             Use::lever,
             {programme_dimension(field.corridor())}}));
}

Learnt learnt(Courses const& courses, Persons const& persons, std::size_t person,
              MonthDraws const& january)
{
    auto const succeeds = [&](Share chance, std::uint32_t what)
    {
        return january.uniform(persons.subject(person), block(DecisionPoint::courses), what) <
               chance.value();
    };
    std::size_t const country = index(origin_country(persons[person].origin));
    return {.language =
                persons[person].language == 0 && succeeds(courses.language[country], of_language),
            .profession = persons[person].profession == 0 &&
                          succeeds(courses.profession[country], of_profession)};
}
}  // namespace kochmon
