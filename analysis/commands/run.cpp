// SPDX-License-Identifier: MIT
#include <algorithm>
#include <filesystem>
#include <span>
#include <utility>

#include <fmt/format.h>

#include "engine/error.hpp"

#include "agents/loading/load_model.hpp"
#include "agents/state/month_record.hpp"
#include "agents/synthesis/synthesis.hpp"

#include "analysis/commands/idle_policies.hpp"
#include "analysis/commands/log.hpp"
#include "analysis/commands/session.hpp"
#include "analysis/commands/standard_streams.hpp"
#include "analysis/commands/study_flags.hpp"
#include "analysis/commands/verbs.hpp"
#include "analysis/figures/figures_of_a_run.hpp"
#include "analysis/figures/policy_dates.hpp"
#include "analysis/measures/series_csv.hpp"
#include "analysis/report/headlines.hpp"
#include "analysis/report/run_summary.hpp"
#include "analysis/runs/forecast.hpp"
#include "analysis/runs/kept_run.hpp"
#include "analysis/runs/run_identity.hpp"
#include "analysis/runs/run_tables.hpp"
#include "analysis/runs/run_to_go_on.hpp"
#include "analysis/text/counted.hpp"

namespace kochmon
{
namespace
{
void tell_of_run(std::string const& text)
{
    write_message(fmt::format("kochmon: {}\n", text));
}

/// A run on its way from the scenario to the last file.
class Run
{
  public:
    explicit Run(Flags const& flags)
        : flags_(flags),
          scenario_(load_model(flags.arguments.front(), flags.overrides)),
          kept_(kept_rows(scenario_.corridor(), flags.measures, flags.by, flags.months_kept)),
          design_(design_of(flags, replicates(), scenario_)),
          identity_(may_go_on() ? identity() : std::string()),
          session_(flags, to_standard_output() ? std::nullopt : std::optional(folder())),
          tables_(scenario_, flags.panel, design_.nesting, session_.workers(), kept_)
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
        if (flags_.output) return *flags_.output;
        auto const left = flags_.from ? RunToGoOn::folder_of(*flags_.from) : std::nullopt;
        return left.value_or(std::filesystem::path("out") / scenario_.name());
    }
    InputFiles inputs() const;
    void demand_persons_for_panel() const;
    std::span<Scenario const> scenarios() const
    {
        return design_.parameters ? std::span<Scenario const>(by_set_) : std::span(&scenario_, 1);
    }
    bool may_go_on() const;
    std::string identity() const;
    void find_what_is_left();
    ForecastRequest what_it_takes() const;
    void tell_forecast() const;
    int tell_plan() const;
    void live(KeptRun* kept);
    int act_into_folder();
    int act_to_standard_output();
    int stopped(KeptRun const* kept) const;
    void write_results(KeptRun const* kept);
    void draw_figures(OutputFolder& folder) const;
    void tell_results(std::string const& account) const;

    Flags const& flags_;
    Scenario scenario_;
    KeptRows kept_;
    StudyDesign design_;
    std::string identity_;          // of what may be gone on from
    std::vector<Scenario> by_set_;  // if sets of parameters were asked for
    Session session_;
    RunTables tables_;
    RunAccount account_;
    std::optional<RunToGoOn> left_;  // where it was said
};

// Other sets of parameters are laid over the same files.
InputFiles Run::inputs() const
{
    InputFiles inputs = inputs_named(flags_);
    inputs.add(scenario_.files_read());
    return inputs;
}

/// Whether it keeps what it has lived while it goes on, as it must where something is left of it.
bool Run::may_go_on() const
{
    if (to_standard_output()) return false;
    return replicates() > 1 || flags_.checkpoint_every || flags_.from ||
           is_left_unfinished(folder());
}

std::string Run::identity() const
{
    return identity_of({.scenario = scenario_,
                        .parameters = design_.parameters,
                        .nesting = design_.nesting,
                        .replicates = replicates(),
                        .panel = flags_.panel,
                        .kept = kept_});
}

/// Looks at what another process has left before the folder is refused for it.
void Run::find_what_is_left()
{
    if (flags_.from) left_.emplace(*flags_.from, identity_);
    if (flags_.from || flags_.force || identity_.empty()) return;
    if (auto const differs = told_other_run(folder(), identity_))
        tell_of_run(fmt::format("{} holds an unfinished run from which this one cannot go on: {}",
                                folder().string(), *differs));
}

// Told before anything is written or lived.
void Run::demand_persons_for_panel() const
{
    if (!flags_.panel) return;
    std::int64_t const agents = agents_of(scenario_);
    if (std::cmp_greater(*flags_.panel, agents))
        throw UsageError(fmt::format("--panel {}: expected at most {}, the agents of this run",
                                     *flags_.panel, agents));
}

ForecastRequest Run::what_it_takes() const
{
    return {.run = session_.request(replicates(), design_.nesting),
            .panel = flags_.panel,
            .kept = kept_,
            .checkpoint_every = flags_.checkpoint_every,
            .agents = agents_of(scenario_),
            .with_agents = [this](std::int64_t agents)
            {
                Overrides overrides = flags_.overrides;
                overrides.persons = std::to_string(agents);
                return load_model(flags_.arguments.front(), overrides);
            }};
}

void Run::tell_forecast() const
{
    Forecast const about = forecast(what_it_takes());
    write_output(fmt::format("Takes       about {}, {} of memory{}\n", told_seconds(about.seconds),
                             told_bytes(about.memory),
                             to_standard_output()
                                 ? std::string()
                                 : fmt::format(", {} of disk", told_bytes(about.disk))));
}

int Run::tell_plan() const
{
    RunSettings const& settings = scenario_.settings();
    std::string const agents =
        settings.persons ? counted_agents(*settings.persons) : "one agent per person";
    write_output(fmt::format("Would run   {}, {}\n", scenario_.name(), agents));
    write_output(fmt::format("Period      {} to {}, after {} of warm-up\n",
                             settings.first_reported().text(), (settings.end() - 1).text(),
                             counted_months(settings.warm_up)));
    write_output(
        fmt::format("Replicates  {}\nThreads     {}\nResults     {}\n", replicates(),
                    session_.workers().threads(),
                    to_standard_output() ? "series.csv to standard output" : folder().string()));
    write_output(told_design(design_));
    if (!kept_.are_all()) write_output(fmt::format("Keeps       {}\n", told_rows(kept_)));
    if (flags_.panel)
        write_output(fmt::format("Panel       {}\n", counted(*flags_.panel, "person", "persons")));
    if (flags_.checkpoint_every)
        write_output(
            fmt::format("Checkpoint  every {}\n", counted_months(*flags_.checkpoint_every)));
    tell_forecast();
    return 0;
}

void Run::live(KeptRun* kept)
{
    RunRequest request = session_.request(replicates(), design_.nesting);
    if (kept != nullptr) kept->attach_to(request);
    if (request.first > 0)
        tell_of_run(fmt::format("going on from {} of {} replicates that are in {}", request.first,
                                replicates(), folder().string()));
    Progress progress = session_.progress(replicates(), scenario_.settings());
    std::vector<MonthObserver*> observers = tables_.observers();
    observers.push_back(&progress);
    log_line(fmt::format("running {} on {}", scenario_.name(),
                         counted(session_.workers().threads(), "thread", "threads")));
    account_ = run_scenarios(scenarios(), request, observers);
    log_line(fmt::format("{} made in {:.1f} s, simulated {:.3g} person-months in {:.1f} s",
                         counted_agents(account_.agents), account_.synthesis_seconds,
                         account_.person_months, account_.months_seconds));
}

int Run::stopped(KeptRun const* kept) const
{
    int const status = Session::stopped("the run is not complete");
    if (kept != nullptr && !kept->told().empty())
        tell_of_run(fmt::format("{} in {}; the same command goes on from there", kept->told(),
                                folder().string()));
    return status;
}

void Run::draw_figures(OutputFolder& folder) const
{
    Drawing drawing = Drawing::done;
    for (TimeFigure const& figure : figures_of_a_run(scenario_.corridor()))
        // Results are there; whoever asks for a stop waits for no picture.
        if (!Session::is_stopped())
            drawing = std::max(drawing, draw(figure, folder, tables_.series(),
                                             {scenario_.name(), replicates(), design_.nesting,
                                              dates_of(scenario_)}));
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

void Run::write_results(KeptRun const* kept)
{
    OutputFolder& folder = session_.folder();
    log_line(fmt::format("writing {}", folder.path().string()));
    if (kept != nullptr)
        kept->make();
    else
        tables_.make(writes_results_into(folder));
    if (kept_.are_all()) draw_figures(folder);
    Provenance provenance = session_.provenance();
    provenance.replicates = replicates();
    provenance.nesting = design_.nesting;
    provenance.parameters = design_.parameters;
    provenance.account = account_;
    provenance.panel = flags_.panel;
    provenance.kept = kept_;
    tell_results(session_.complete(scenario_, provenance));
}

void Run::tell_results(std::string const& account) const
{
    if (flags_.json) return write_output(account);
    session_.tell(summary_of(scenario_, account_, tables_.series()));
    session_.tell(told_headlines(tables_.series(), design_.nesting));
    session_.tell_folder();
}

int Run::act_into_folder()
{
    // The scenario is written first, so that a folder that cannot be written shows at once.
    OutputFolder& folder = session_.folder();
    make_scenario_files(scenario_, writes_results_into(folder));
    if (left_) left_->copy_into(folder);
    make_parameter_files(design_.parameters, writes_results_into(folder));
    std::optional<KeptRun> kept;
    if (!identity_.empty())
        kept.emplace(folder, tables_, replicates(),
                     RunCheckpoints::Request{
                         .run = identity_, .every = flags_.checkpoint_every, .tell = tell_of_run});
    live(kept ? &*kept : nullptr);
    if (account_.stopped) return stopped(kept ? &*kept : nullptr);
    write_results(kept ? &*kept : nullptr);
    return 0;
}

int Run::act_to_standard_output()
{
    live(nullptr);
    if (account_.stopped) return stopped(nullptr);
    write_output(series_csv(tables_.series(), scenario_.name(), kept_));
    return 0;
}

int Run::act()
{
    demand_persons_for_panel();
    tell_idle_shocks(scenario_, flags_);
    find_what_is_left();
    session_.check_folder(inputs(), identity_);
    demand_memory_of_run(what_it_takes());
    if (flags_.dry_run) return tell_plan();
    session_.begin(inputs(), identity_);
    return to_standard_output() ? act_to_standard_output() : act_into_folder();
}

int run(Flags const& flags)
{
    if (flags.output == "") throw UsageError("-o: expected the name of a folder, or -");
    if (flags.output == "-" && flags.json)
        throw UsageError("-o - and --json both want standard output; give one of them");
    for (auto const& [flag, is_given] :
         {std::pair("--checkpoint-every", flags.checkpoint_every.has_value()),
          std::pair("--from", flags.from.has_value())})
        if (flags.output == "-" && is_given)
            throw UsageError(fmt::format(
                "{}: checkpoints lie in the output folder; expected -o DIR in place of -o -",
                flag));
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
    return {
        .name = "run",
        .summary = "Run a scenario and write its results",
        .positionals = {{"FILE", "Scenario file", Positional::Times::once, LookedFor::scenario}},
        .flags = {FlagGroup::scenario, FlagGroup::strictness, FlagGroup::replicates,
                  FlagGroup::execution, FlagGroup::output, FlagGroup::panel, FlagGroup::kept,
                  FlagGroup::going_on, FlagGroup::json},
        .example = "kochmon run baseline --persons 100000 -o out/baseline",
        .act = run};
}
}  // namespace kochmon
