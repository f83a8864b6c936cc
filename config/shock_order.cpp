// SPDX-License-Identifier: MIT
#include "config/shock_order.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "config/resolved.hpp"

namespace kochmon
{
namespace
{
std::string stands_text(Shock const& shock, ResolvedScenario const& content)
{
    std::string const& file = content.file_names.at(static_cast<std::size_t>(shock.place.file));
    std::string const months = shock.until ? "to " + (*shock.until - 1).text() : "on";
    return fmt::format("{}:{} ({} {})", file, shock.place.line, shock.from.text(), months);
}

bool are_of_several_files(std::vector<Shock const*> const& shocks)
{
    return std::ranges::any_of(shocks, [&](Shock const* shock)
                               { return shock->place.file != shocks.front()->place.file; });
}
}  // namespace

std::vector<std::string> orders_of_shocks(Scenario const& scenario)
{
    ResolvedScenario const& content = scenario.content();
    std::vector<std::string> orders;
    for (std::size_t at = 0; at < content.stated.size(); ++at)
    {
        std::vector<Shock const*> shocks;
        for (Shock const& shock : content.shocks)
            if (shock.parameter == at) shocks.push_back(&shock);
        if (shocks.empty() || !are_of_several_files(shocks)) continue;
        std::ranges::stable_sort(shocks, {}, [](Shock const* shock) { return shock->from; });
        std::vector<std::string> told;
        told.reserve(shocks.size());
        for (Shock const* const shock : shocks) told.push_back(stands_text(*shock, content));
        orders.push_back(fmt::format("{}: {}", content.declarations.parameters()[at].path,
                                     fmt::join(told, ", then ")));
    }
    return orders;
}
}  // namespace kochmon
