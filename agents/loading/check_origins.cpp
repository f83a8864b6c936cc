// SPDX-License-Identifier: MIT
#include "agents/loading/check_origins.hpp"

#include <fmt/format.h>

#include "engine/error.hpp"

#include "agents/demography/vital_rates.hpp"
#include "agents/loading/keys_of_first.hpp"
#include "agents/synthesis/census.hpp"
#include "agents/synthesis/emigrants.hpp"
#include "agents/synthesis/synthesis.hpp"
#include "agents/vocabulary/origins.hpp"

namespace kochmon
{
namespace
{
// A shock for nobody would be lost without a word.
void check_shocks(Scenario const& scenario, Origins const& origins)
{
    Corridor const& corridor = scenario.corridor();
    for (GroupOfShock const& shock : scenario.levers_of_shocks())
        if (auto const country = concerned_and_left_out(corridor, origins, shock.lever))
            throw ScenarioError(
                fmt::format("{}: {}: a shock for {}, of which the run has no persons; expected a "
                            "lever of an included country, or {}included set to true",
                            shock.place, shock.lever, corridor.name_of(*country),
                            path_of_origin(corridor, *country)));
    for (GroupOfShock const& shock : scenario.groups_of_shocks())
        if (auto const country = origins.left_out(corridor, shock.group))
            throw ScenarioError(fmt::format(
                "{}: {}: a shock for {}, of which the run has no persons; expected a group of an "
                "included country, or {}included set to true",
                shock.place, shock.lever, shock.group, path_of_origin(corridor, *country)));
}
}  // namespace

void check_origins(Scenario const& scenario)
{
    RunSettings const& settings = scenario.settings();
    Origins origins;
    read(origins, scenario, settings.start);
    agents_by_country(scenario);
    check_shocks(scenario, origins);
    for (Country const country : scenario.corridor().countries())
    {
        if (!origins.include(country)) continue;
        check_emigrants(scenario, country);
        VitalRates(scenario, years_of(settings), country);
    }
}
}  // namespace kochmon
