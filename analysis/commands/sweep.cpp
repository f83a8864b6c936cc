// SPDX-License-Identifier: MIT
#include "analysis/sweep/sweep.hpp"

#include <algorithm>
#include <cstdlib>
#include <filesystem>

#include <fmt/format.h>

#include "engine/error.hpp"
#include "engine/parallel.hpp"

#include "analysis/commands/analyse.hpp"
#include "analysis/commands/standard_streams.hpp"
#include "analysis/commands/stop_request.hpp"
#include "analysis/commands/study_state.hpp"
#include "analysis/commands/sweep_progress.hpp"
#include "analysis/commands/verbs.hpp"
#include "analysis/runs/forecast.hpp"
#include "analysis/sweep/batch.hpp"
#include "analysis/sweep/sweep_forecast.hpp"
#include "analysis/text/counted.hpp"

namespace kochmon
{
namespace
{
namespace fs = std::filesystem;

Shard shard_of(Flags const& flags)
{
    if (!flags.shard) return {};
    std::string const& text = *flags.shard;
    std::size_t const slash = text.find('/');
    if (slash == std::string::npos)
        throw UsageError(fmt::format("--shard {}: expected I/N, as 2/5", text));
    Shard shard;
    shard.of = whole_number("--shard", text.substr(slash + 1), 1, 1'000'000);
    shard.number = whole_number("--shard", text.substr(0, slash), 1, shard.of);
    return shard;
}

std::size_t threads_of(Flags const& flags)
{
    return flags.threads.value_or(
        available_threads({std::getenv("SLURM_CPUS_PER_TASK"), std::getenv("SLURM_CPUS_ON_NODE")}));
}

void tell_idle_points(std::size_t points, std::string const& first)
{
    write_message(fmt::format("kochmon: {} with shocks that do nothing, the first: {}\n",
                              counted(points, "point", "points"), first));
}

/// Lives what is left, and writes the tables when nothing more is to come.
int carry_on_and_tell(Study const& study, Flags const& flags)
{
    Shard const shard = shard_of(flags);
    if (std::size_t const tasks = count_tasks(study); shard.number > tasks)
        write_message(fmt::format(
            "kochmon: shard {} of {} has nothing to do: the study has {}, a replicate of up to {} "
            "points each\n",
            shard.number, shard.of, counted(tasks, "task", "tasks"), points_in_a_group));
    std::size_t left = 0;
    for (SweepTask const& task : tasks_left(study, shard)) left += task.points.size();
    bool const is_quiet = flags.loudness == Loudness::quiet;
    bool is_whole = true;
    {
        SweepProgress progress(is_quiet ? ProgressForm::none : flags.progress, left, 0);
        is_whole = carry_on(
            study, {.threads = threads_of(flags),
                    .cut = flags.cut,
                    .shard = shard,
                    .stop_asked = is_stop_asked,
                    .run_ended = [&](RunNumber, bool is_kept) { progress.run_ended(is_kept); },
                    .idle_found = tell_idle_points});
    }
    StudyState const state = state_of(study);
    if (!is_whole)
    {
        write_message(
            fmt::format("kochmon: stopped on request; {}kochmon: go on with 'kochmon "
                        "resume {}'\n",
                        told_state(study, state), study.folder().string()));
        return status_to_resume;
    }
    bool const is_all_tried = state.left() == state.failed.size();
    std::string const summary = is_all_tried ? analyse_study(study) : std::string();
    if (!is_all_tried && fs::exists(study.folder() / "summary.txt"))
        write_message(
            fmt::format("kochmon: the tables, figures and sentences in {} are from before these "
                        "runs, until no run is missing; 'kochmon analyse {}' makes them now\n",
                        study.folder().string(), study.folder().string()));
    if (!is_quiet)
    {
        write_output(told_state(study, state));
        if (is_all_tried)
            write_output(
                fmt::format("\n{}\nTables: {}\n", summary, (study.folder() / "tables").string()));
    }
    return state.failed.empty() ? 0 : status_runs_failed;
}

/// `0.5, 1, 2`, of many the first and the last; of a range its ends.
std::string told_values(Factor const& factor)
{
    constexpr std::size_t few = 8;
    if (factor.range) return factor.text_at(0.0) + " to " + factor.text_at(1.0);
    std::vector<std::string> const& values = factor.values;
    if (values.size() <= few) return listed(values);
    return fmt::format("{} to {}, {} values", values.front(), values.back(), values.size());
}

std::string told_factor(Factor const& factor)
{
    if (factor.kind == FactorKind::accepted_set)
        return fmt::format("  {:<20} {}\n", factor.name,
                           counted(factor.values.size(), "accepted set of a calibration",
                                   "accepted sets of a calibration"));
    std::string const what =
        factor.kind == FactorKind::policy ? "whole policies" : listed(factor.paths, "and");
    std::string const change = factor.change.empty() ? factor.change : factor.change + ' ';
    return fmt::format("  {:<20} {}: {}{}\n", factor.name, what, change, told_values(factor));
}

std::string told_forecast(SweepForecast const& about, std::size_t points, std::size_t threads)
{
    std::string text = fmt::format("About {} on {}, {} of memory, {} of disk, for {}\n",
                                   told_seconds(about.seconds),
                                   counted(threads, "thread", "threads"), told_bytes(about.memory),
                                   told_bytes(about.disk), counted(about.runs, "run", "runs"));
    text += fmt::format("{} of {} loaded, {} refused\n", about.points_loaded,
                        counted(points, "point", "points"), about.refused.size());
    for (auto const& [point, reason] : about.refused)
        text += fmt::format("  {}: {}\n", point, reason);
    if (!about.idle.empty())
        text +=
            fmt::format("{} with shocks that do nothing, the first:\n  {}\n",
                        counted(about.idle.size(), "point", "points"), about.idle.begin()->second);
    return text;
}

int tell_plan_of_sweep(SweepPlan plan, std::size_t threads)
{
    Scenario const base = base_of(plan);
    std::size_t const stated = plan.factors.size();
    std::vector<std::string> const left_out = add_assumptions(plan, base);
    std::vector<SweepPoint> const points = points_of(plan);
    write_output(fmt::format("Would run the sweep {}, a {} of {} beside the base, {}\n", plan.name,
                             name(plan.design.kind), counted(points.size() - 1, "point", "points"),
                             counted_replicates(plan.replicates)));
    for (std::size_t k = 0; k < stated; ++k) write_output(told_factor(plan.factors[k]));
    if (plan.factors.size() > stated)
        write_output(fmt::format("  {}, {} left out\n",
                                 counted(plan.factors.size() - stated, "assumption", "assumptions"),
                                 left_out.size()));
    write_output(fmt::format("  keeps {}\n", told_rows(plan.keep)));
    write_output(
        told_forecast(forecast({plan, base, points, threads}), points.size() - 1, threads));
    return 0;
}

int sweep(Flags const& flags)
{
    SweepPlan const plan = read_sweep_plan(flags.arguments.front(), {}, flags.overrides.shipped);
    if (flags.dry_run) return tell_plan_of_sweep(plan, threads_of(flags));
    fs::path const folder =
        flags.output ? fs::path(*flags.output) : fs::path("out") / ("sweep-" + plan.name);
    heed_stop_signals();
    return unless_stopped(
        the_same_command,
        [&] { return carry_on_and_tell(Study::begin(folder, plan, is_stop_asked), flags); });
}

int carry_on_in(fs::path const& folder, Flags const& flags)
{
    return unless_stopped(fmt::format("'kochmon resume {}'", folder.string()),
                          [&] { return carry_on_and_tell(Study::open(folder), flags); });
}

int resume(Flags const& flags)
{
    heed_stop_signals();
    return carry_on_in(flags.arguments.front(), flags);
}

int expand(Flags const& flags)
{
    if (!flags.replicates && !flags.points)
        throw UsageError("expand: expected --replicates N or --points N, more than there are");
    heed_stop_signals();
    fs::path const folder = flags.arguments.front();
    int const status =
        unless_stopped(the_same_command,
                       [&]
                       {
                           Study::expand(folder, {flags.replicates, flags.points}, is_stop_asked);
                           return 0;
                       });
    return status == 0 ? carry_on_in(folder, flags) : status;
}

/// The plan may have grown in one of them and not in the other, but is else the same.
void demand_same_study(Study const& study, Study const& part)
{
    bool const are_alike = part.identity() == study.identity() &&
                           part.plan().name == study.plan().name &&
                           part.plan().factors.size() == study.plan().factors.size();
    std::uint32_t const replicates = std::min(part.plan().replicates, study.plan().replicates);
    for (std::uint32_t r = 0; are_alike && r < replicates; ++r)
        if (part.plan().nesting.population_of(r) != study.plan().nesting.population_of(r))
            throw FileError(fmt::format(
                "{}: its replicate {} has population {}, that of {} has population {}; expected "
                "parts of the same plan, with the same replicates and population_seeds",
                part.folder().string(), r, part.plan().nesting.population_of(r),
                study.folder().string(), study.plan().nesting.population_of(r)));
    std::size_t const points = std::min(part.points().size(), study.points().size());
    for (std::size_t point = 0; are_alike && point < points; ++point)
        if (part.scenario_of(point) != study.scenario_of(point))
            throw FileError(
                fmt::format("{}: its point {} is another than that of {}; expected "
                            "parts of the same plan",
                            part.folder().string(), point, study.folder().string()));
    if (!are_alike)
        throw FileError(
            fmt::format("{}: is part of another study than {}; expected the same plan, "
                        "base and program",
                        part.folder().string(), study.folder().string()));
}

void take_over(Study const& study, Study const& part)
{
    std::vector<RunNumber> const asked = study.runs();
    std::set<RunNumber> const wanted(asked.begin(), asked.end());
    for (RunNumber const& run : part.done())
        if (wanted.contains(run) && !study.is_done(run)) study.keep(part.read(run));
    for (auto const& [run, reason] : part.failures())
        if (wanted.contains(run) && !study.is_done(run)) study.keep_failure(run, reason);
}

/// Takes over every run of the parts that is missing; whatever their order, the result is the same.
int merge(Flags const& flags)
{
    if (flags.arguments.size() < 2)
        throw UsageError(
            "merge: expected the folder of a study, one of the parts will do, and the "
            "folders of other parts");
    Study const study = Study::open(flags.arguments.front());
    std::vector<Study> parts;
    for (std::size_t k = 1; k < flags.arguments.size(); ++k)
    {
        parts.push_back(Study::open(flags.arguments[k]));
        demand_same_study(study, parts.back());
    }
    for (Study const& part : parts) take_over(study, part);
    StudyState const state = state_of(study);
    bool const is_all_tried = state.left() == state.failed.size();
    std::string const summary = is_all_tried ? '\n' + analyse_study(study) : std::string();
    write_output(told_state(study, state) + summary);
    if (!is_all_tried)
        write_message(fmt::format(
            "kochmon: {} are missing; merge their part, or run them with "
            "'kochmon resume {}'\n",
            counted(state.left() - state.failed.size(), "run", "runs"), study.folder().string()));
    return state.failed.empty() ? (is_all_tried ? 0 : status_to_resume) : status_runs_failed;
}
}  // namespace

Verb sweep_verb()
{
    return {
        .name = "sweep",
        .summary = "Run every point of a plan, and go on with what is left of it",
        .positionals = {{"PLAN", "Plan of the sweep", Positional::Times::once, LookedFor::sweep}},
        .flags = {FlagGroup::study, FlagGroup::shard, FlagGroup::execution},
        .example = "kochmon sweep fee-checks-bans -o out/fees",
        .act = sweep};
}

Verb resume_verb()
{
    return {.name = "resume",
            .summary = "Go on with a sweep: run what is missing",
            .positionals = {{"DIR", "Folder of the study"}},
            .flags = {FlagGroup::shard, FlagGroup::execution},
            .example = "kochmon resume out/permit-fee",
            .act = resume};
}

Verb expand_verb()
{
    return {.name = "expand",
            .summary = "Give a sweep more replicates or points, and run them",
            .positionals = {{"DIR", "Folder of the study"}},
            .flags = {FlagGroup::expansion, FlagGroup::shard, FlagGroup::execution},
            .example = "kochmon expand out/permit-fee --replicates 20",
            .act = expand};
}

Verb merge_verb()
{
    return {
        .name = "merge",
        .summary = "Join parts of a sweep that other machines have run",
        .positionals =
            {{"DIR", "Folder of the study, or of one of its parts, to which the others are added"},
             {"SHARD", "Folders of the parts", Positional::Times::at_least_once}},
        .flags = {},
        .example = "kochmon merge out/permit-fee out/part-1 out/part-2",
        .act = merge};
}
}  // namespace kochmon
