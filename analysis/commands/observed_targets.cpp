// SPDX-License-Identifier: MIT
#include "analysis/commands/observed_targets.hpp"

#include <array>
#include <cstdlib>
#include <optional>
#include <span>

#include <fmt/format.h>

#include "engine/error.hpp"

#include "config/corridor_file.hpp"

#include "agents/loading/load_model.hpp"
#include "agents/state/month_record.hpp"

#include "analysis/commands/session.hpp"
#include "analysis/commands/standard_streams.hpp"
#include "analysis/commands/study_flags.hpp"
#include "analysis/commands/targets_path.hpp"
#include "analysis/commands/verbs.hpp"
#include "analysis/figures/observed.hpp"
#include "analysis/figures/policy_dates.hpp"
#include "analysis/report/observed_report.hpp"
#include "analysis/runs/observed_country.hpp"
#include "analysis/runs/run_tables.hpp"
#include "analysis/text/counted.hpp"

namespace kochmon
{
namespace
{
/// The file, of a command that asks for nothing that it does not hold.
ObservedFile observed_of(Flags const& flags)
{
    std::filesystem::path const file = targets_path(flags);
    if (flags.shocks || !flags.robust.empty())
        throw UsageError(
            fmt::format("{}: {} holds what was observed and no shocks; give --targets FILE with a "
                        "file that has a key shocks",
                        flags.shocks ? "--shocks" : "--robust", file.string()));
    return read_observed(file, *corridor_or_unknown(flags.arguments.front(), flags.overrides));
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
          session_(flags, flags.output),
          past_(file_)
    {
        demand_observed_country(scenario_);
        if (!design_.parameters) return;
        for (Overrides const& overrides : design_.overrides(flags.overrides))
        {
            by_set_.push_back(load_model(flags.arguments.front(), overrides));
            demand_same_run(scenario_, by_set_.back());
        }
    }

    int act()
    {
        session_.check_folder(inputs());
        if (flags_.dry_run) return tell_plan();
        session_.begin(inputs());
        live();
        if (account_.stopped) return Session::stopped("not all replicates were run");
        return judge();
    }

  private:
    InputFiles inputs() const
    {
        InputFiles inputs = inputs_named(flags_);
        inputs.add(file_.path);
        inputs.add(scenario_.files_read());
        return inputs;
    }
    std::uint32_t replicates() const { return flags_.replicates.value_or(1); }
    std::span<Scenario const> scenarios() const
    {
        return design_.parameters ? std::span<Scenario const>(by_set_) : std::span(&scenario_, 1);
    }

    int tell_plan() const
    {
        RunSettings const& settings = scenario_.settings();
        write_output(fmt::format(
            "Would run   {}, {}, beside {}\n", scenario_.name(), counted_replicates(replicates()),
            counted(file_.observations.size(), "observation", "observations")));
        write_output(fmt::format("Period      {} to {}, after {} of warm-up\n",
                                 settings.first_reported().text(), (settings.end() - 1).text(),
                                 counted_months(settings.warm_up)));
        write_output(told_design(design_));
        return 0;
    }

    void live()
    {
        Progress progress = session_.progress(replicates(), scenario_.settings());
        std::array<MonthObserver*, 2> const observers = {&past_, &progress};
        account_ =
            run_scenarios(scenarios(), session_.request(replicates(), design_.nesting), observers);
    }

    int judge()
    {
        TargetRun const run{scenario_, account_, replicates(), design_.nesting};
        std::vector<JudgedObservation> const judged =
            judged_observations(file_, past_.values(), design_.nesting);
        if (session_.has_folder()) write_results(run, judged);
        session_.tell(told_observed(run, judged));
        session_.tell_folder();
        return all_inside(judged) ? 0 : status_outside;
    }

    void write_results(TargetRun const& run, std::vector<JudgedObservation> const& judged)
    {
        TakeFile const write = writes_results_into(session_.folder());
        make_scenario_files(scenario_, write);
        make_parameter_files(design_.parameters, write);
        write("observed.csv", observed_csv(run, judged));
        write("replicates.csv", replicates_csv(judged));
        draw_figure(session_.folder());
        Provenance provenance = session_.provenance();
        provenance.replicates = replicates();
        provenance.nesting = design_.nesting;
        provenance.parameters = design_.parameters;
        provenance.account = account_;
        provenance.other_inputs = {{file_.path, file_.text}};
        session_.complete(scenario_, provenance);
    }

    void draw_figure(OutputFolder& folder) const
    {
        Drawing const drawing =
            draw_observed(folder, file_, past_,
                          {scenario_.name(), replicates(), design_.nesting, dates_of(scenario_)},
                          scenario_.corridor());
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
    Session session_;
    ModelledPast past_;
    RunAccount account_;
};
}  // namespace

int judge_observed(Flags const& flags)
{
    return ObservedTargets(flags).act();
}
}  // namespace kochmon
