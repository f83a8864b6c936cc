// SPDX-License-Identifier: MIT
#include "analysis/story/scenario_told.hpp"

#include <fmt/format.h>

#include "config/assumptions.hpp"
#include "config/difference.hpp"
#include "config/parameter_texts.hpp"
#include "config/resolved.hpp"

#include "agents/loading/load_model.hpp"

namespace kochmon
{
namespace
{
/// Long tables open by a click.
std::string folded(std::string const& heading, std::string const& html)
{
    return element("details", element("summary", html_text(heading)) + html);
}

std::string list_of(std::vector<std::string> const& lines)
{
    std::string items;
    for (std::string const& line : lines) items += element("li", element("code", html_text(line)));
    return element("ul", items);
}
}  // namespace

Scenario scenario_in(ResultFolder const& result, std::string const& file)
{
    result.text_of(file);
    for (Json const& one : result.account().value("files", Json::array()))
    {
        std::string const path = one.value("path", "");
        if (path.starts_with("data/") || path.starts_with("policy-")) result.text_of(path);
    }
    return load_model(result.place() / file);
}

void tell_shocks(Page& page, Scenario const& scenario, Words const& words)
{
    ResolvedScenario const& content = scenario.content();
    if (content.shocks.empty()) return;
    page.section("shocks", words.text("shocks.heading"));
    page.add(element("p", html_text(words.text("shocks.note")), "class=\"note\""));
    std::vector<std::string> lines;
    lines.reserve(content.shocks.size());
    for (Shock const& shock : content.shocks)
        lines.push_back(shock_text(shock, content.declarations));
    page.add(list_of(lines));
}

void tell_sets(Page& page, ResultFolder const& result, Words const& words)
{
    Json const parameters = result.account().value("parameters", Json::object());
    Json const sets = parameters.value("sets", Json::array());
    if (sets.empty()) return;
    page.section("sets", words.text("sets.heading"));
    page.add(
        element("p", html_text(words("sets.note", sets.size(), parameters.value("folder", "")))));
    for (Json const& set : sets)
        if (std::string const file = set.value("path", ""); result.holds(file))
            page.add(folded(
                file, element("pre", html_text_in_lines(result.text_of(file)), "tabindex=\"0\"")));
}

void tell_differences(Page& page, Scenario const& base, std::vector<PolicyScenario> const& policies,
                      Words const& words)
{
    page.section("scenarios", words.text("scenarios.heading"));
    page.add(element("p", html_text(words("scenarios.note", base.name())), "class=\"note\""));
    for (auto const& [policy, scenario] : policies)
    {
        std::vector<std::string> const lines = differences(base, scenario);
        page.add(element("h3", html_text(policy)));
        page.add(lines.empty() ? element("p", html_text(words.text("scenarios.same")))
                               : list_of(lines));
    }
}

void tell_parameters(Page& page, Scenario const& scenario, Words const& words)
{
    page.section("parameters", words.text("parameters.heading"));
    ResolvedScenario const& content = scenario.content();
    PageTable table{.caption = words("parameters.caption", scenario.name()),
                    .columns = {words.text("parameter"), words.text("value"), words.text("unit"),
                                words.text("range"), words.text("source"), words.text("meaning")},
                    .rows = {},
                    .words = 6};
    auto const& parameters = content.declarations.parameters();
    table.rows.reserve(parameters.size());
    for (auto const& [path, declared] : parameters)
    {
        StatedValues const& stated = content.stated[content.parameter_at.at(path)];
        table.rows.push_back({path, all_values(stated), unit_of(declared), range_of(declared),
                              sources_by_month(stated), declared.meaning});
    }
    page.add(folded(words("parameters.fold", table.rows.size()), html_of(table)));
}

void tell_limits(Page& page, Scenario const& scenario, Words const& words)
{
    page.section("limits", words.text("limits.heading"));
    std::string items;
    for (char const* const limit :
         {"limits.model", "limits.interval", "limits.paired", "limits.stock", "limits.costs"})
        items += element("li", html_text(words.text(limit)));
    page.add(element("ul", items));
    PageTable table{.caption = words.text("limits.caption"),
                    .columns = {words.text("parameter"), words.text("value"), words.text("range"),
                                words.text("meaning")},
                    .rows = {},
                    .words = 4};
    for (Assumption const& one : assumptions_of(scenario.content().declarations, scenario))
        table.rows.push_back({one.path, one.value, one.range, one.meaning});
    page.add(folded(words("limits.fold", table.rows.size()), html_of(table)));
}
}  // namespace kochmon
