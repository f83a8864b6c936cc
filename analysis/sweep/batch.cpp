// SPDX-License-Identifier: MIT
#include "analysis/sweep/batch.hpp"

#include <utility>

#include "engine/error.hpp"

#include "agents/loading/load_model.hpp"
#include "agents/run/lockstep.hpp"
#include "agents/synthesis/synthesis.hpp"

#include "analysis/measures/series_csv.hpp"
#include "analysis/runs/memory_check.hpp"
#include "analysis/runs/starts.hpp"
#include "analysis/sweep/idle_point.hpp"
#include "analysis/text/counted.hpp"

namespace kochmon
{
namespace
{
/// Recorders of a batch: of the leader, if it is to be kept, and of each point.
struct Recorders
{
    std::optional<SeriesRecorder> leader = {};
    std::vector<SeriesRecorder> points = {};

    Recorders(KeptRows const& keep, Scenario const& base, bool keeps_leader, std::size_t count)
    {
        std::vector<SeriesColumn> const columns = series_columns(base.corridor(), keep);
        Month const last = base.settings().end() - 1;
        if (keeps_leader) leader.emplace(columns).keep_only(keep.months, last);
        points.reserve(count);
        for (std::size_t k = 0; k < count; ++k)
            points.emplace_back(columns).keep_only(keep.months, last);
    }
    void observe(Lockstep const& worlds)
    {
        if (leader) leader->observe(worlds.base().record());
        for (std::size_t k = 0; k < points.size(); ++k)
            points[k].observe(worlds.policy(k).record());
    }
};
}  // namespace

std::size_t group_of(std::size_t point)
{
    return point == 0 ? 0 : (point - 1) / points_in_a_group;
}

std::shared_ptr<GroupScenarios const> ScenariosOfGroups::of(std::size_t group)
{
    std::lock_guard const lock(mutex_);
    if (group_ && *group_ == group) return scenarios_;
    auto scenarios = std::make_shared<GroupScenarios>();
    std::size_t const first = group * points_in_a_group + 1;
    for (std::size_t number = first;
         number < std::min(first + points_in_a_group, study_.points().size()); ++number)
        load(number, *scenarios);
    group_ = group;
    scenarios_ = scenarios;
    return scenarios_;
}

void ScenariosOfGroups::load(std::size_t number, GroupScenarios& scenarios)
{
    try
    {
        scenarios.loaded.emplace(number, load_model(study_.file_of(study_.points()[number])));
    }
    catch (ScenarioError const& error)
    {
        scenarios.refused.emplace(number, error.what());
        return;
    }
    if (auto const idle = idle_shock_of_point(scenarios.loaded.at(number)))
        idle_.emplace(number, *idle);
    try
    {
        onset_of(base_, scenarios.loaded.at(number));
    }
    catch (ScenarioError const&)
    {
        scenarios.of_other_people.insert(number);
    }
}

std::optional<std::vector<SweepRun>> Batch::live(std::uint32_t replicate,
                                                 std::optional<std::size_t> leader_to_keep,
                                                 std::vector<PointToRun> const& points) const
{
    std::uint32_t const population = study_.plan().nesting.population_of(replicate);
    std::vector<Scenario const*> scenarios;
    scenarios.reserve(points.size());
    for (PointToRun const& point : points) scenarios.push_back(point.scenario);
    Starts starts(leader_, courses_of_longest_stems(leader_, scenarios), stop_asked_);
    starts.make(population, execution_.workers);
    std::size_t const side_by_side = as_many_ * (points.size() + 1);
    demand_memory(static_cast<double>(side_by_side) * bytes_of_a_world(starts.of_base()),
                  counted(side_by_side, "world", "worlds") + " side by side",
                  "run on fewer --threads, or with fewer persons");
    Recorders recorders(study_.plan().keep, leader_, leader_to_keep.has_value(), points.size());
    Lockstep worlds(leader_, starts.courses(), starts.of_base(), replicate, execution_);
    if (!leader_to_keep) worlds.leave_base_when_alone();
    while (!worlds.ended())
    {
        worlds.advance();
        recorders.observe(worlds);
        if (stop_asked_ && stop_asked_()) return std::nullopt;
    }
    SweepRun const common{.study = study_.identity(),
                          .scenario = {},
                          .replicate = replicate,
                          .population = population,
                          .agents = starts.of_base().persons.size(),
                          .weight = starts.of_base().weight,
                          .rows = {}};
    std::vector<SweepRun> runs;
    runs.reserve(points.size() + 1);
    if (leader_to_keep) runs.push_back(run_of(common, *leader_to_keep, *recorders.leader));
    for (std::size_t k = 0; k < points.size(); ++k)
        runs.push_back(run_of(common, points[k].number, recorders.points[k]));
    return runs;
}

SweepRun Batch::run_of(SweepRun run, std::size_t number, SeriesRecorder const& series) const
{
    run.point = number;
    run.scenario = study_.scenario_of(number);
    run.rows = series_csv(series, study_.points()[number].name(), study_.plan().keep);
    return run;
}
}  // namespace kochmon
