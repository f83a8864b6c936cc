// SPDX-License-Identifier: MIT
#include "agents/vocabulary/origins.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "engine/error.hpp"

namespace kochmon
{
void Origins::fields(Fields& field)
{
    for (Country const country : field.corridor().countries())
        field(path_of_origin(field.corridor(), country) + "included", included[index(country)],
              {.dimension = Dimension::truth,
               .meaning = "Whether the run includes persons of this country of origin"});
}

bool Origins::several() const
{
    return std::ranges::count(included, true) > 1;
}

std::optional<Country> Origins::leading(Corridor const& corridor) const
{
    for (Country const country : corridor.countries())
        if (include(country)) return country;
    return std::nullopt;
}

std::optional<Country> Origins::left_out(Corridor const& corridor, std::string const& name) const
{
    for (Region const region : corridor.regions())
    {
        Country const country = origin_country(region);
        bool const named = name == corridor.name_of(region) || name == corridor.name_of(country);
        if (named && !include(country)) return country;
    }
    return std::nullopt;
}

Table rows_of(Scenario const& scenario, std::string const& table, Country country)
{
    std::string const& name = scenario.corridor().name_of(country);
    Table rows = scenario.table(table).where("country", name);
    if (rows.rows() == 0)
        throw ScenarioError(
            fmt::format("{}: {}: no rows of {}, expected some, as {}included is true",
                        rows.place(0), table, name, path_of_origin(scenario.corridor(), country)));
    return rows;
}
}  // namespace kochmon
