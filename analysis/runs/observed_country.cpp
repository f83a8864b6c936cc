// SPDX-License-Identifier: MIT
#include "analysis/runs/observed_country.hpp"

#include <fmt/format.h>

#include "engine/error.hpp"

#include "agents/vocabulary/origins.hpp"

namespace kochmon
{
void demand_observed_country(Scenario const& scenario)
{
    Month const start = scenario.settings().start;
    Origins origins;
    read(origins, scenario, start);
    if (origins.include(first_country)) return;
    Corridor const& corridor = scenario.corridor();
    std::string const path = path_of_origin(corridor, first_country) + "included";
    throw ScenarioError(
        fmt::format("{}: {}: false, expected true: targets and what was observed are of {}, of "
                    "which the run has no persons",
                    scenario.place(path, start), path, corridor.name_of(first_country)));
}
}  // namespace kochmon
