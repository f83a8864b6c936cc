// SPDX-License-Identifier: MIT
#include "analysis/commands/robust_targets.hpp"

#include <algorithm>
#include <atomic>
#include <cstdlib>
#include <set>
#include <string>

#include <fmt/format.h>

#include "engine/atomic_file.hpp"
#include "engine/error.hpp"

#include "agents/parameters.hpp"

#include "analysis/commands/standard_streams.hpp"
#include "analysis/commands/stop_request.hpp"
#include "analysis/commands/study_flags.hpp"
#include "analysis/commands/targets_path.hpp"
#include "analysis/output_folder.hpp"
#include "analysis/provenance.hpp"
#include "analysis/study/run_tables.hpp"
#include "analysis/study/targets.hpp"
#include "analysis/targets/robustness.hpp"

namespace kochmon
{
namespace
{
constexpr std::uint32_t usual_replicates = 3;

bool is_stopped()
{
    return stop_signal() != 0;
}

class RobustTargets
{
  public:
    explicit RobustTargets(Flags const& flags)
        : flags_(flags),
          nesting_(nesting_of(flags, replicates())),
          file_(read_targets(targets_path(flags))),
          scenarios_(accepted_scenarios_in(flags.robust)),
          base_(load_model(flags.arguments.front(), flags.overrides)),
          workers_(flags.threads.value_or(available_threads(std::getenv("SLURM_CPUS_PER_TASK"))))
    {
        if (flags.parameters || flags.parameter_sets)
            throw UsageError("--robust lives every accepted set, so it goes without --parameters");
        // A set that cannot be read must not be found after hours.
        for (AcceptedScenario const& one : scenarios_) load_model(one.file, flags.overrides);
    }

    int act()
    {
        if (flags_.output) OutputFolder::check(*flags_.output, if_exists());
        if (flags_.dry_run) return tell_plan();
        heed_stop_signals();
        demand_memory();
        std::vector<std::vector<JudgedAnswer>> const judged = live();
        if (is_stopped())
        {
            write_message("kochmon: stopped on request; not all sets were lived\n");
            return 128 + stop_signal();
        }
        std::vector<RobustAnswer> const answers = robust_answers(judged);
        if (flags_.loudness != Loudness::quiet) write_output(told_robustness(scenarios_, answers));
        if (flags_.output) write_results(answers);
        return 0;
    }

  private:
    // One alone says nothing of luck.
    std::uint32_t replicates() const { return flags_.replicates.value_or(usual_replicates); }
    IfExists if_exists() const { return flags_.force ? IfExists::write_over : IfExists::refuse; }

    int tell_plan() const
    {
        write_output(fmt::format("Would live  {} shocks under {} accepted sets of parameters\n",
                                 file_.shocks.size(), scenarios_.size()));
        return 0;
    }

    // The sets of a calibration differ in values alone.
    void demand_memory() const
    {
        std::set<std::string> seen;
        for (AcceptedScenario const& one : scenarios_)
            if (seen.insert(one.calibration).second)
                demand_memory_of(worlds_of_shocks(one.file, file_, flags_.overrides),
                                 std::min(scenarios_.size(), workers_.threads()),
                                 "ask for fewer --persons or --threads");
    }

    // Each set on a thread of its own.
    std::vector<std::vector<JudgedAnswer>> live()
    {
        std::vector<std::vector<JudgedAnswer>> judged(scenarios_.size());
        std::atomic<std::size_t> done = 0;
        workers_.for_each(scenarios_.size(),
                          [&](std::size_t k)
                          {
                              if (is_stopped()) return;
                              judged[k] = under(scenarios_[k]);
                              tell_progress(++done);
                          });
        return judged;
    }

    std::vector<JudgedAnswer> under(AcceptedScenario const& scenario) const
    {
        Workers const alone(1);
        TargetWorlds const worlds = worlds_of_shocks(scenario.file, file_, flags_.overrides);
        MeasuredTargets const found = measure_shocks(worlds, file_,
                                                     {.workers = alone,
                                                      .replicates = replicates(),
                                                      .nesting = nesting_,
                                                      .cut = flags_.cut,
                                                      .stop_asked = is_stopped});
        return judged_shocks(file_, found.values, nesting_);
    }

    void tell_progress(std::size_t done) const
    {
        if (flags_.loudness == Loudness::quiet || flags_.progress == ProgressForm::none) return;
        write_message(fmt::format("kochmon: {} of {} sets lived\n", done, scenarios_.size()));
    }

    void write_results(std::vector<RobustAnswer> const& answers)
    {
        OutputFolder folder(*flags_.output, if_exists());
        TakeFile const write = writes_results_into(folder);
        make_scenario_files(base_, write);
        write("robust.csv", robust_csv(scenarios_, answers));
        std::vector<std::pair<std::filesystem::path, std::string>> read = {
            {file_.path, file_.text}};
        for (AcceptedScenario const& one : scenarios_)
            read.emplace_back(one.file, read_whole_file(one.file));
        folder.write_beside("run.json",
                            provenance_as_json(base_, {.command = flags_.command,
                                                       .replicates = replicates(),
                                                       .nesting = nesting_,
                                                       .threads = workers_.threads(),
                                                       .started = started_,
                                                       .ended = std::chrono::system_clock::now(),
                                                       .account = {},
                                                       .files = folder.results(),
                                                       .panel = {},
                                                       .comparison = {},
                                                       .policies = {},
                                                       .other_inputs = std::move(read)}));
        if (flags_.loudness != Loudness::quiet)
            write_output(fmt::format("\nResults: {}\n", *flags_.output));
    }

    Flags const& flags_;
    Nesting nesting_;
    TargetsFile file_;
    std::vector<AcceptedScenario> scenarios_;
    Scenario base_;
    Workers workers_;
    UtcTime started_ = std::chrono::system_clock::now();
};
}  // namespace

int judge_robustness(Flags const& flags)
{
    return RobustTargets(flags).act();
}
}  // namespace kochmon
