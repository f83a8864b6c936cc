// SPDX-License-Identifier: MIT
#include "agents/loading/origin_notes.hpp"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "config/diagnostics.hpp"
#include "config/outline.hpp"
#include "config/resolved.hpp"

#include "agents/loading/keys_of_first.hpp"
#include "agents/vocabulary/origins.hpp"

namespace kochmon
{
namespace
{
void tell_lacks(Corridor const& corridor, Country country, std::vector<std::string>& notes)
{
    std::string const& name = corridor.name_of(country);
    if (!corridor.has(country, Own::economy))
        notes.push_back(
            name + " has no economy of its own: incomes at home do not respond to remittances");
    bool const has_parts = corridor.regions_of(country).size() > 1;
    if (has_parts && !corridor.has(country, Own::unrest_by_region))
        notes.push_back(
            fmt::format("{} has no unrest by region: {}home.unrest is that of all its "
                        "regions",
                        name, path_of_start(corridor, country)));
    if (!corridor.has(country, Own::programmes))
        notes.push_back(name +
                        " has no programmes of its own: courses, credits and grants of "
                        "states of origin do not reach its people");
}

/// The widest branches of which every value is one of the keys.
void add_branches(Branch const& branch, std::set<std::string> const& keys,
                  std::vector<std::string>& found)
{
    for (Branch const& child : branch.children)
    {
        std::vector<std::string> const leaves =
            child.is_group() ? leaves_below(child) : std::vector{child.path};
        if (std::ranges::all_of(leaves,
                                [&](std::string const& leaf) { return keys.contains(leaf); }))
            found.push_back(child.path);
        else
            add_branches(child, keys, found);
    }
}

std::string note_on_left_out(Scenario const& scenario)
{
    Corridor const& corridor = scenario.corridor();
    std::vector<std::string> branches;
    add_branches(scenario.content().outline.root(), keys_of_first_country(corridor), branches);
    for (Region const region : corridor.regions_of(first_country))
        branches.push_back(path_of_region(corridor, region));
    return fmt::format("{} is left out: {} do nothing", corridor.name_of(first_country),
                       listed(branches, "and"));
}
}  // namespace

std::vector<std::string> notes_on_origins(Scenario const& scenario)
{
    Corridor const& corridor = scenario.corridor();
    Origins origins;
    read(origins, scenario, scenario.settings().start);
    std::vector<std::string> notes;
    if (!origins.include(first_country)) notes.push_back(note_on_left_out(scenario));
    for (Country const country : corridor.countries())
        if (origins.include(country)) tell_lacks(corridor, country, notes);
    return notes;
}
}  // namespace kochmon
