// SPDX-License-Identifier: MIT
#include "agents/economy/unrest.hpp"

namespace kochmon
{
void Unrest::fields(Fields& field)
{
    // The first last, as scenarios have it.
    for (Country const country : field.corridor().countries())
        if (country != first_country) fields_of(field, country);
    fields_of(field, first_country);
}

void Unrest::fields_of(Fields& field, Country country)
{
    Corridor const& corridor = field.corridor();
    std::string const path = path_of_start(corridor, country) + "home.unrest";
    Declared declared{.dimension = Dimension::roubles_per_month,
                      .range = {0, 1'000'000},
                      .meaning = "What unrest takes from the value of home",
                      .use = Use::lever};
    if (!corridor.has(country, Own::unrest_by_region))
        return field(path, of_country[index(country)], declared);
    GroupDimension own{.name = "origin", .names = {}};
    std::vector<std::size_t> numbers;
    for (Region const region : corridor.regions_of(country))
    {
        own.names.push_back(corridor.name_of(region));
        numbers.push_back(index(region));
    }
    declared.groups = {own};
    field.of_cells(path, cost, numbers, declared);
}
}  // namespace kochmon
