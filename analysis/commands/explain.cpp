// SPDX-License-Identifier: MIT
#include "config/explain.hpp"

#include <filesystem>
#include <memory>
#include <optional>

#include "engine/error.hpp"

#include "config/corridor_file.hpp"
#include "config/resolved.hpp"

#include "agents/loading/load_model.hpp"

#include "analysis/commands/standard_streams.hpp"
#include "analysis/commands/verbs.hpp"
#include "analysis/design/plan_keys.hpp"

namespace kochmon
{
namespace
{
Scenario load(std::string const& file, Overrides const& overrides)
{
    return load_model(file, overrides);
}

std::string list(Flags const& flags)
{
    if (flags.arguments.size() != 1)
        throw UsageError("--all and --assumptions take one scenario; see kochmon explain --help");
    Scenario const scenario = load(flags.arguments.front(), flags.overrides);
    return flags.all ? parameters_as_markdown(scenario.content().declarations, scenario)
                     : assumptions_as_markdown(scenario.content().declarations, scenario);
}

/// Of the baseline that lies here, as in a checkout; a key that names a place of another corridor
/// asks for a scenario beside it.
std::shared_ptr<Corridor const> usual_corridor()
{
    for (char const* const file : {"config/baseline.yaml", "baseline.yaml"})
        if (std::filesystem::is_regular_file(file)) return corridor_or_unknown(file);
    return unknown_corridor();
}

/// What scenarios and plans both have is explained as scenarios have it: `sweep.base` is the
/// plan's.
std::string parameter_or_plan_key(std::string const& key)
try
{
    return explain_parameter(model_declarations(usual_corridor()), nullptr, key);
}
catch (UsageError const&)
{
    auto const of_a_plan = explain_plan_key(key);
    if (!of_a_plan) throw;
    return *of_a_plan;
}

std::string one(Flags const& flags)
{
    if (flags.arguments.empty())
        throw UsageError("expected a KEY and perhaps a FILE; see kochmon explain --help");
    std::string const& key = flags.arguments.front();
    if (flags.arguments.size() == 1) return parameter_or_plan_key(key);
    Scenario const scenario = load(flags.arguments[1], flags.overrides);
    return explain_parameter(scenario.content().declarations, &scenario, key);
}

int explain(Flags const& flags)
{
    if (flags.all && flags.assumptions)
        throw UsageError("--all and --assumptions: give one of them");
    write_output(flags.all || flags.assumptions ? list(flags) : one(flags));
    return 0;
}
}  // namespace

Verb explain_verb()
{
    return {.name = "explain",
            .summary = "What a key means, its unit and range, and its value in a scenario",
            .positionals = {{"KEY", "Path of a key, or of a group of keys",
                             Positional::Times::at_most_once},
                            {"FILE", "Scenario file", Positional::Times::at_most_once}},
            .flags = {FlagGroup::explanation, FlagGroup::scenario},
            .example = "kochmon explain rules.departure config/baseline.yaml",
            .act = explain};
}
}  // namespace kochmon
