// SPDX-License-Identifier: MIT
#include "config/assumptions.hpp"

#include <algorithm>
#include <string_view>

#include <fmt/format.h>

#include "config/parameter_texts.hpp"
#include "config/resolved.hpp"

namespace kochmon
{
namespace
{
bool is_assumed(StatedValues const& stated)
{
    return std::any_of(stated.values.begin(), stated.values.end(),
                       [](DatedValue const& value) { return is_assumption(value.source); });
}

std::string remark_of(StatedValues const& stated)
{
    constexpr std::string_view between = " ,;:()";
    for (DatedValue const& value : stated.values)
    {
        if (!is_assumption(value.source)) continue;
        std::string_view remark = value.source;
        remark.remove_prefix(std::string_view("assumption").size());
        remark.remove_prefix(std::min(remark.find_first_not_of(between), remark.size()));
        remark = remark.substr(0, remark.find_last_not_of(between) + 1);
        if (!remark.empty()) return std::string(remark);
    }
    return {};
}

void add_tables(std::vector<Assumption>& list, Declarations const& declarations,
                Scenario const& scenario)
{
    for (auto const& [path, declared] : declarations.tables())
    {
        auto const& sources = scenario.table(path).words("source");
        auto const assumed = std::count_if(sources.begin(), sources.end(), is_assumption);
        if (assumed == 0) continue;
        list.push_back({.of = Assumption::Of::table,
                        .path = path,
                        .value = fmt::format("{} of {} rows", assumed, sources.size()),
                        .meaning = declared.meaning});
    }
}
}  // namespace

std::vector<Assumption> assumptions_of(Declarations const& declarations, Scenario const& scenario)
{
    ResolvedScenario const& content = scenario.content();
    std::vector<Assumption> list;
    for (auto const& [path, declared] : declarations.parameters())
    {
        StatedValues const& stated = content.stated[content.parameter_at.at(path)];
        if (is_assumed(stated))
            list.push_back({.of = Assumption::Of::parameter,
                            .path = path,
                            .value = short_values(stated),
                            .range = range_of(declared),
                            .meaning = declared.meaning,
                            .remark = remark_of(stated)});
    }
    add_tables(list, declarations, scenario);
    for (Shock const& shock : content.shocks)
        if (is_assumption(shock.source))
            list.push_back({.of = Assumption::Of::shock, .path = shock_text(shock, declarations)});
    return list;
}
}  // namespace kochmon
