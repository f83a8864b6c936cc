// SPDX-License-Identifier: MIT
#include <algorithm>
#include <iterator>

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <nlohmann/json.hpp>

#include "engine/error.hpp"

#include "config/idle_shocks.hpp"
#include "config/shock_order.hpp"

#include "agents/loading/load_model.hpp"
#include "agents/loading/origin_notes.hpp"

#include "analysis/commands/shipped_config.hpp"
#include "analysis/commands/standard_streams.hpp"
#include "analysis/commands/verbs.hpp"

namespace kochmon
{
namespace
{
struct Verdict
{
    std::string file;
    std::string scenario = {};
    std::string mistakes = {};
    std::vector<std::string> notes = {};
    ExitStatus status = ExitStatus::done;

    bool ok() const { return status == ExitStatus::done; }
};

Verdict judge(std::string const& file, Flags const& flags)
try
{
    std::string const found = found_by_name(file, LookedFor::scenario, flags.overrides.shipped);
    Scenario const scenario = load_model(found, flags.overrides);
    std::vector<std::string> notes = idle_shocks(scenario);
    if (!notes.empty() && flags.strict)
        return {.file = file,
                .mistakes = fmt::format("{}; refused by --strict", fmt::join(notes, "\n")),
                .status = ExitStatus::scenario_wrong};
    for (std::string const& order : orders_of_shocks(scenario))
        notes.push_back(
            fmt::format("{}: shocks of several files act in this order: {}", file, order));
    std::ranges::copy(notes_on_origins(scenario), std::back_inserter(notes));
    return {.file = file, .scenario = scenario.name(), .notes = notes};
}
catch (Error const& error)
{
    return {.file = file, .mistakes = error.what(), .status = error.status()};
}

std::string as_json(std::vector<Verdict> const& verdicts)
{
    auto json = nlohmann::ordered_json::array();
    for (Verdict const& verdict : verdicts)
        json.push_back({{"file", verdict.file},
                        {"ok", verdict.ok()},
                        {"scenario", verdict.scenario},
                        {"mistakes", verdict.mistakes},
                        {"notes", verdict.notes}});
    return json.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) + '\n';
}

void tell(std::vector<Verdict> const& verdicts)
{
    for (Verdict const& verdict : verdicts)
        if (verdict.ok())
        {
            write_output(fmt::format("{}: OK, scenario {}\n", verdict.file, verdict.scenario));
            for (std::string const& note : verdict.notes) write_message(note + '\n');
        }
        else
            write_message(verdict.mistakes + '\n');
}

int validate(Flags const& flags)
{
    std::vector<Verdict> verdicts;
    for (std::string const& file : flags.arguments) verdicts.push_back(judge(file, flags));
    if (flags.json)
        write_output(as_json(verdicts));
    else
        tell(verdicts);
    for (Verdict const& verdict : verdicts)
        if (!verdict.ok()) return static_cast<int>(verdict.status);
    return 0;
}
}  // namespace

Verb validate_verb()
{
    return {.name = "validate",
            .summary = "Check scenario files and report all mistakes",
            .positionals = {{"FILE", "Scenario files", Positional::Times::at_least_once}},
            .flags = {FlagGroup::scenario, FlagGroup::strictness, FlagGroup::json},
            .example = "kochmon validate baseline",
            .act = validate};
}
}  // namespace kochmon
