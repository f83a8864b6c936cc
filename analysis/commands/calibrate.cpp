// SPDX-License-Identifier: MIT
#include <cstdlib>
#include <filesystem>
#include <optional>
#include <vector>

#include <fmt/format.h>

#include "engine/atomic_file.hpp"
#include "engine/error.hpp"

#include "analysis/calibrate/read_calibration.hpp"
#include "analysis/commands/session.hpp"
#include "analysis/commands/standard_streams.hpp"
#include "analysis/commands/study_flags.hpp"
#include "analysis/commands/verbs.hpp"
#include "analysis/report/calibration_plan.hpp"
#include "analysis/report/calibration_report.hpp"
#include "analysis/runs/calibration.hpp"
#include "analysis/runs/calibration_worlds.hpp"
#include "analysis/runs/run_tables.hpp"
#include "analysis/text/counted.hpp"

namespace kochmon
{
namespace
{

/// A calibration on its way from its file to the accepted set.
class CalibrationCommand
{
  public:
    explicit CalibrationCommand(Flags const& flags)
        : flags_(flags),
          file_(read_calibration(flags.arguments.front())),
          scenarios_(scenarios_of(file_)),
          session_(flags, folder())
    {
    }

    int act()
    {
        session_.check_folder(inputs());
        if (flags_.dry_run) return tell_plan();
        session_.begin(inputs());
        demand_memory_of_runs(file_, session_.workers().threads());
        CalibrationStudy const study = calibrate_scenario(file_, request());
        Calibration const& found = study.found;
        if (!found.runs.empty())
        {
            session_.tell(told_calibration(file_, found));
            write_results(study);
        }
        if (study.error) std::rethrow_exception(study.error);
        if (found.stopped)
            return Session::stopped(found.runs.empty() ? "no run was made, and nothing was written"
                                                       : "the tables hold what was run until then");
        return found.accepted.is_empty() ? status_outside : 0;
    }

  private:
    InputFiles inputs() const
    {
        InputFiles inputs = inputs_named(flags_);
        inputs.add(file_.targets.path);
        if (file_.observed) inputs.add(file_.observed->file.path);
        inputs.add(scenarios_.files_read());
        return inputs;
    }
    std::filesystem::path folder() const
    {
        return flags_.output ? std::filesystem::path(*flags_.output)
                             : std::filesystem::path("out") / ("calibration-" + file_.name);
    }

    CalibrationRequest request()
    {
        return {.workers = session_.workers(),
                .stop_asked = Session::is_stopped,
                .batch_run = [this](std::vector<Evaluation> const& runs) { keep(runs); }};
    }

    /// What hours have run is there after each batch, whatever ends the program; older results stay
    /// until the last.
    void keep(std::vector<Evaluation> const& runs)
    {
        demand_same_files();
        try
        {
            session_.folder().write_beside("runs.csv", runs_csv(file_, with_pooled_errors(runs)));
            session_.folder().keep_unfinished();
            could_write_ = true;
        }
        catch (FileError const& error)
        {
            if (!could_write_) throw;  // nor will it be possible in the end
            write_message(fmt::format("kochmon: {}; the calibration goes on\n", error.what()));
        }
        if (!session_.is_quiet() && flags_.progress != ProgressForm::none)
            write_message(fmt::format("kochmon: {} made\n", counted(runs.size(), "run", "runs")));
    }

    int tell_plan() const
    {
        write_output(told_plan(file_, worlds_at(file_, {})));
        return 0;
    }

    /// Each run reads the scenario anew: if a file was changed meanwhile, the runs of the batch may
    /// be of different scenarios and nothing tells which.
    void demand_same_files() const
    {
        for (auto const& [path, content] : scenarios_.files_read())
            if (read_whole_file(path) != content)
                throw FileError(fmt::format(
                    "{}: was changed while the calibration ran, so its last runs may be of another "
                    "scenario; start it again and leave the file alone until it ends",
                    path.string()));
    }

    void write_results(CalibrationStudy const& study)
    {
        Calibration const& found = study.found;
        OutputFolder& folder = session_.folder();
        TakeFile const write = writes_results_into(folder);
        make_scenario_files(scenarios_.base, write);
        write("calibration.yaml", file_.text);
        write("targets.yaml", file_.targets.text);
        if (file_.observed) write_observed(write);
        for (auto const& [name, content] : calibration_tables(file_, found)) write(name, content);
        // A set of a calibration that was stopped is none: others take it for the whole.
        if (!found.stopped)
            for (auto const& [name, content] : accepted_scenarios(file_, found))
                write(name, content);
        // What is not whole has no run.json and does not take the place of what is.
        if (!found.stopped) complete(study);
        session_.tell(fmt::format("\nResults: {}\n",
                                  (found.stopped ? folder.place() : folder.path()).string()));
    }

    /// From which what is accepted can be held against what was observed once more.
    void write_observed(TakeFile const& write) const
    {
        make_scenario_files(*scenarios_.observed, write, "observed-");
        write("observed-targets.yaml", file_.observed->file.text);
    }

    void complete(CalibrationStudy const& study)
    {
        Provenance provenance = session_.provenance();
        provenance.replicates = file_.replicates;
        provenance.account.agents = static_cast<std::size_t>(file_.persons);
        provenance.account.weight = study.weight;
        provenance.other_inputs = {{file_.path, file_.text},
                                   {file_.targets.path, file_.targets.text}};
        if (file_.observed)
            provenance.other_inputs.emplace_back(file_.observed->file.path,
                                                 file_.observed->file.text);
        auto const read = scenarios_.files_read();
        provenance.other_inputs.insert(provenance.other_inputs.end(), read.begin(), read.end());
        session_.complete(scenarios_.base, provenance);
    }

    Flags const& flags_;
    CalibrationFile file_;
    CalibrationScenarios scenarios_;
    Session session_;
    bool could_write_ = false;
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
            .positionals = {{"FILE", "Calibration file", Positional::Times::once,
                             LookedFor::calibration}},
            .flags = {FlagGroup::execution, FlagGroup::output},
            .example =
                "kochmon calibrate diminishing-nested "
                "-o out/calibration",
            .act = calibrate_verb_acts};
}
}  // namespace kochmon
