// SPDX-License-Identifier: MIT
#include <cstdlib>

#include <fmt/format.h>

#include "engine/error.hpp"

#include "agents/parameters.hpp"

#include "analysis/commands/log.hpp"
#include "analysis/commands/progress.hpp"
#include "analysis/commands/standard_streams.hpp"
#include "analysis/commands/stop_request.hpp"
#include "analysis/commands/verbs.hpp"
#include "analysis/replay/findings.hpp"

namespace kochmon
{
namespace
{
Repetition repeat_and_tell_progress(PastRun const& run, Flags const& flags)
{
    Workers const workers(
        flags.threads.value_or(available_threads(std::getenv("SLURM_CPUS_PER_TASK"))));
    RunSettings const settings = load_model(run.folder / "scenario.yaml").settings();
    Progress progress(flags.loudness == Loudness::quiet ? ProgressForm::none : flags.progress,
                      run.replicates, settings.warm_up + settings.months);
    log_line(fmt::format("repeating {} on {} threads", run.folder.string(), workers.threads()));
    return repeat(run,
                  {.workers = workers,
                   .cut = flags.cut,
                   .stop_asked = [] { return stop_signal() != 0; },
                   .month_lived = [&](MonthRecord const& record) { progress.observe(record); }});
}

// What the model of today refuses may have been right for that of then.
Repetition repeat_or_tell_programs(PastRun const& run, Flags const& flags)
try
{
    return repeat_and_tell_progress(run, flags);
}
catch (ScenarioError const& error)
{
    throw ScenarioError(fmt::format(
        "{}: the scenario was run by kochmon {}; this is kochmon {}, which refuses it; replay it "
        "with the program of then, or run a scenario that this one accepts\n{}",
        run.folder.string(), named(run.program), named(present_build()), error.what()));
}

int replay(Flags const& flags)
{
    PastRun const run = read_past_run(flags.arguments.front());
    demand_readable_files(run);
    demand_same_inputs(run);
    heed_stop_signals();
    Repetition const found = repeat_or_tell_programs(run, flags);
    if (found.stopped)
    {
        write_message("kochmon: stopped on request; the repetition is not complete\n");
        return 128 + stop_signal();
    }
    if (flags.json)
        write_output(findings_as_json(run, found));
    else if (flags.loudness != Loudness::quiet)
        write_output(findings_as_text(run, found));
    return static_cast<int>(found.identical() ? ExitStatus::done : ExitStatus::results_differ);
}
}  // namespace

Verb replay_verb()
{
    return {.name = "replay",
            .summary = "Repeat a run or comparison and tell whether it is identical",
            .positionals = {{"DIR", "Output folder of run or compare"}},
            .flags = {FlagGroup::execution, FlagGroup::json},
            .example = "kochmon replay out/baseline",
            .act = replay};
}
}  // namespace kochmon
