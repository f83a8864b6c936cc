// SPDX-License-Identifier: MIT
#include "analysis/compare/grouping.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "engine/error.hpp"

#include "config/suggestion.hpp"

#include "analysis/compare/flip_status.hpp"

namespace kochmon
{
namespace
{
using Names = std::vector<std::string>;

std::array<std::string, trait_count> trait_names(Corridor const& corridor)
{
    return {"origin", "country",   "destination",       "status",    "sex",
            "age",    "schooling", corridor.language(), "profession"};
}

template <std::size_t size>
Names as_names(std::array<std::string, size> const& names)
{
    return {names.begin(), names.end()};
}

std::size_t group_of_age(int years)
{
    if (years < 15) return 0;
    return 1 + std::min<std::size_t>(5, static_cast<std::size_t>(years - 15) / 10);
}

Trait trait_of(std::string const& word, Corridor const& corridor)
{
    auto const names = trait_names(corridor);
    auto const found = std::ranges::find(names, word);
    if (found != names.end()) return static_cast<Trait>(found - names.begin());
    throw UsageError(fmt::format("--by {}: expected some of {}, with commas between them", word,
                                 fmt::join(names, ", ")));
}
}  // namespace

std::string name(Trait trait, Corridor const& corridor)
{
    return trait_names(corridor)[index(trait)];
}

std::vector<std::string> groups(Trait trait, Corridor const& corridor)
{
    Names places = corridor.place_names();
    places.emplace_back("nowhere");  // who has just died
    std::array<Names, trait_count> const all = {
        corridor.region_names(),
        corridor.country_names(),
        places,
        as_names(flip_status_names),
        as_names(sex_names),
        Names{"0-14", "15-24", "25-34", "35-44", "45-54", "55-64", "65+"},
        Names{"basic", "secondary", "higher"},
        Names{"without", "with"},
        Names{"without", "with"}};
    return all[index(trait)];
}

std::optional<Breakdown> breakdown(Trait trait)
{
    switch (trait)
    {
        case Trait::origin:
            return Breakdown::origin;
        case Trait::country:
            return Breakdown::country;
        case Trait::destination:
            return Breakdown::destination;
        case Trait::sex:
            return Breakdown::sex;
        case Trait::age:
            return Breakdown::age;
        case Trait::schooling:
            return Breakdown::schooling;
        case Trait::language:
            return Breakdown::language;
        case Trait::profession:
            return Breakdown::profession;
        case Trait::status:
            break;
    }
    return std::nullopt;
}

std::size_t group_of(Trait trait, Persons const& persons, std::size_t row, Month month)
{
    switch (trait)
    {
        case Trait::origin:
            return index(persons[row].origin);
        case Trait::country:
            return index(origin_country(persons[row].origin));
        case Trait::destination:
            return index(persons.place[row]);
        case Trait::status:
            return index(flip_status(persons, row));
        case Trait::sex:
            return index(persons.sex[row]);
        case Trait::age:
            return group_of_age(persons.age_in_months(row, month) / 12);
        case Trait::schooling:
            return index(persons[row].schooling);
        case Trait::language:
            return persons[row].language;
        case Trait::profession:
            return persons[row].profession;
    }
    return 0;
}

Grouping::Grouping(std::vector<Trait> traits, Corridor const& corridor) : traits_(std::move(traits))
{
    for (Trait const trait : traits_)
    {
        begins_.push_back(cells_);
        for (std::string const& group : groups(trait, corridor))
        {
            by_.push_back(name(trait, corridor));
            group_.push_back(group);
        }
        last_.push_back(by_.size() - cells_ - 1);
        cells_ = by_.size();
    }
}

Grouping Grouping::of_flag(std::string const& text, Corridor const& corridor)
{
    std::vector<Trait> traits;
    for (std::size_t begin = 0; begin <= text.size();)
    {
        std::size_t const end = std::min(text.find(',', begin), text.size());
        Trait const trait = trait_of(text.substr(begin, end - begin), corridor);
        if (std::ranges::find(traits, trait) == traits.end()) traits.push_back(trait);
        begin = end + 1;
    }
    return Grouping(std::move(traits), corridor);
}
}  // namespace kochmon
