// SPDX-License-Identifier: MIT
#include "engine/atomic_file.hpp"
#include "engine/error.hpp"

#include "agents/parameters.hpp"

#include "analysis/commands/standard_streams.hpp"
#include "analysis/commands/targets_path.hpp"
#include "analysis/commands/verbs.hpp"
#include "analysis/odd/description.hpp"
#include "analysis/targets/observed_file.hpp"

namespace kochmon
{
namespace
{
/// A scenario elsewhere may have no targets beside it; those that are asked for must be there. What
/// was observed month by month has no place on the page.
std::optional<TargetsFile> targets_of(Flags const& flags)
{
    std::filesystem::path const file = targets_path(flags);
    if (!flags.targets && !std::filesystem::exists(file)) return {};
    if (!flags.targets && holds_observations(file)) return {};
    return read_targets(file);
}

int describe(Flags const& flags)
{
    std::string const output = flags.output.value_or("-");
    if (output.empty()) throw UsageError("-o: expected the name of a file, or -");
    Scenario const scenario = load_model(flags.arguments.front(), flags.overrides);
    std::string const page = describe_model(scenario, targets_of(flags), flags.templates);
    if (output == "-")
        write_output(page);
    else
        write_whole_file(output, page);
    return 0;
}
}  // namespace

Verb odd_verb()
{
    return {.name = "odd",
            .summary = "The description of the model in ODD+D form, with a scenario's values",
            .positionals = {{"FILE", "Scenario file"}},
            .flags = {FlagGroup::scenario, FlagGroup::description},
            .example = "kochmon odd config/baseline.yaml -o docs/model.md",
            .act = describe};
}
}  // namespace kochmon
