// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "config/table_declared.hpp"

#include "agents/vocabulary/places.hpp"
#include "agents/vocabulary/status.hpp"

// Columns that several tables have, with what they may hold.
namespace kochmon
{
inline constexpr Range calendar_years{1900, 2199};
inline constexpr Range ages_in_years{0, 150};  // nobody has become older than 122
inline constexpr Range persons_of_a_country{0, 1e9};

/// Of which country of origin a row is.
inline ColumnDeclared country_column(Corridor const& corridor)
{
    return {.name = "country", .kind = ColumnKind::word, .words = corridor.country_names()};
}

/// Of which region of that country.
inline ColumnDeclared region_column(Corridor const& corridor)
{
    ColumnDeclared column{.name = "region",
                          .kind = ColumnKind::word,
                          .words = corridor.region_names(),
                          .belongs = {.column = "country"}};
    for (Region const region : corridor.regions())
        column.belongs.owners.push_back(corridor.name_of(origin_country(region)));
    return column;
}

inline ColumnDeclared sex_column()
{
    return {.name = "sex", .kind = ColumnKind::word, .words = {sex_names.begin(), sex_names.end()}};
}

inline ColumnDeclared year_column(std::string name)
{
    return {.name = std::move(name), .kind = ColumnKind::whole_number, .range = calendar_years};
}

/// Completed years of age.
inline ColumnDeclared age_column(std::string name)
{
    return {.name = std::move(name), .kind = ColumnKind::whole_number, .range = ages_in_years};
}
}  // namespace kochmon
