// SPDX-License-Identifier: MIT
#include <optional>

#include <fmt/format.h>

#include "engine/error.hpp"

#include "agents/loading/load_model.hpp"
#include "agents/state/month_record.hpp"

#include "analysis/commands/log.hpp"
#include "analysis/commands/session.hpp"
#include "analysis/commands/standard_streams.hpp"
#include "analysis/commands/stop_request.hpp"
#include "analysis/commands/verbs.hpp"
#include "analysis/replay/findings.hpp"
#include "analysis/text/counted.hpp"

namespace kochmon
{
namespace
{
Repetition repeat_and_tell_progress(PastRun const& run, Flags const& flags)
{
    Session const session(flags, std::nullopt);
    Progress progress =
        session.progress(run.replicates, load_model(run.folder / "scenario.yaml").settings());
    log_line(fmt::format("repeating {} on {}", run.folder.string(),
                         counted(session.workers().threads(), "thread", "threads")));
    return repeat(run,
                  {.workers = session.workers(),
                   .cut = flags.cut,
                   .stop_asked = Session::is_stopped,
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
        "with the program of that version, or run a scenario that this one accepts\n{}",
        run.folder.string(), named(run.program), named(present_build()), error.what()));
}

int replay(Flags const& flags)
{
    PastRun const run = read_past_run(flags.arguments.front());
    demand_readable_files(run);
    demand_same_inputs(run);
    heed_stop_signals();
    Repetition const found = repeat_or_tell_programs(run, flags);
    if (found.stopped) return Session::stopped("the repetition is not complete");
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
            .summary = "Repeat a run or comparison and compare it with what was written",
            .positionals = {{"DIR", "Output folder of run or compare"}},
            .flags = {FlagGroup::execution, FlagGroup::json},
            .example = "kochmon replay out/baseline",
            .act = replay};
}
}  // namespace kochmon
