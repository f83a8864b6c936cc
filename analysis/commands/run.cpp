// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <span>
#include <utility>

#include <fmt/format.h>

#include "engine/error.hpp"

#include "agents/parameters.hpp"
#include "agents/synthesis/synthesis.hpp"

#include "analysis/commands/log.hpp"
#include "analysis/commands/progress.hpp"
#include "analysis/commands/standard_streams.hpp"
#include "analysis/commands/stop_request.hpp"
#include "analysis/commands/study_flags.hpp"
#include "analysis/commands/verbs.hpp"
#include "analysis/figures/figures_of_a_run.hpp"
#include "analysis/headlines.hpp"
#include "analysis/provenance.hpp"
#include "analysis/study/run_tables.hpp"
#include "analysis/summary.hpp"

namespace kochmon
{
namespace
{
/// A run on its way from the scenario to the last file.
class Run
{
  public:
    explicit Run(Flags const& flags)
        : flags_(flags),
          scenario_(load_model(flags.arguments.front(), flags.overrides)),
          design_(design_of(flags, replicates(), scenario_)),
          workers_(flags.threads.value_or(available_threads(std::getenv("SLURM_CPUS_PER_TASK")))),
          tables_(scenario_, flags.panel, design_.nesting, workers_)
    {
        // A set that cannot be read must not be found after hours.
        if (!design_.parameters) return;
        for (Overrides const& overrides : design_.overrides(flags.overrides))
        {
            by_set_.push_back(load_model(flags.arguments.front(), overrides));
            demand_same_run(scenario_, by_set_.back());
        }
    }
    int act();

  private:
    std::uint32_t replicates() const { return flags_.replicates.value_or(1); }
    bool to_standard_output() const { return flags_.output == "-"; }
    std::filesystem::path folder() const
    {
        return flags_.output ? std::filesystem::path(*flags_.output)
                             : std::filesystem::path("out") / scenario_.name();
    }
    IfExists if_exists() const { return flags_.force ? IfExists::write_over : IfExists::refuse; }
    void demand_persons_for_panel() const;
    std::span<Scenario const> scenarios() const
    {
        return design_.parameters ? std::span<Scenario const>(by_set_) : std::span(&scenario_, 1);
    }
    int tell_plan() const;
    void live();
    int act_into_folder();
    int act_to_standard_output();
    int stopped() const;
    void write_results(OutputFolder& folder);
    void draw_figures(OutputFolder const& folder) const;
    void tell_results(std::string const& account) const;

    Flags const& flags_;
    Scenario scenario_;
    StudyDesign design_;
    std::vector<Scenario> by_set_;  // if sets of parameters were asked for
    Workers workers_;
    RunTables tables_;
    RunAccount account_;
    UtcTime started_ = std::chrono::system_clock::now();
};

// Told before anything is written or lived.
void Run::demand_persons_for_panel() const
{
    if (!flags_.panel) return;
    std::int64_t const agents = agents_of(scenario_);
    if (std::cmp_greater(*flags_.panel, agents))
        throw UsageError(fmt::format("--panel {}: expected at most {}, the agents of this run",
                                     *flags_.panel, agents));
}

int Run::tell_plan() const
{
    RunSettings const& settings = scenario_.settings();
    std::string const agents =
        settings.persons ? fmt::format("{} agents", *settings.persons) : "one agent a person";
    write_output(fmt::format("Would run   {}, {}\n", scenario_.name(), agents));
    write_output(fmt::format("Period      {} to {}, after {} months of warm-up\n",
                             settings.first_reported().text(), (settings.end() - 1).text(),
                             settings.warm_up));
    write_output(fmt::format(
        "Replicates  {}\nThreads     {}\nResults     {}\n", replicates(), workers_.threads(),
        to_standard_output() ? "series.csv to standard output" : folder().string()));
    write_output(told_design(design_));
    if (flags_.panel) write_output(fmt::format("Panel       {} persons\n", *flags_.panel));
    return 0;
}

void Run::live()
{
    RunSettings const& settings = scenario_.settings();
    Progress progress(flags_.loudness == Loudness::quiet ? ProgressForm::none : flags_.progress,
                      replicates(), settings.warm_up + settings.months);
    std::vector<MonthObserver*> observers = tables_.observers();
    observers.push_back(&progress);
    log_line(fmt::format("running {} on {} threads", scenario_.name(), workers_.threads()));
    account_ = run_scenarios(scenarios(),
                             {.workers = workers_,
                              .replicates = replicates(),
                              .nesting = design_.nesting,
                              .cut = flags_.cut,
                              .stop_asked = [] { return stop_signal() != 0; }},
                             observers);
    log_line(fmt::format("{} agents made in {:.1f} s, lived {:.3g} person-months in {:.1f} s",
                         account_.agents, account_.synthesis_seconds, account_.person_months,
                         account_.months_seconds));
}

int Run::stopped() const
{
    write_message("kochmon: stopped on request; the run is not complete\n");
    return 128 + stop_signal();
}

void Run::draw_figures(OutputFolder const& folder) const
{
    Drawing drawing = Drawing::done;
    for (TimeFigure const* const figure : {&figure_of_legality(), &figure_of_naturalization()})
        drawing = std::max(
            drawing, draw(*figure, folder, tables_.series(), scenario_.name(), design_.nesting));
    std::string const figures = (folder.path() / "figures").string();
    if (drawing == Drawing::no_gnuplot)
        write_message(
            fmt::format("kochmon: gnuplot is not installed, so no figures were drawn; "
                        "their numbers and scripts are in {}\n",
                        figures));
    if (drawing == Drawing::failed)
        write_message(
            fmt::format("kochmon: gnuplot failed; its script and numbers are in {}\n", figures));
}

void Run::write_results(OutputFolder& folder)
{
    log_line(fmt::format("writing {}", folder.path().string()));
    tables_.make(writes_results_into(folder));
    draw_figures(folder);
    std::string const account =
        provenance_as_json(scenario_, {.command = flags_.command,
                                       .replicates = replicates(),
                                       .nesting = design_.nesting,
                                       .parameters = design_.parameters,
                                       .threads = workers_.threads(),
                                       .started = started_,
                                       .ended = std::chrono::system_clock::now(),
                                       .account = account_,
                                       .files = folder.results(),
                                       .panel = flags_.panel,
                                       .comparison = {},
                                       .policies = {}});
    folder.write_beside("run.json", account);
    tell_results(account);
}

void Run::tell_results(std::string const& account) const
{
    if (flags_.json) return write_output(account);
    if (flags_.loudness == Loudness::quiet) return;
    write_output(summary_of(scenario_, account_, tables_.series()));
    write_output(told_headlines(tables_.series(), design_.nesting));
    write_output(fmt::format("\nResults: {}\n", folder().string()));
}

int Run::act_into_folder()
{
    // The scenario is written first, so that a folder that cannot be written shows at once.
    OutputFolder folder(this->folder(), if_exists());
    make_scenario_files(scenario_, writes_results_into(folder));
    make_parameter_files(design_.parameters, writes_results_into(folder));
    live();
    if (account_.stopped) return stopped();
    write_results(folder);
    return 0;
}

int Run::act_to_standard_output()
{
    live();
    if (account_.stopped) return stopped();
    write_output(tables_.series().csv(scenario_.name()));
    return 0;
}

int Run::act()
{
    demand_persons_for_panel();
    if (!to_standard_output()) OutputFolder::check(folder(), if_exists());
    if (flags_.dry_run) return tell_plan();
    heed_stop_signals();
    return to_standard_output() ? act_to_standard_output() : act_into_folder();
}

int run(Flags const& flags)
{
    if (flags.output == "") throw UsageError("-o: expected the name of a folder, or -");
    if (flags.output == "-" && flags.json)
        throw UsageError("-o - and --json both want standard output; give one of them");
    if (flags.output == "-" && flags.panel)
        throw UsageError(
            fmt::format("--panel {}: the panel is a folder of tables and does not go "
                        "to standard output; expected -o DIR",
                        *flags.panel));
    return Run(flags).act();
}
}  // namespace

Verb run_verb()
{
    return {.name = "run",
            .summary = "Run a scenario and write its results",
            .positionals = {{"FILE", "Scenario file"}},
            .flags = {FlagGroup::scenario, FlagGroup::replicates, FlagGroup::execution,
                      FlagGroup::output, FlagGroup::panel, FlagGroup::json},
            .example = "kochmon run config/baseline.yaml --persons 100000 -o out/baseline",
            .act = run};
}
}  // namespace kochmon
