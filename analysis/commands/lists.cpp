// SPDX-License-Identifier: MIT
#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <nlohmann/json.hpp>

#include "engine/error.hpp"

#include "config/parameter_texts.hpp"
#include "config/resolved.hpp"

#include "analysis/commands/explain_json.hpp"
#include "analysis/commands/policy_titles.hpp"
#include "analysis/commands/standard_streams.hpp"
#include "analysis/commands/usual_model.hpp"
#include "analysis/commands/verbs.hpp"
#include "analysis/measures/measure.hpp"

// What there is to move, to read off and to try, a line each.
namespace kochmon
{
namespace
{
using OrderedJson = nlohmann::ordered_json;

struct Row
{
    std::string name;
    std::string value;
    std::string says;
};

/// In columns; a long value widens none.
std::string in_columns(std::vector<Row> const& rows)
{
    constexpr std::size_t widest = 24;
    std::size_t name = 0;
    std::size_t value = 0;
    for (Row const& row : rows)
    {
        name = std::max(name, row.name.size());
        value = std::max(value, std::min(row.value.size(), widest));
    }
    std::string text;
    for (Row const& row : rows)
    {
        text += fmt::format("{:<{}}  ", row.name, name);
        if (value > 0) text += fmt::format("{:<{}}  ", row.value, value);
        text += row.says + '\n';
    }
    return text;
}

int told(Flags const& flags, std::vector<Row> const& rows, OrderedJson const& json)
{
    write_output(flags.json ? json.dump(2, ' ', false, OrderedJson::error_handler_t::replace) + '\n'
                            : in_columns(rows));
    return 0;
}

UsualModel model_with_values(Flags const& flags)
{
    UsualModel model = usual_model(flags, 0);
    if (!model.scenario)
        throw FileError(
            "expected a scenario FILE: no config/baseline.yaml that can be read lies here, and "
            "none beside the program");
    return model;
}

int levers(Flags const& flags)
{
    UsualModel const model = model_with_values(flags);
    ResolvedScenario const& content = model.scenario->content();
    std::vector<Row> rows;
    OrderedJson json = OrderedJson::array();
    for (auto const& [path, declared] : model.declarations.parameters())
    {
        if (declared.use != Use::lever) continue;
        rows.push_back(
            {path, short_values(content.stated[content.parameter_at.at(path)]), declared.meaning});
        if (flags.json)
            json.push_back(
                OrderedJson::parse(explained_as_json(model.declarations, &*model.scenario, path)));
    }
    return told(flags, rows, json);
}

std::vector<std::string> breakdowns_of(Measure const& measure, Corridor const& corridor)
{
    std::vector<std::string> names;
    for (Breakdown const by : measure.breakdowns) names.push_back(name(by, corridor));
    return names;
}

int list_measures(Flags const& flags)
{
    UsualModel const model = usual_model(flags, 0);
    Corridor const& corridor = *model.declarations.corridor();
    std::vector<Row> rows;
    OrderedJson json = OrderedJson::array();
    for (Measure const& measure : measures())
    {
        rows.push_back({measure.name, unit_in(corridor, measure), measure.definition});
        json.push_back({{"name", measure.name},
                        {"kind", name(measure.kind)},
                        {"unit", unit_in(corridor, measure)},
                        {"definition", measure.definition},
                        {"numerator", measure.numerator},
                        {"denominator", denominator_in(corridor, measure)},
                        {"by", breakdowns_of(measure, corridor)}});
    }
    return told(flags, rows, json);
}

int policies(Flags const& flags)
{
    UsualModel const model = model_with_values(flags);
    std::vector<Row> rows;
    OrderedJson json = OrderedJson::array();
    for (PolicyTitle const& policy : policies_beside(*model.file))
    {
        rows.push_back({policy.name, {}, policy.says});
        json.push_back({{"name", policy.name},
                        {"file", policy.file.string()},
                        {"says", policy.says},
                        {"levers", policy.levers},
                        {"include", policy.includes}});
    }
    if (rows.empty())
        throw FileError(fmt::format("there is no policy beside {} or in a folder policies there",
                                    model.file->string()));
    return told(flags, rows, json);
}

Verb list_verb(std::string name, std::string summary, std::string example, int (*act)(Flags const&))
{
    return {.name = std::move(name),
            .summary = std::move(summary),
            .positionals = {{"FILE", "Scenario; the baseline if not given",
                             Positional::Times::at_most_once, LookedFor::scenario}},
            .flags = {FlagGroup::json},
            .example = std::move(example),
            .act = act};
}
}  // namespace

Verb levers_verb()
{
    return list_verb("levers", "What policies can move, with its value and meaning",
                     "kochmon levers baseline", levers);
}

Verb measures_verb()
{
    return list_verb("measures", "What is reported, with its unit and definition",
                     "kochmon measures --json", list_measures);
}

Verb policies_verb()
{
    return list_verb("policies", "The policies beside a scenario, and what each does",
                     "kochmon policies baseline", policies);
}
}  // namespace kochmon
