// SPDX-License-Identifier: MIT
#include "analysis/schema/schema.hpp"

#include <array>
#include <memory>
#include <string_view>

#include <fmt/format.h>

#include "engine/error.hpp"

#include "config/corridor_file.hpp"

#include "agents/loading/load_model.hpp"

#include "analysis/commands/shipped_config.hpp"
#include "analysis/commands/standard_streams.hpp"
#include "analysis/commands/verbs.hpp"

namespace kochmon
{
namespace
{
struct Kind
{
    std::string_view name;
    nlohmann::ordered_json (*schema)(Declarations const&);
};
constexpr std::array<Kind, 3> kinds = {Kind{"scenario", schema_of_scenarios},
                                       Kind{"policy", schema_of_policies},
                                       Kind{"sweep", schema_of_plans}};

std::shared_ptr<Corridor const> corridor_asked_for(Flags const& flags)
{
    if (flags.arguments.size() == 2) return corridor_or_unknown(flags.arguments[1]);
    auto const usual = usual_baseline(flags);
    if (!usual)
        throw UsageError(
            "schema: give a scenario too, since the corridor that it names says which keys there "
            "are; no config/baseline.yaml lies below this folder or beside the program");
    return corridor_or_unknown(*usual);
}

int print_schema(Flags const& flags)
{
    for (Kind const& kind : kinds)
    {
        if (flags.arguments.front() != kind.name) continue;
        Declarations const declarations = model_declarations(corridor_asked_for(flags));
        write_output(kind.schema(declarations).dump(1) + "\n");
        return 0;
    }
    throw UsageError(
        fmt::format("schema: no files of the kind '{}'; expected scenario, policy or "
                    "sweep",
                    flags.arguments.front()));
}
}  // namespace

Verb schema_verb()
{
    return {.name = "schema",
            .summary = "The JSON Schema of scenario, policy or sweep files, for editors",
            .positionals = {{"KIND", "scenario, policy or sweep"},
                            {"FILE",
                             "Scenario whose corridor the keys are of, the baseline if not "
                             "given",
                             Positional::Times::at_most_once, LookedFor::scenario}},
            .flags = {},
            .example = "kochmon schema policy > policy.json",
            .act = print_schema};
}
}  // namespace kochmon
