// SPDX-License-Identifier: MIT
#include <algorithm>
#include <filesystem>

#include <fmt/format.h>

#include "engine/atomic_file.hpp"
#include "engine/error.hpp"

#include "analysis/commands/slurm_scripts.hpp"
#include "analysis/commands/standard_streams.hpp"
#include "analysis/commands/verbs.hpp"
#include "analysis/sweep/batch.hpp"
#include "analysis/sweep/study.hpp"
#include "analysis/sweep/sweep.hpp"
#include "analysis/text/counted.hpp"

namespace kochmon
{
namespace
{
namespace fs = std::filesystem;

constexpr std::size_t shards_if_not_given = 20;

std::size_t shards_for(ClusterWish const& wish, std::size_t tasks)
{
    std::size_t const shards = wish.shards.value_or(std::min(shards_if_not_given, tasks));
    if (shards > tasks)
        throw UsageError(fmt::format(
            "--shards {}: expected at most {}, since a shard does whole tasks, a replicate of up "
            "to {} points each, and the plan has no more",
            shards, tasks, points_in_a_group));
    return shards;
}

/// Absolute, since a job may begin anywhere, and in one line of a script.
fs::path whole_path(fs::path const& path)
{
    fs::path whole = fs::absolute(path).lexically_normal();
    bool const has_control = std::ranges::any_of(
        whole.string(), [](char letter) { return static_cast<unsigned char>(letter) < ' '; });
    if (has_control)
        throw UsageError(
            fmt::format("{}: expected a path without line ends and other control characters, "
                        "which scripts cannot name",
                        whole.string()));
    return whole;
}

/// A user may have changed a script for the cluster.
void demand_same_or_none(fs::path const& file, std::string const& text)
{
    if (!fs::exists(file) || read_whole_file(file) == text) return;
    throw OutputExistsError(
        fmt::format("{}: is there already and differs from what would be written; --force "
                    "overwrites it, or choose another folder (-o)",
                    file.string()));
}

/// Slurm opens logs before the job begins, and makes no folders.
void make_folder_of_logs(fs::path const& folder)
{
    std::error_code error;
    fs::create_directories(folder / "logs", error);
    if (error)
        throw FileError(
            fmt::format("cannot make {}: {}", (folder / "logs").string(), error.message()));
}

void write_scripts(SlurmSweep const& sweep, bool is_forced)
{
    auto const scripts = slurm_scripts(sweep);
    for (auto const& [name, text] : scripts)
        if (!is_forced) demand_same_or_none(sweep.folder / name, text);
    make_folder_of_logs(sweep.folder);
    for (auto const& [name, text] : scripts) write_whole_file(sweep.folder / name, text);
}

int slurm(Flags const& flags)
{
    SweepPlan const plan = read_sweep_plan(flags.arguments.front(), {}, flags.overrides.shipped);
    SlurmSweep sweep{.name = plan.name,
                     .program = whole_path(fs::read_symlink("/proc/self/exe")),
                     .plan = whole_path(flags.arguments.front()),
                     .folder = whole_path(flags.output ? fs::path(*flags.output)
                                                       : fs::path("out") / ("slurm-" + plan.name)),
                     .wish = flags.cluster};
    Study const study = Study::begin(sweep.folder / study_of_parts, plan);
    std::size_t const tasks = count_tasks(study);
    sweep.shards = shards_for(flags.cluster, tasks);
    write_scripts(sweep, flags.force);
    write_output(
        fmt::format("{}: {}, {} in {}\nSubmit:  bash {}\nTables:  {}, when all have ended\n",
                    sweep.name, counted(study.runs().size(), "run", "runs"),
                    counted(tasks, "task", "tasks"), counted(sweep.shards, "shard", "shards"),
                    in_shell_quotes((sweep.folder / submit_script).string()),
                    (sweep.folder / study_of_parts / "tables").string()));
    return 0;
}
}  // namespace

Verb slurm_verb()
{
    return {
        .name = "slurm",
        .summary = "Write the scripts that run a sweep on a Slurm cluster",
        .positionals = {{"PLAN", "Plan of the sweep", Positional::Times::once, LookedFor::sweep}},
        .flags = {FlagGroup::cluster},
        .example = "kochmon slurm fee-checks-bans -o out/fees --shards 20",
        .act = slurm};
}
}  // namespace kochmon
