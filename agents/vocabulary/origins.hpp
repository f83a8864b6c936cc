// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>

#include "config/fields.hpp"
#include "config/scenario.hpp"

#include "agents/vocabulary/places.hpp"

namespace kochmon
{
/// Which countries of origin a run holds. Of the others there is nobody, and no output has a row.
struct Origins
{
    ByCountry<bool> included = first_alone();

    void fields(Fields& field);

    bool include(Country country) const { return included[index(country)]; }
    bool include(Region region) const { return include(origin_country(region)); }
    bool several() const;
    /// The first of them: by its size goes that of the run. Nothing: nobody is included.
    std::optional<Country> leading(Corridor const& corridor) const;
    /// The country that a word names, or a region of which it names, if it is left out.
    std::optional<Country> left_out(Corridor const& corridor, std::string const& name) const;

    static constexpr ByCountry<bool> first_alone()
    {
        ByCountry<bool> alone{};
        alone[index(first_country)] = true;
        return alone;
    }
};

/// The rows of a table that are of a country. Throws ScenarioError if there are none.
Table rows_of(Scenario const& scenario, std::string const& table, Country country);
}  // namespace kochmon
