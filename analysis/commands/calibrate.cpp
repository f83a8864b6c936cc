// SPDX-License-Identifier: MIT
#include <cstdlib>
#include <filesystem>
#include <optional>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "engine/atomic_file.hpp"
#include "engine/error.hpp"

#include "agents/parameters.hpp"

#include "analysis/calibrate/report.hpp"
#include "analysis/commands/log.hpp"
#include "analysis/commands/standard_streams.hpp"
#include "analysis/commands/stop_request.hpp"
#include "analysis/commands/verbs.hpp"
#include "analysis/provenance.hpp"
#include "analysis/study/calibration.hpp"
#include "analysis/study/run_tables.hpp"

namespace kochmon
{
namespace
{
constexpr int status_outside = 7;

/// A calibration on its way from its file to the accepted set.
class CalibrationCommand
{
  public:
    explicit CalibrationCommand(Flags const& flags)
        : flags_(flags),
          file_(read_calibration(flags.arguments.front())),
          base_(base_of(file_)),
          policies_(policies_of(file_)),
          workers_(flags.threads.value_or(available_threads(std::getenv("SLURM_CPUS_PER_TASK"))))
    {
    }

    int act()
    {
        OutputFolder::check(folder(), if_exists());
        if (flags_.dry_run) return tell_plan();
        heed_stop_signals();
        demand_memory_of_runs(file_, workers_.threads());
        CalibrationStudy const study = calibrate_scenario(file_, request());
        Calibration const& found = study.found;
        if (!found.runs.empty())
        {
            if (flags_.loudness != Loudness::quiet) write_output(told_calibration(file_, found));
            write_results(study);
        }
        if (study.error) std::rethrow_exception(study.error);
        if (found.stopped) return stopped(found.runs.empty());
        return found.accepted.is_empty() ? status_outside : 0;
    }

  private:
    IfExists if_exists() const { return flags_.force ? IfExists::write_over : IfExists::refuse; }
    std::filesystem::path folder() const
    {
        return flags_.output ? std::filesystem::path(*flags_.output)
                             : std::filesystem::path("out") / ("calibration-" + file_.name);
    }

    CalibrationRequest request()
    {
        return {.workers = workers_,
                .stop_asked = [] { return stop_signal() != 0; },
                .batch_run = [this](std::vector<Evaluation> const& runs) { keep(runs); }};
    }

    /// What hours have run is there after each batch, whatever ends the program; older results stay
    /// until the first batch is there.
    void keep(std::vector<Evaluation> const& runs)
    {
        demand_same_files();
        try
        {
            out().write_beside("runs.csv", runs_csv(file_, with_pooled_errors(runs)));
            could_write_ = true;
        }
        catch (FileError const& error)
        {
            if (!could_write_) throw;  // nor will it be possible in the end
            write_message(fmt::format("kochmon: {}; the calibration goes on\n", error.what()));
        }
        if (flags_.loudness != Loudness::quiet && flags_.progress != ProgressForm::none)
            write_message(fmt::format("kochmon: {} runs made\n", runs.size()));
    }

    OutputFolder& out()
    {
        if (!out_) out_.emplace(folder(), if_exists());
        return *out_;
    }

    int tell_plan() const
    {
        CalibrationSettings const& settings = file_.settings;
        write_output(fmt::format(
            "Would calibrate {} free parameters to {} targets: at most {} waves of {} runs and {} "
            "runs of search, each of {} agents and {} replicates\n",
            file_.problem.parameters.size(), file_.problem.targets.size(), settings.waves.waves,
            settings.waves.points, settings.search.evaluations, file_.persons, file_.replicates));
        return 0;
    }

    static int stopped(bool before_any_run)
    {
        write_message(
            before_any_run
                ? "kochmon: stopped on request, before any run; nothing was written\n"
                : "kochmon: stopped on request; the tables hold what was run until then\n");
        return 128 + stop_signal();
    }

    /// Each run reads the scenario anew: if a file was changed meanwhile, the runs of the batch may
    /// be of different scenarios and nothing tells which.
    void demand_same_files() const
    {
        demand_same_files_of(base_);
        for (Scenario const& policy : policies_) demand_same_files_of(policy);
    }
    static void demand_same_files_of(Scenario const& scenario)
    {
        for (auto const& [path, content] : scenario.files_read())
            if (read_whole_file(path) != content)
                throw FileError(fmt::format(
                    "{}: was changed while the calibration ran, so its last runs may be of another "
                    "scenario; start it again and leave the file alone until it ends",
                    path.string()));
    }

    void write_results(CalibrationStudy const& study)
    {
        Calibration const& found = study.found;
        OutputFolder& folder = out();
        TakeFile const write = writes_results_into(folder);
        make_scenario_files(base_, write);
        write("calibration.yaml", file_.text);
        write("targets.yaml", file_.targets.text);
        for (auto const& [name, content] : calibration_tables(file_, found)) write(name, content);
        // A set of a calibration that was stopped is none: others take it for the whole.
        if (!found.stopped)
            for (auto const& [name, content] : accepted_scenarios(file_, found, "../scenario.yaml"))
                write(name, content);
        if (flags_.loudness != Loudness::quiet)
            write_output(fmt::format("\nResults: {}\n", folder.path().string()));
        if (found.stopped) return;  // what is not whole has no run.json
        RunAccount account;
        account.agents = static_cast<std::size_t>(file_.persons);
        account.weight = study.weight;
        folder.write_beside(
            "run.json", provenance_as_json(
                            base_, {.command = flags_.command,
                                    .replicates = file_.replicates,
                                    .threads = workers_.threads(),
                                    .started = started_,
                                    .ended = std::chrono::system_clock::now(),
                                    .account = account,
                                    .files = folder.results(),
                                    .panel = {},
                                    .comparison = {},
                                    .policies = {},
                                    .other_inputs = {{file_.path, file_.text},
                                                     {file_.targets.path, file_.targets.text}}}));
    }

    Flags const& flags_;
    CalibrationFile file_;
    Scenario base_;
    std::vector<Scenario> policies_;
    Workers workers_;
    std::optional<OutputFolder> out_;
    bool could_write_ = false;
    UtcTime started_ = std::chrono::system_clock::now();
};

int calibrate_verb_acts(Flags const& flags)
{
    if (flags.output == "" || flags.output == "-")
        throw UsageError("-o: expected the name of a folder; a calibration has several tables");
    return CalibrationCommand(flags).act();
}
}  // namespace

Verb calibrate_verb()
{
    return {.name = "calibrate",
            .summary = "Find the free parameters under which a scenario meets its targets",
            .positionals = {{"FILE", "Calibration file"}},
            .flags = {FlagGroup::execution, FlagGroup::output},
            .example =
                "kochmon calibrate config/calibration/diminishing-nested.yaml "
                "-o out/calibration",
            .act = calibrate_verb_acts};
}
}  // namespace kochmon
