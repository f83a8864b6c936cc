// SPDX-License-Identifier: MIT
#include "analysis/odd/parameter_tables.hpp"

#include <algorithm>
#include <vector>

#include <fmt/format.h>

#include "config/assumptions.hpp"
#include "config/markdown.hpp"
#include "config/parameter_texts.hpp"
#include "config/resolved.hpp"

#include "analysis/text/counted.hpp"

namespace kochmon
{
namespace
{
using Parameter = Declarations::Parameter;

struct Subject
{
    std::string name;
    std::vector<Parameter const*> parameters;
};

std::string first_part(std::string const& path)
{
    return path.substr(0, path.find('.'));
}

/// Where most parameters stand, each place, each law and each rule is a subject of its own.
bool is_divided(std::string const& part)
{
    return part == "origins" || part == "destinations" || part == "jurisdictions" ||
           part == "rules";
}

/// `rules.departure` of `rules.departure.hurdle.first`, `home` of `home.gdp.base`.
std::string subject_of(std::string const& path)
{
    std::string const first = first_part(path);
    std::size_t const end = path.find('.', first.size() + 1);
    return is_divided(first) && end != std::string::npos ? path.substr(0, end) : first;
}

/// The subject of that name; a new one comes after those of the same first part.
Subject& subject_named(std::vector<Subject>& subjects, std::string const& name)
{
    auto const known = std::ranges::find(subjects, name, &Subject::name);
    if (known != subjects.end()) return *known;
    auto const last = std::find_if(subjects.rbegin(), subjects.rend(),
                                   [&](Subject const& subject)
                                   { return first_part(subject.name) == first_part(name); });
    auto const after = last == subjects.rend() ? subjects.end() : last.base();
    return *subjects.insert(after, {.name = name, .parameters = {}});
}

std::vector<Subject> by_subject(Declarations const& declarations)
{
    std::vector<Subject> subjects;
    for (Parameter const& parameter : declarations.parameters())
        subject_named(subjects, subject_of(parameter.path)).parameters.push_back(&parameter);
    return subjects;
}

std::string table_of(Subject const& subject, ResolvedScenario const& content)
{
    MarkdownTable table({"parameter", "value", "unit", "range", "source", "meaning"});
    for (Parameter const* const parameter : subject.parameters)
    {
        auto const& [path, declared] = *parameter;
        StatedValues const& stated = content.stated[content.parameter_at.at(path)];
        table.add({quoted_name(path), all_values(stated), unit_of(declared), range_of(declared),
                   sources_by_month(stated), declared.meaning});
    }
    return fmt::format("### `{}`\n\n{}", subject.name, table.text());
}

std::string settings_of(Scenario const& scenario)
{
    RunSettings const& run = scenario.settings();
    return fmt::format(
        "Values of the scenario `{}`: from {} on {} of warm-up, then {} "
        "reported; {}; seed {}.\n\n",
        scenario.name(), run.start.text(), counted_months(run.warm_up),
        counted(run.months, "month that is", "months that are"),
        run.persons ? counted_agents(*run.persons) : "one agent per person", run.seed);
}

std::string shocks_of(ResolvedScenario const& content)
{
    if (content.shocks.empty()) return {};
    std::string text = "\n### Shocks of this scenario\n\n";
    for (Shock const& shock : content.shocks)
        text += fmt::format("* `{}`\n", shock_text(shock, content.declarations));
    return text;
}
}  // namespace

std::string parameter_tables(Declarations const& declarations, Scenario const& scenario)
{
    std::vector<std::string> tables;
    for (Subject const& subject : by_subject(declarations))
        tables.push_back(table_of(subject, scenario.content()));
    return settings_of(scenario) + fmt::format("{}", fmt::join(tables, "\n")) +
           shocks_of(scenario.content());
}

std::string data_table(Declarations const& declarations, Scenario const& scenario)
{
    MarkdownTable table({"table", "columns", "rows", "source", "meaning"});
    for (auto const& [path, declared] : declarations.tables())
    {
        Table const& data = scenario.table(path);
        table.add({quoted_name(path), columns_of(declared), std::to_string(data.rows()),
                   sources_of(data), declared.meaning});
    }
    return table.text();
}

std::string lever_table(Declarations const& declarations)
{
    MarkdownTable table({"lever", "groups"});
    for (auto const& [path, declared] : declarations.parameters())
        if (declared.use == Use::lever) table.add({quoted_name(path), groups_of(declared)});
    return table.text();
}

std::string assumption_table(Declarations const& declarations, Scenario const& scenario)
{
    MarkdownTable table({"assumption", "value", "range"});
    for (Assumption const& assumption : assumptions_of(declarations, scenario))
        table.add({quoted_name(assumption.path),
                   assumption.remark.empty()
                       ? assumption.value
                       : fmt::format("{} ({})", assumption.value, assumption.remark),
                   assumption.range});
    return table.text();
}
}  // namespace kochmon
