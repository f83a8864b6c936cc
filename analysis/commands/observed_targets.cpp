// SPDX-License-Identifier: MIT
#include "analysis/commands/observed_targets.hpp"

#include <array>
#include <cstdlib>
#include <span>

#include <fmt/format.h>

#include "engine/error.hpp"

#include "agents/parameters.hpp"

#include "analysis/commands/progress.hpp"
#include "analysis/commands/standard_streams.hpp"
#include "analysis/commands/stop_request.hpp"
#include "analysis/commands/study_flags.hpp"
#include "analysis/commands/targets_path.hpp"
#include "analysis/figures/observed.hpp"
#include "analysis/provenance.hpp"
#include "analysis/study/run_tables.hpp"
#include "analysis/targets/observed_report.hpp"

namespace kochmon
{
namespace
{
constexpr int status_outside = 7;

/// The file, of a command that asks for nothing that it does not hold.
ObservedFile observed_of(Flags const& flags)
{
    std::filesystem::path const file = targets_path(flags);
    if (flags.shocks || !flags.robust.empty())
        throw UsageError(
            fmt::format("{}: {} holds what was observed and no shocks; give --targets FILE with a "
                        "file that has a key shocks",
                        flags.shocks ? "--shocks" : "--robust", file.string()));
    return read_observed(file);
}

/// A scenario on its way to what was observed of it.
class ObservedTargets
{
  public:
    explicit ObservedTargets(Flags const& flags)
        : flags_(flags),
          file_(observed_of(flags)),
          scenario_(load_model(flags.arguments.front(), flags.overrides)),
          design_(design_of(flags, replicates(), scenario_)),
          workers_(flags.threads.value_or(available_threads(std::getenv("SLURM_CPUS_PER_TASK")))),
          past_(file_)
    {
        if (!design_.parameters) return;
        for (Overrides const& overrides : design_.overrides(flags.overrides))
        {
            by_set_.push_back(load_model(flags.arguments.front(), overrides));
            demand_same_run(scenario_, by_set_.back());
        }
    }

    int act()
    {
        if (flags_.output) OutputFolder::check(*flags_.output, if_exists());
        if (flags_.dry_run) return tell_plan();
        heed_stop_signals();
        live();
        if (account_.stopped) return stopped();
        return judge();
    }

  private:
    IfExists if_exists() const { return flags_.force ? IfExists::write_over : IfExists::refuse; }
    std::uint32_t replicates() const { return flags_.replicates.value_or(1); }
    std::span<Scenario const> scenarios() const
    {
        return design_.parameters ? std::span<Scenario const>(by_set_) : std::span(&scenario_, 1);
    }

    int tell_plan() const
    {
        RunSettings const& settings = scenario_.settings();
        write_output(fmt::format("Would live  {}, {} replicates, beside {} observations\n",
                                 scenario_.name(), replicates(), file_.observations.size()));
        write_output(fmt::format("Period      {} to {}, after {} months of warm-up\n",
                                 settings.first_reported().text(), (settings.end() - 1).text(),
                                 settings.warm_up));
        write_output(told_design(design_));
        return 0;
    }

    void live()
    {
        RunSettings const& settings = scenario_.settings();
        Progress progress(flags_.loudness == Loudness::quiet ? ProgressForm::none : flags_.progress,
                          replicates(), settings.warm_up + settings.months);
        std::array<MonthObserver*, 2> const observers = {&past_, &progress};
        account_ = run_scenarios(scenarios(),
                                 {.workers = workers_,
                                  .replicates = replicates(),
                                  .nesting = design_.nesting,
                                  .cut = flags_.cut,
                                  .stop_asked = [] { return stop_signal() != 0; }},
                                 observers);
    }

    static int stopped()
    {
        write_message("kochmon: stopped on request; not all replicates were lived\n");
        return 128 + stop_signal();
    }

    int judge()
    {
        TargetRun const run{scenario_, account_, replicates(), design_.nesting};
        std::vector<JudgedObservation> const judged =
            judged_observations(file_, past_.values(), design_.nesting);
        if (flags_.output) write_results(run, judged);
        if (flags_.loudness != Loudness::quiet)
        {
            write_output(told_observed(run, judged));
            if (flags_.output) write_output(fmt::format("\nResults: {}\n", *flags_.output));
        }
        return all_inside(judged) ? 0 : status_outside;
    }

    void write_results(TargetRun const& run, std::vector<JudgedObservation> const& judged)
    {
        OutputFolder folder(*flags_.output, if_exists());
        TakeFile const write = writes_results_into(folder);
        make_scenario_files(scenario_, write);
        make_parameter_files(design_.parameters, write);
        write("observed.csv", observed_csv(run, judged));
        write("replicates.csv", replicates_csv(judged));
        draw_figure(folder);
        folder.write_beside(
            "run.json",
            provenance_as_json(scenario_, {.command = flags_.command,
                                           .replicates = replicates(),
                                           .nesting = design_.nesting,
                                           .parameters = design_.parameters,
                                           .threads = workers_.threads(),
                                           .started = started_,
                                           .ended = std::chrono::system_clock::now(),
                                           .account = account_,
                                           .files = folder.results(),
                                           .panel = {},
                                           .comparison = {},
                                           .policies = {},
                                           .other_inputs = {{file_.path, file_.text}}}));
    }

    void draw_figure(OutputFolder const& folder) const
    {
        Drawing const drawing = draw_observed(folder, file_, past_, scenario_.name());
        if (drawing == Drawing::done) return;
        write_message(fmt::format(
            "kochmon: {}, so no figure was drawn; its numbers and script are in {}\n",
            drawing == Drawing::no_gnuplot ? "gnuplot is not installed" : "gnuplot failed",
            (folder.path() / "figures").string()));
    }

    Flags const& flags_;
    ObservedFile file_;
    Scenario scenario_;
    StudyDesign design_;
    std::vector<Scenario> by_set_;  // if sets of parameters were asked for
    Workers workers_;
    ModelledPast past_;
    RunAccount account_;
    UtcTime started_ = std::chrono::system_clock::now();
};
}  // namespace

int judge_observed(Flags const& flags)
{
    return ObservedTargets(flags).act();
}
}  // namespace kochmon
