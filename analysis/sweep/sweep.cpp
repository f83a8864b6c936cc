// SPDX-License-Identifier: MIT
#include "analysis/sweep/sweep.hpp"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <map>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>

#include "engine/error.hpp"
#include "engine/parallel.hpp"

#include "agents/loading/load_model.hpp"
#include "agents/synthesis/synthesis.hpp"

#include "analysis/sweep/batch.hpp"
#include "analysis/sweep/task_lock.hpp"

namespace kochmon
{
namespace
{
/// A run's own failure, not one of the machine.
bool is_of_the_run(Error const& error)
{
    return error.status() == ExitStatus::scenario_wrong ||
           error.status() == ExitStatus::internal_error ||
           error.status() == ExitStatus::invariant_broken;
}

/// What is to run side by side. Where one of several fails each is tried alone, so that the others
/// have their runs.
struct SweepLoad
{
    std::uint32_t replicate = 0;
    std::optional<PointToRun> leader = {};  // kept: the base, or a point of other people
    std::vector<PointToRun> points = {};    // beside it, or beside the base

    std::size_t worlds() const { return points.size() + (leader ? 1 : 0); }
    std::size_t first() const { return leader ? leader->number : points.front().number; }
    std::vector<SweepLoad> one_by_one() const
    {
        std::vector<SweepLoad> loads;
        loads.reserve(worlds());
        if (leader) loads.push_back({replicate, leader, {}});
        for (PointToRun const& point : points) loads.push_back({replicate, std::nullopt, {point}});
        return loads;
    }
};

class Sweep
{
  public:
    Sweep(Study const& study, SweepRequest const& request)
        : study_(study),
          request_(request),
          base_(load_model(study.base_file(), study.plan().overrides)),
          scenarios_(study, base_)
    {
    }

    /// As many tasks side by side as there are threads, and where there are fewer tasks several
    /// threads in each.
    bool carry_on()
    {
        std::vector<SweepTask> const tasks = tasks_left(study_, request_.shard);
        if (tasks.empty()) return !is_stopped();
        std::size_t const side_by_side = std::min(request_.threads, tasks.size());
        batches_to_come_ = side_by_side;
        Workers const outer(side_by_side);
        std::atomic<std::size_t> next = 0;
        outer.for_each(side_by_side,
                       [&](std::size_t)
                       {
                           Workers const inner(request_.threads / side_by_side);
                           for (std::size_t at = next++; at < tasks.size() && !is_stopped();
                                at = next++)
                               if (!carry_out(tasks[at], inner)) leave_for_later(tasks[at]);
                       });
        wait_for_others();
        if (request_.idle_found && !scenarios_.idle().empty())
            request_.idle_found(scenarios_.idle().size(), scenarios_.idle().begin()->second);
        return !is_stopped();
    }

  private:
    bool is_stopped() const
    {
        return is_broken_off_ || (request_.stop_asked && request_.stop_asked());
    }

    void leave_for_later(SweepTask const& task)
    {
        std::lock_guard const lock(told_);
        of_others_.push_back(task);
    }

    /// What other processes were at is done when they have done it, or have died.
    void wait_for_others()
    {
        Workers const workers(request_.threads);
        for (SweepTask const& task : of_others_)
            while (!is_stopped() && !carry_out(task, workers))
                std::this_thread::sleep_for(std::chrono::milliseconds(50));
    }

    /// False: another process is at it.
    bool carry_out(SweepTask const& task, Workers const& workers)
    try
    {
        auto const lock = TaskLock::take(study_.folder(), task.group, task.replicate);
        if (!lock) return false;
        auto const scenarios = scenarios_.of(task.group);
        SweepLoad together{.replicate = task.replicate};
        for (std::size_t const number : task.points)
        {
            if (is_stopped() || study_.is_done({number, task.replicate})) continue;
            auto const refused = scenarios->refused.find(number);
            if (number == 0)
                together.leader = PointToRun{number, &base_};
            else if (refused != scenarios->refused.end())
                fail({number, task.replicate}, refused->second);
            else if (PointToRun const point{number, &scenarios->loaded.at(number)};
                     scenarios->of_other_people.contains(number))
                live({task.replicate, point, {}}, workers);
            else
                together.points.push_back(point);
        }
        live(together, workers);
        return true;
    }
    catch (...)
    {
        is_broken_off_ = true;
        throw;
    }

    void live(SweepLoad const& load, Workers const& workers)
    try
    {
        if (is_stopped() || load.worlds() == 0) return;
        Batch const batch(
            study_, load.leader ? *load.leader->scenario : base_, {workers, request_.cut},
            [this] { return is_stopped(); }, batches_to_come_.exchange(1));
        auto const runs = batch.live(
            load.replicate, load.leader ? std::optional(load.leader->number) : std::nullopt,
            load.points);
        if (!runs) return;
        for (SweepRun const& run : *runs) keep(run);
    }
    catch (SynthesisStopped const&)
    {
    }
    catch (Error const& error)
    {
        if (!is_of_the_run(error)) throw;
        if (load.worlds() == 1)
            fail({load.first(), load.replicate}, error.what());
        else
            for (SweepLoad const& one : load.one_by_one()) live(one, workers);
    }

    void keep(SweepRun const& run)
    {
        study_.keep(run);
        tell({run.point, run.replicate}, true);
    }
    void fail(RunNumber run, std::string const& reason)
    {
        study_.keep_failure(run, reason);
        tell(run, false);
    }
    void tell(RunNumber run, bool is_kept)
    {
        std::lock_guard const lock(told_);
        if (request_.run_ended) request_.run_ended(run, is_kept);
    }

    Study const& study_;
    SweepRequest const& request_;
    Scenario base_;
    ScenariosOfGroups scenarios_;
    std::atomic<bool> is_broken_off_ = false;
    std::atomic<std::size_t> batches_to_come_ = 1;  // for which the first asks for memory
    std::mutex told_;
    std::vector<SweepTask> of_others_;
};
}  // namespace

std::size_t count_tasks(Study const& study)
{
    return (group_of(study.points().size() - 1) + 1) * study.plan().replicates;
}

std::vector<SweepTask> tasks_left(Study const& study, Shard const& shard)
{
    std::set<RunNumber> const done = study.done();
    std::map<std::pair<std::size_t, std::uint32_t>, SweepTask> all;
    for (auto const& [point, replicate] : study.runs())
    {
        std::size_t const group = group_of(point);
        SweepTask& task = all[{group, replicate}];
        task.group = group;
        task.replicate = replicate;
        if (!done.contains({point, replicate})) task.points.push_back(point);
    }
    std::vector<SweepTask> tasks;
    std::size_t number = 0;
    for (auto& [key, task] : all)
        if (number++ % shard.of == shard.number - 1 && !task.points.empty())
            tasks.push_back(std::move(task));
    return tasks;
}

bool carry_on(Study const& study, SweepRequest const& request)
{
    return Sweep(study, request).carry_on();
}
}  // namespace kochmon
