// SPDX-License-Identifier: MIT
#include "agents/vocabulary/origins.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "engine/error.hpp"

namespace kochmon
{
void Origins::fields(Fields& field)
{
    for (std::size_t country = 0; country < country_count; ++country)
        field(path_of_origin(static_cast<Country>(country)) + "included", included[country],
              {.dimension = Dimension::truth,
               .meaning = "Whether the run holds persons of this country of origin"});
}

bool Origins::several() const
{
    return std::ranges::count(included, true) > 1;
}

std::optional<Country> Origins::left_out(std::string const& name) const
{
    for (std::size_t region = 0; region < region_count; ++region)
    {
        Country const country = origin_country(static_cast<Region>(region));
        bool const named = name == region_names[region] || name == country_names[index(country)];
        if (named && !include(country)) return country;
    }
    return std::nullopt;
}

Table rows_of(Scenario const& scenario, std::string const& table, Country country)
{
    std::string const& name = country_names[index(country)];
    Table rows = scenario.table(table).where("country", name);
    if (rows.rows() == 0)
        throw ScenarioError(
            fmt::format("{}: {}: no rows of {}, expected some, as {}included is true",
                        rows.place(0), table, name, path_of_origin(country)));
    return rows;
}
}  // namespace kochmon
