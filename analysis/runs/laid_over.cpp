// SPDX-License-Identifier: MIT
#include "analysis/runs/laid_over.hpp"

#include <fmt/format.h>

#include "engine/error.hpp"

#include "config/corridor_file.hpp"

#include "agents/loading/load_model.hpp"

namespace kochmon
{
namespace
{
/// Nothing where it cannot be told: reading the scenario says why, and a base that is not read may
/// be missing.
std::shared_ptr<Corridor const> corridor_if_known(std::filesystem::path const& scenario,
                                                  Overrides const& overrides)
try
{
    return corridor_of(scenario, overrides);
}
catch (Error const&)
{
    return nullptr;
}

/// Levers bear the names of places: what is written for another corridor means other persons where
/// the names are the same by chance.
void demand_same_corridor(std::filesystem::path const& policy, std::filesystem::path const& base,
                          Overrides const& overrides)
{
    auto const theirs = corridor_if_known(policy, overrides);
    auto const ours = corridor_if_known(base, overrides);
    if (theirs == nullptr || ours == nullptr || theirs->name() == ours->name()) return;
    throw ScenarioError(fmt::format(
        "{}: is written for the corridor {}, as the base that it names says, and {} is of the "
        "corridor {}; expected a policy and a base of one corridor",
        policy.string(), theirs->name(), base.string(), ours->name()));
}
}  // namespace

Scenario load_over(std::filesystem::path const& policy, std::filesystem::path const& base,
                   Overrides overrides)
{
    overrides.base.reset();
    demand_same_corridor(policy, base, overrides);
    overrides.base = base;
    return load_model(policy, overrides);
}
}  // namespace kochmon
