// SPDX-License-Identifier: MIT
#include "analysis/commands/robust_targets.hpp"

#include <algorithm>
#include <atomic>
#include <cstdlib>
#include <filesystem>
#include <set>
#include <string>

#include <fmt/format.h>

#include "engine/atomic_file.hpp"
#include "engine/error.hpp"

#include "config/corridor_file.hpp"

#include "agents/loading/load_model.hpp"

#include "analysis/commands/session.hpp"
#include "analysis/commands/standard_streams.hpp"
#include "analysis/commands/study_flags.hpp"
#include "analysis/commands/targets_path.hpp"
#include "analysis/output/output_folder.hpp"
#include "analysis/runs/robust_sets.hpp"
#include "analysis/runs/run_tables.hpp"
#include "analysis/runs/targets.hpp"
#include "analysis/targets/robustness.hpp"
#include "analysis/text/counted.hpp"

namespace kochmon
{
namespace
{
constexpr std::uint32_t usual_replicates_of_a_set = 3;

class RobustTargets
{
  public:
    explicit RobustTargets(Flags const& flags)
        : flags_(flags),
          nesting_(nesting_of(flags, replicates())),
          file_(read_targets(targets_path(flags),
                             *corridor_or_unknown(flags.arguments.front(), flags.overrides))),
          tried_(robust_sets(flags.robust, flags.arguments.front(), flags.overrides)),
          base_(load_model(flags.arguments.front(), flags.overrides)),
          session_(flags, flags.output)
    {
        if (flags.parameters || flags.parameter_sets)
            throw UsageError(
                "--robust runs every set by itself, so it does not go with --parameters");
    }

    int act()
    {
        session_.check_folder(inputs());
        if (flags_.dry_run) return tell_plan();
        session_.begin(inputs());
        demand_memory();
        std::vector<std::vector<JudgedAnswer>> const judged = run_all();
        if (Session::is_stopped()) return Session::stopped("not all sets were run");
        std::vector<RobustAnswer> const answers = robust_answers(judged);
        session_.tell(told_robustness(tried_.sets, answers) + told_left_out());
        if (session_.has_folder()) write_results(answers);
        return 0;
    }

  private:
    // One alone says nothing of luck.
    std::uint32_t replicates() const
    {
        return flags_.replicates.value_or(usual_replicates_of_a_set);
    }
    InputFiles inputs() const
    {
        InputFiles inputs = inputs_named(flags_);
        inputs.add(file_.path);
        inputs.add(base_.files_read());
        for (std::filesystem::path const& file : tried_.files) inputs.add(file);
        return inputs;
    }

    int tell_plan() const
    {
        write_output(fmt::format("Would run  {} under {} of parameters\n",
                                 counted(file_.shocks.size(), "shock", "shocks"),
                                 counted(tried_.sets.size(), "set", "sets")) +
                     told_left_out());
        return 0;
    }

    // The sets of a group differ in values alone.
    void demand_memory() const
    {
        std::set<std::string> seen;
        for (TriedSet const& one : tried_.sets)
            if (seen.insert(one.group).second)
                demand_memory_of(
                    worlds_of_shocks(one.file, file_, overrides_of(one, flags_.overrides)),
                    std::min(tried_.sets.size(), session_.workers().threads()),
                    "ask for fewer --persons or --threads");
    }

    // Each set on a thread of its own.
    std::vector<std::vector<JudgedAnswer>> run_all()
    {
        std::vector<std::vector<JudgedAnswer>> judged(tried_.sets.size());
        std::atomic<std::size_t> done = 0;
        session_.workers().for_each(tried_.sets.size(),
                                    [&](std::size_t k)
                                    {
                                        if (Session::is_stopped()) return;
                                        judged[k] = under(tried_.sets[k]);
                                        tell_progress(++done);
                                    });
        return judged;
    }

    std::vector<JudgedAnswer> under(TriedSet const& set) const
    {
        Workers const alone(1);
        TargetWorlds const worlds =
            worlds_of_shocks(set.file, file_, overrides_of(set, flags_.overrides));
        MeasuredTargets const found = measure_shocks(worlds, file_,
                                                     {.workers = alone,
                                                      .replicates = replicates(),
                                                      .nesting = nesting_,
                                                      .cut = flags_.cut,
                                                      .stop_asked = Session::is_stopped});
        return judged_shocks(file_, found.values, nesting_);
    }

    void tell_progress(std::size_t done) const
    {
        if (session_.is_quiet() || flags_.progress == ProgressForm::none) return;
        write_message(fmt::format("kochmon: {} of {} done\n", done,
                                  counted(tried_.sets.size(), "set", "sets")));
    }

    std::string told_left_out() const
    {
        if (tried_.left_out.empty()) return {};
        return fmt::format("Left out, since no scenario can be made of them: {}, the first {}\n",
                           counted(tried_.left_out.size(), "point", "points"),
                           tried_.left_out.front());
    }

    void write_results(std::vector<RobustAnswer> const& answers)
    {
        TakeFile const write = writes_results_into(session_.folder());
        make_scenario_files(base_, write);
        write("robust.csv", robust_csv(tried_.sets, answers));
        Provenance provenance = session_.provenance();
        provenance.replicates = replicates();
        provenance.nesting = nesting_;
        provenance.other_inputs = {{file_.path, file_.text}};
        for (std::filesystem::path const& file : tried_.files)
            provenance.other_inputs.emplace_back(file, read_whole_file(file));
        session_.complete(base_, provenance);
        session_.tell_folder();
    }

    Flags const& flags_;
    Nesting nesting_;
    TargetsFile file_;
    RobustSets tried_;
    Scenario base_;
    Session session_;
};
}  // namespace

int judge_robustness(Flags const& flags)
{
    return RobustTargets(flags).act();
}
}  // namespace kochmon
