// SPDX-License-Identifier: MIT
#include "analysis/schema/schema.hpp"

#include <array>
#include <filesystem>
#include <memory>
#include <string_view>

#include <fmt/format.h>

#include "engine/error.hpp"

#include "config/corridor_file.hpp"

#include "agents/loading/load_model.hpp"

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
    std::string const file =
        flags.arguments.size() == 2 ? flags.arguments[1] : std::string("config/baseline.yaml");
    if (!std::filesystem::is_regular_file(file))
        throw UsageError(
            fmt::format("schema: there is no scenario {}; give one, since the corridor that it "
                        "names says which "
                        "keys there are",
                        file));
    return corridor_or_unknown(file);
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
                             "Scenario whose corridor the keys are of, config/baseline.yaml if not "
                             "given",
                             Positional::Times::at_most_once}},
            .flags = {},
            .example = "kochmon schema policy > policy.json",
            .act = print_schema};
}
}  // namespace kochmon
