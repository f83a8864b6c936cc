// SPDX-License-Identifier: MIT
#include "analysis/study/targets.hpp"

#include <cstdlib>
#include <filesystem>
#include <utility>

#include <fmt/format.h>

#include "engine/error.hpp"

#include "analysis/commands/log.hpp"
#include "analysis/commands/observed_targets.hpp"
#include "analysis/commands/progress.hpp"
#include "analysis/commands/robust_targets.hpp"
#include "analysis/commands/standard_streams.hpp"
#include "analysis/commands/stop_request.hpp"
#include "analysis/commands/study_flags.hpp"
#include "analysis/commands/targets_path.hpp"
#include "analysis/commands/verbs.hpp"
#include "analysis/provenance.hpp"
#include "analysis/study/run_tables.hpp"
#include "analysis/targets/observed_file.hpp"
#include "analysis/targets/report.hpp"

namespace kochmon
{
namespace
{
constexpr int status_outside = 7;

TargetWorlds worlds_asked_for(Flags const& flags, TargetsFile const& file,
                              Overrides const& overrides)
{
    std::string const& scenario = flags.arguments.front();
    return flags.shocks ? worlds_of_shocks(scenario, file, overrides)
                        : worlds_of_targets(scenario, file, overrides);
}

/// Targets on their way from the scenario to the verdict.
class Targets
{
  public:
    explicit Targets(Flags const& flags)
        : flags_(flags),
          file_(read_targets(targets_path(flags))),
          worlds_(worlds_asked_for(flags, file_, flags.overrides)),
          design_(design_of(flags, replicates(), worlds_.base)),
          workers_(flags.threads.value_or(available_threads(std::getenv("SLURM_CPUS_PER_TASK"))))
    {
        if (!design_.parameters) return;
        for (Scenario const& policy : worlds_.policies)
            demand_same_values(design_, worlds_.base, policy);
        for (Overrides const& overrides : design_.overrides(flags.overrides))
        {
            by_set_.push_back(worlds_asked_for(flags, file_, overrides));
            demand_same_run(worlds_.base, by_set_.back().base);
        }
    }

    int act()
    {
        if (flags_.output) OutputFolder::check(*flags_.output, if_exists());
        if (flags_.dry_run) return tell_plan();
        heed_stop_signals();
        demand_memory_of(worlds_, 1, "ask for fewer --persons");
        live();
        if (measured_.account.stopped) return stopped();
        return flags_.shocks ? judge_shocks() : judge_targets();
    }

  private:
    IfExists if_exists() const { return flags_.force ? IfExists::write_over : IfExists::refuse; }
    std::uint32_t replicates() const { return flags_.replicates.value_or(1); }
    TargetRun run() const
    {
        return {worlds_.base, measured_.account, measured_.replicates, design_.nesting};
    }

    int tell_plan() const
    {
        RunSettings const& settings = worlds_.base.settings();
        write_output(fmt::format("Would live  {} and {} policies, {} replicates\n",
                                 worlds_.base.name(), worlds_.policies.size(), replicates()));
        write_output(fmt::format("Period      {} to {}, after {} months of warm-up\n",
                                 settings.first_reported().text(), (settings.end() - 1).text(),
                                 settings.warm_up));
        write_output(told_design(design_));
        return 0;
    }

    void live()
    {
        RunSettings const& settings = worlds_.base.settings();
        Progress progress(flags_.loudness == Loudness::quiet ? ProgressForm::none : flags_.progress,
                          replicates(), settings.warm_up + settings.months);
        RunRequest const request{.workers = workers_,
                                 .replicates = replicates(),
                                 .nesting = design_.nesting,
                                 .cut = flags_.cut,
                                 .stop_asked = [] { return stop_signal() != 0; }};
        auto const tell = [&](MonthRecord const& record) { progress.observe(record); };
        std::span<TargetWorlds const> const worlds =
            design_.parameters ? std::span<TargetWorlds const>(by_set_) : std::span(&worlds_, 1);
        measured_ = flags_.shocks ? measure_shocks(worlds, file_, request, tell)
                                  : measure_targets(worlds, file_, request, tell);
    }

    static int stopped()
    {
        write_message("kochmon: stopped on request; not all replicates were lived\n");
        return 128 + stop_signal();
    }

    int judge_targets()
    {
        std::vector<JudgedTarget> const targets = judged(file_, measured_.values, design_.nesting);
        write_results({{"targets.csv", targets_csv(run(), targets)},
                       {"replicates.csv", replicates_csv(targets)}});
        tell(told_targets(run(), targets));
        return count_of(targets).outside.empty() ? 0 : status_outside;
    }

    int judge_shocks()
    {
        std::vector<JudgedAnswer> const answers =
            judged_shocks(file_, measured_.values, design_.nesting);
        write_results(
            {{"shocks.csv", shocks_csv(answers)}, {"replicates.csv", replicates_csv(answers)}});
        tell(told_shocks(run(), answers));
        bool fine = true;
        for (JudgedAnswer const& one : answers)
            fine = fine && one.verdict != Verdict::no_value && one.verdict != Verdict::outside &&
                   (!one.answer.has_sign() || one.sign_holds());
        return fine ? 0 : status_outside;
    }

    void tell(std::string const& report) const
    {
        if (flags_.loudness == Loudness::quiet) return;
        write_output(report);
        if (flags_.output) write_output(fmt::format("\nResults: {}\n", *flags_.output));
    }

    void write_results(std::vector<std::pair<std::string, std::string>> const& tables)
    {
        if (!flags_.output) return;
        OutputFolder folder(*flags_.output, if_exists());
        TakeFile const write = writes_results_into(folder);
        make_scenario_files(worlds_.base, write);
        make_parameter_files(design_.parameters, write);
        for (auto const& [name, content] : tables) write(name, content);
        std::vector<Scenario const*> policies;
        for (Scenario const& policy : worlds_.policies) policies.push_back(&policy);
        folder.write_beside(
            "run.json",
            provenance_as_json(worlds_.base, {.command = flags_.command,
                                              .replicates = measured_.replicates,
                                              .nesting = design_.nesting,
                                              .parameters = design_.parameters,
                                              .threads = workers_.threads(),
                                              .started = started_,
                                              .ended = std::chrono::system_clock::now(),
                                              .account = measured_.account,
                                              .files = folder.results(),
                                              .panel = {},
                                              .comparison = {},
                                              .policies = policies,
                                              .other_inputs = {{file_.path, file_.text}}}));
    }

    Flags const& flags_;
    TargetsFile file_;
    TargetWorlds worlds_;
    StudyDesign design_;
    std::vector<TargetWorlds> by_set_;  // if sets of parameters were asked for
    Workers workers_;
    MeasuredTargets measured_;
    UtcTime started_ = std::chrono::system_clock::now();
};

int targets(Flags const& flags)
{
    if (flags.output == "" || flags.output == "-")
        throw UsageError("-o: expected the name of a folder; without it the verdict is only told");
    if (holds_observations(targets_path(flags))) return judge_observed(flags);
    return flags.robust.empty() ? Targets(flags).act() : judge_robustness(flags);
}
}  // namespace

Verb targets_verb()
{
    return {.name = "targets",
            .summary = "Hold a scenario against the facts that it is to meet",
            .positionals = {{"FILE", "Scenario file"}},
            .flags = {FlagGroup::scenario, FlagGroup::replicates, FlagGroup::execution,
                      FlagGroup::output, FlagGroup::targets},
            .example = "kochmon targets config/baseline.yaml --persons 300000 --replicates 5",
            .act = targets};
}
}  // namespace kochmon
