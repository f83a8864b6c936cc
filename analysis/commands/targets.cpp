// SPDX-License-Identifier: MIT
#include "analysis/runs/targets.hpp"

#include <utility>

#include <fmt/format.h>

#include "engine/error.hpp"

#include "config/corridor_file.hpp"

#include "agents/state/month_record.hpp"

#include "analysis/commands/observed_targets.hpp"
#include "analysis/commands/robust_targets.hpp"
#include "analysis/commands/session.hpp"
#include "analysis/commands/standard_streams.hpp"
#include "analysis/commands/study_flags.hpp"
#include "analysis/commands/targets_path.hpp"
#include "analysis/commands/verbs.hpp"
#include "analysis/report/targets_report.hpp"
#include "analysis/runs/run_tables.hpp"
#include "analysis/targets/observed_file.hpp"
#include "analysis/text/counted.hpp"

namespace kochmon
{
namespace
{

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
          file_(read_targets(targets_path(flags),
                             *corridor_or_unknown(flags.arguments.front(), flags.overrides))),
          worlds_(worlds_asked_for(flags, file_, flags.overrides)),
          design_(design_of(flags, replicates(), worlds_.base)),
          session_(flags, flags.output)
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
        session_.check_folder(inputs());
        if (flags_.dry_run) return tell_plan();
        session_.begin(inputs());
        demand_memory_of(worlds_, 1, "ask for fewer --persons");
        live();
        if (measured_.account.stopped) return Session::stopped("not all replicates were run");
        return flags_.shocks ? judge_shocks() : judge_targets();
    }

  private:
    InputFiles inputs() const
    {
        InputFiles inputs = inputs_named(flags_);
        inputs.add(file_.path);
        inputs.add(worlds_.base.files_read());
        for (Scenario const& policy : worlds_.policies) inputs.add(policy.files_read());
        return inputs;
    }
    std::uint32_t replicates() const { return flags_.replicates.value_or(1); }
    TargetRun run() const
    {
        return {worlds_.base, measured_.account, measured_.replicates, design_.nesting};
    }

    int tell_plan() const
    {
        RunSettings const& settings = worlds_.base.settings();
        write_output(fmt::format("Would run   {} and {}, {}\n", worlds_.base.name(),
                                 counted(worlds_.policies.size(), "policy", "policies"),
                                 counted_replicates(replicates())));
        write_output(fmt::format("Period      {} to {}, after {} of warm-up\n",
                                 settings.first_reported().text(), (settings.end() - 1).text(),
                                 counted_months(settings.warm_up)));
        write_output(told_design(design_));
        return 0;
    }

    void live()
    {
        Progress progress = session_.progress(replicates(), worlds_.base.settings());
        RunRequest const request = session_.request(replicates(), design_.nesting);
        auto const tell = [&](MonthRecord const& record) { progress.observe(record); };
        std::span<TargetWorlds const> const worlds =
            design_.parameters ? std::span<TargetWorlds const>(by_set_) : std::span(&worlds_, 1);
        measured_ = flags_.shocks ? measure_shocks(worlds, file_, request, tell)
                                  : measure_targets(worlds, file_, request, tell);
    }

    int judge_targets()
    {
        std::vector<JudgedTarget> const targets = judged(file_, measured_.values, design_.nesting);
        write_results({{"targets.csv", targets_csv(run(), targets)},
                       {"replicates.csv", replicates_csv(targets)}});
        session_.tell(told_targets(run(), targets));
        session_.tell_folder();
        return count_of(targets).outside.empty() ? 0 : status_outside;
    }

    int judge_shocks()
    {
        std::vector<JudgedAnswer> const answers =
            judged_shocks(file_, measured_.values, design_.nesting);
        write_results(
            {{"shocks.csv", shocks_csv(answers)}, {"replicates.csv", replicates_csv(answers)}});
        session_.tell(told_shocks(run(), answers));
        session_.tell_folder();
        bool fine = true;
        for (JudgedAnswer const& one : answers)
            fine = fine && one.verdict != Verdict::no_value && one.verdict != Verdict::outside &&
                   (!one.answer.has_sign() || one.sign_holds());
        return fine ? 0 : status_outside;
    }

    void write_results(std::vector<std::pair<std::string, std::string>> const& tables)
    {
        if (!session_.has_folder()) return;
        TakeFile const write = writes_results_into(session_.folder());
        make_scenario_files(worlds_.base, write);
        make_parameter_files(design_.parameters, write);
        for (auto const& [name, content] : tables) write(name, content);
        Provenance provenance = session_.provenance();
        provenance.replicates = measured_.replicates;
        provenance.nesting = design_.nesting;
        provenance.parameters = design_.parameters;
        provenance.account = measured_.account;
        for (Scenario const& policy : worlds_.policies) provenance.policies.push_back(&policy);
        provenance.other_inputs = {{file_.path, file_.text}};
        session_.complete(worlds_.base, provenance);
    }

    Flags const& flags_;
    TargetsFile file_;
    TargetWorlds worlds_;
    StudyDesign design_;
    std::vector<TargetWorlds> by_set_;  // if sets of parameters were asked for
    Session session_;
    MeasuredTargets measured_;
};

int targets(Flags const& flags)
{
    if (flags.output == "" || flags.output == "-")
        throw UsageError(
            "-o: expected the name of a folder; without it the verdict is only printed");
    if (holds_observations(targets_path(flags))) return judge_observed(flags);
    return flags.robust.empty() ? Targets(flags).act() : judge_robustness(flags);
}
}  // namespace

Verb targets_verb()
{
    return {
        .name = "targets",
        .summary = "Check a scenario against the facts that it is to meet",
        .positionals = {{"FILE", "Scenario file", Positional::Times::once, LookedFor::scenario}},
        .flags = {FlagGroup::scenario, FlagGroup::replicates, FlagGroup::execution,
                  FlagGroup::output, FlagGroup::targets},
        .example = "kochmon targets baseline --persons 300000 --replicates 5",
        .act = targets};
}
}  // namespace kochmon
