// SPDX-License-Identifier: MIT
#include <filesystem>
#include <string_view>

#include <fmt/format.h>

#include "engine/atomic_file.hpp"
#include "engine/error.hpp"

#include "config/corridor_file.hpp"

#include "agents/loading/load_model.hpp"

#include "analysis/commands/standard_streams.hpp"
#include "analysis/commands/study_flags.hpp"
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
    return read_targets(file, *corridor_or_unknown(flags.arguments.front(), flags.overrides));
}

/// The page may take the place of an older one, never of anything that it was made of.
void demand_no_input(Flags const& flags, Scenario const& scenario)
{
    InputFiles inputs = inputs_named(flags);
    inputs.add(targets_path(flags));
    inputs.add(scenario.files_read());
    for (std::filesystem::path const& prose : templates_in(flags.templates)) inputs.add(prose);
    if (auto const input = inputs.same_as(*flags.output))
        throw OutputExistsError(
            fmt::format("{}: is {}, which this command has read, and what was read is never "
                        "overwritten; choose another file with -o",
                        *flags.output, input->string()));
}

std::string_view first_line(std::string_view text)
{
    return text.substr(0, text.find('\n'));
}

/// An older page begins as this one does; what does not is somebody else's.
void demand_older_page(std::filesystem::path const& file, std::string const& page)
{
    if (!std::filesystem::is_regular_file(std::filesystem::symlink_status(file))) return;
    std::string const there = read_whole_file(file);
    if (there.empty() || first_line(there) == first_line(page)) return;
    throw OutputExistsError(
        fmt::format("{}: is there already and is no description of the model, which begins with "
                    "'{}'; choose another file with -o",
                    file.string(), first_line(page)));
}

void write_page(std::filesystem::path const& file, std::string const& page)
{
    demand_older_page(file, page);
    clear_stale_temporary_files(file.has_parent_path() ? file.parent_path() : ".");
    write_whole_file(file, page);
}

int describe(Flags const& flags)
{
    std::string const output = flags.output.value_or("-");
    if (output.empty()) throw UsageError("-o: expected the name of a file, or -");
    Scenario const scenario = load_model(flags.arguments.front(), flags.overrides);
    if (output != "-") demand_no_input(flags, scenario);
    std::string const page = describe_model(scenario, targets_of(flags), flags.templates);
    if (output == "-")
        write_output(page);
    else
        write_page(output, page);
    return 0;
}
}  // namespace

Verb odd_verb()
{
    return {
        .name = "odd",
        .summary = "The description of the model in ODD+D form, with a scenario's values",
        .positionals = {{"FILE", "Scenario file", Positional::Times::once, LookedFor::scenario}},
        .flags = {FlagGroup::scenario, FlagGroup::description},
        .example = "kochmon odd baseline -o docs/model.md",
        .act = describe};
}
}  // namespace kochmon
