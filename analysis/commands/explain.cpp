// SPDX-License-Identifier: MIT
#include "config/explain.hpp"

#include <memory>
#include <optional>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "engine/error.hpp"

#include "config/assumptions.hpp"
#include "config/corridor_file.hpp"
#include "config/diagnostics.hpp"
#include "config/resolved.hpp"

#include "agents/loading/load_model.hpp"

#include "analysis/commands/explain_json.hpp"
#include "analysis/commands/said_of_names.hpp"
#include "analysis/commands/shipped_config.hpp"
#include "analysis/commands/standard_streams.hpp"
#include "analysis/commands/usual_model.hpp"
#include "analysis/commands/verbs.hpp"
#include "analysis/design/plan_keys.hpp"
#include "analysis/report/run_summary.hpp"

namespace kochmon
{
namespace
{
constexpr std::size_t found_at_most = 20;  // of each kind

/// How many they are, and why a run reports another number.
std::string total_line(Scenario const& scenario)
{
    auto const all = assumptions_of(scenario.content().declarations, scenario);
    return fmt::format(
        "\n{} in all, of which {} concern the countries of the run: the number that its summary "
        "reports.\n",
        all.size(), count_assumptions(scenario));
}

std::string list(Flags const& flags)
{
    if (flags.arguments.size() > 1)
        throw UsageError("--all and --assumptions take one scenario; see kochmon explain --help");
    std::string const name = flags.arguments.empty() ? "baseline" : flags.arguments.front();
    Scenario const scenario = load_model(
        found_by_name(name, LookedFor::scenario, flags.overrides.shipped), flags.overrides);
    Declarations const& declarations = scenario.content().declarations;
    if (flags.assumptions)
        return flags.json ? assumptions_as_json(scenario)
                          : assumptions_as_markdown(declarations, scenario) + total_line(scenario);
    return flags.json ? explained_as_json(declarations, &scenario, {})
                      : parameters_as_markdown(declarations, scenario);
}

/// Of no key, which is then an ordinary word: what holds it.
std::string found(UsualModel const& model, std::string const& words, bool in_json)
{
    auto const all = said_of_names(model.declarations, model.values(), model.file);
    auto const found = found_among(all, words);
    if (in_json) return found_as_json(found, words);
    return found_as_text(found, found_at_most);
}

std::string search(Flags const& flags)
{
    if (flags.all || flags.assumptions || flags.arguments.size() > 1)
        throw UsageError(
            "--search takes words and perhaps one scenario; see kochmon explain --help");
    std::string const& words = *flags.search;
    std::string told = found(usual_model(flags, 0), words, flags.json);
    if (told.empty())
        throw UsageError(fmt::format("nothing that is declared, measured or described contains {}",
                                     shown(words)));
    return told;
}

std::string plan_key_text(std::string const& key, std::string const& told, bool in_json)
{
    if (!in_json) return told;
    nlohmann::ordered_json const json = {{"path", key}, {"kind", "key of a plan"}, {"text", told}};
    return json.dump(2) + '\n';
}

std::string declared_text(Flags const& flags, UsualModel const& model, std::string const& key)
{
    Scenario const* const values = model.values();
    if (flags.json) return explained_as_json(model.declarations, values, key);
    std::string text = explain_parameter(model.declarations, values, key);
    if (!model.is_named && values != nullptr)
        text += fmt::format("Values of {}\n", model.file->string());
    return text;
}

/// What scenarios and plans both have is explained as scenarios have it: `sweep.base` is the
/// plan's. A word that is no key is looked for.
std::string one(Flags const& flags)
{
    if (flags.arguments.empty())
        throw UsageError("expected a KEY and perhaps a FILE; see kochmon explain --help");
    std::string const& key = flags.arguments.front();
    UsualModel const model = usual_model(flags, 1);
    try
    {
        return declared_text(flags, model, key);
    }
    catch (UsageError const&)
    {
        auto const of_a_plan = model.is_named ? std::nullopt : explain_plan_key(key);
        if (of_a_plan) return plan_key_text(key, *of_a_plan, flags.json);
        bool const is_word = key.find('.') == std::string::npos;
        std::string told = is_word ? found(model, key, false) : std::string{};
        if (told.empty()) throw;
        if (flags.json) return found(model, key, true);
        return fmt::format("No key is named {}; what contains it:\n\n{}", shown(key), told);
    }
}

int explain(Flags const& flags)
{
    if (flags.all && flags.assumptions)
        throw UsageError("--all and --assumptions: give one of them");
    write_output(flags.search                     ? search(flags)
                 : flags.all || flags.assumptions ? list(flags)
                                                  : one(flags));
    return 0;
}
}  // namespace

Verb explain_verb()
{
    return {.name = "explain",
            .summary = "What a key means, its unit and range, and its value in a scenario",
            .positionals = {{"KEY", "Path of a key, of a group of keys, or a word to look for",
                             Positional::Times::at_most_once},
                            {"FILE", "Scenario file", Positional::Times::at_most_once}},
            .flags = {FlagGroup::explanation, FlagGroup::scenario, FlagGroup::json},
            .example = "kochmon explain rules.departure baseline",
            .act = explain};
}
}  // namespace kochmon
