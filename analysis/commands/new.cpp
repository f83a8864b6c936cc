// SPDX-License-Identifier: MIT
#include <filesystem>

#include <fmt/format.h>

#include "engine/atomic_file.hpp"
#include "engine/error.hpp"

#include "config/corridor_file.hpp"
#include "config/diagnostics.hpp"
#include "config/files.hpp"
#include "config/settings.hpp"

#include "agents/loading/load_model.hpp"

#include "analysis/commands/new_file.hpp"
#include "analysis/commands/shipped_config.hpp"
#include "analysis/commands/standard_streams.hpp"
#include "analysis/commands/verbs.hpp"
#include "analysis/skeleton/corridor_skeleton.hpp"
#include "analysis/skeleton/values_to_go_by.hpp"
#include "analysis/text/counted.hpp"

namespace kochmon
{
namespace
{
namespace fs = std::filesystem;

struct NamedCorridor
{
    std::string text;
    std::shared_ptr<Corridor const> corridor;
};

/// Of the file that is given, or one to change.
NamedCorridor named_corridor(Flags const& flags, std::string const& name)
{
    Diagnostics diagnostics;
    Files files(diagnostics);
    TextFile const file = flags.corridor ? files.read(*flags.corridor)
                                         : TextFile{0, "corridor.yaml", corridor_to_change(name)};
    auto corridor = std::make_shared<Corridor>(read_corridor(file, diagnostics));
    diagnostics.throw_if_any();
    if (corridor->name() != name)
        throw UsageError(fmt::format("{}: is the corridor {}, expected that name in place of {}",
                                     file.path.string(), corridor->name(), name));
    return {file.text, std::move(corridor)};
}

std::string like_of(Flags const& flags)
{
    if (flags.like) return found_by_name(*flags.like, LookedFor::scenario, flags.overrides.shipped);
    if (auto const usual = usual_baseline(flags)) return usual->string();
    throw UsageError(
        "--like FILE: expected the scenario whose values are used where yours are not known yet; "
        "config/baseline.yaml, the default, is neither below this folder nor beside the program");
}

/// Amounts that keep their numbers in another currency would be wrong without a word.
void demand_rate(Flags const& flags, Scenario const& like, Corridor const& own)
{
    bool const is_known = ValuesToGoBy::know_money(like, own);
    std::string const& there = like.corridor().currencies().base().code;
    std::string const& here = own.currencies().base().code;
    if (!is_known && !flags.rate)
        throw UsageError(fmt::format(
            "--rate NUMBER: expected how many {0} one {1} makes: amounts are those of {2}, "
            "which has no rate of {0}",
            here, there, like.name()));
    if (is_known && flags.rate)
        throw UsageError(fmt::format("--rate: {} has a rate of {} itself", like.name(), here));
}

void demand_nothing_there(fs::path const& folder)
{
    std::error_code error;
    if (fs::exists(fs::symlink_status(folder, error)))
        throw OutputExistsError(fmt::format(
            "{}: is there already, and what is in it would be lost; choose another folder with -o",
            folder.string()));
}

void write_files(fs::path const& folder,
                 std::vector<std::pair<std::string, std::string>> const& files)
{
    for (auto const& [name, text] : files)
    {
        std::error_code error;
        fs::create_directories((folder / name).parent_path(), error);
        if (error)
            throw FileError(fmt::format("cannot make {}: {}",
                                        (folder / name).parent_path().string(), error.message()));
        write_whole_file(folder / name, text);
    }
}

int write_new(Flags const& flags)
{
    std::string const& what = flags.arguments.at(0);
    std::string const& name = flags.arguments.at(1);
    if (what != "corridor" && !is_new_file(what))
        throw UsageError(fmt::format("{}: expected policy, scenario, sweep or corridor", what));
    if (!is_scenario_name(name))
        throw UsageError(
            fmt::format("{}: expected a name of lower-case letters, digits and -", name));
    if (is_new_file(what))
    {
        write_output(write_new_file(flags, what, name));
        return 0;
    }
    fs::path const folder = flags.output.value_or(name);
    demand_nothing_there(folder);
    NamedCorridor const named = named_corridor(flags, name);
    Scenario const like = load_model(like_of(flags), {.shipped = flags.overrides.shipped});
    Declarations const declared = model_declarations(named.corridor);
    demand_rate(flags, like, *named.corridor);
    write_files(folder, skeleton_of(named.text, declared, like, flags.rate));
    std::string const baseline = (folder / "baseline.yaml").string();
    load_model(baseline);  // says what of these values does not go together in this corridor
    write_output(
        fmt::format("{}: {} and {}, all of them assumptions as in {} of {}\nRun:        kochmon "
                    "run {}\nFill in:    "
                    "docs/how-to/another-corridor.md\n",
                    folder.string(), counted(declared.parameters().size(), "value", "values"),
                    counted(declared.tables().size(), "table", "tables"), like.name(),
                    like.corridor().name(), baseline));
    return 0;
}
}  // namespace

Verb new_verb()
{
    return {.name = "new",
            .summary = "Write a policy, a scenario, a sweep or a corridor, to be filled in",
            .positionals = {{"WHAT", "policy, scenario, sweep or corridor"}, {"NAME", "Its name"}},
            .flags = {FlagGroup::skeleton},
            .example = "kochmon new policy dearer-permit",
            .act = write_new};
}
}  // namespace kochmon
