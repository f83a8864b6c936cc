// SPDX-License-Identifier: MIT
#include "analysis/commands/idle_policies.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "engine/error.hpp"

#include "config/idle_shocks.hpp"

#include "agents/run/lockstep.hpp"

#include "analysis/commands/standard_streams.hpp"

namespace kochmon
{
namespace
{
bool holds(std::vector<std::string> const& lines, std::string const& line)
{
    return std::ranges::find(lines, line) != lines.end();
}

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

void tell_idle_study(Scenario const& base, std::span<Scenario const> policies, Flags const& flags)
{
    std::vector<std::string> of_all = idle_shocks(base);
    std::vector<std::string> const of_base = of_all;
    std::vector<std::string> lines;
    for (Scenario const& policy : policies)
    {
        std::vector<std::string> const own = idle_shocks(policy);
        std::erase_if(of_all, [&](std::string const& line) { return !holds(own, line); });
        for (std::string const& line : own)
            if (!holds(of_base, line)) lines.push_back(line);
        if (!onset_of(base, policy).month)
            lines.push_back(fmt::format("{}: differs from {} in no month of the run", policy.name(),
                                        base.name()));
    }
    lines.insert(lines.begin(), of_all.begin(), of_all.end());
    tell(lines, flags);
}
}  // namespace kochmon
