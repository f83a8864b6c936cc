// SPDX-License-Identifier: MIT
#include "analysis/commands/idle_policies.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "engine/error.hpp"

#include "config/idle_shocks.hpp"

#include "agents/lockstep.hpp"

#include "analysis/commands/standard_streams.hpp"

namespace kochmon
{
namespace
{
void tell(std::vector<std::string> const& lines, Flags const& flags)
{
    if (lines.empty()) return;
    if (flags.strict)
        throw ScenarioError(fmt::format("{}; refused by --strict", fmt::join(lines, "\n")));
    for (std::string const& line : lines) write_message(line + '\n');
}
}  // namespace

void tell_idle_shocks(Scenario const& scenario, Flags const& flags)
{
    tell(idle_shocks(scenario), flags);
}

void tell_idle_policy(Scenario const& base, Scenario const& policy, Flags const& flags)
{
    std::vector<std::string> lines = idle_shocks(policy);
    std::vector<std::string> const told_of_base = idle_shocks(base);
    std::erase_if(lines, [&](std::string const& line)
                  { return std::ranges::find(told_of_base, line) != told_of_base.end(); });
    if (!onset_of(base, policy).month)
        lines.push_back(
            fmt::format("{}: differs from {} in no month of the run", policy.name(), base.name()));
    tell(lines, flags);
}
}  // namespace kochmon
