// SPDX-License-Identifier: MIT
#include "agents/economy/unrest.hpp"

namespace kochmon
{
void Unrest::fields(Fields& field)
{
    Declared declared{.dimension = Dimension::roubles_per_month,
                      .range = {0, 1'000'000},
                      .meaning = "What unrest takes from the value of home",
                      .use = Use::lever};
    for (Country const country : field.corridor().countries())
        if (country != first_country)
            field(path_of_origin(field.corridor(), country) + "home.unrest",
                  elsewhere[index(country)], declared);
    GroupDimension own{.name = "origin", .names = {}};
    for (Region const region : field.corridor().regions_of(first_country))
        own.names.push_back(field.corridor().name_of(region));
    declared.groups = {own};
    field(path_of_start(field.corridor(), first_country) + "home.unrest", cost, declared);
}
}  // namespace kochmon
