// SPDX-License-Identifier: MIT
#include "analysis/runs/calibration_worlds.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

#include <fmt/format.h>

#include "engine/error.hpp"

#include "config/resolved.hpp"

#include "agents/loading/load_model.hpp"
#include "agents/state/month_record.hpp"

#include "analysis/runs/observed_country.hpp"
#include "analysis/runs/parameter_sets.hpp"
#include "analysis/targets/modelled_past.hpp"

namespace kochmon
{
namespace
{
/// Free parameters too are set by the file, where no values of them are given.
Overrides overrides_of(CalibrationFile const& file, std::vector<std::string> const& values = {})
{
    Overrides overrides{.set = file.set, .persons = std::to_string(file.persons)};
    overrides.set.insert(overrides.set.end(), values.begin(), values.end());
    return overrides;
}

Month last_month_of(ObservedFile const& file)
{
    auto const last = [](Observation const& one) { return one.time.last; };
    return last(*std::ranges::max_element(file.observations, {}, last));
}

/// Its months after the last figure aimed at are not lived: they change nothing before them.
Scenario observed_world(ObservedAims const& aims, Overrides overrides)
{
    Scenario whole = load_model(aims.scenario, overrides);
    demand_observed_country(whole);
    RunSettings const& settings = whole.settings();
    int const needed = std::max(1, last_month_of(aims.file) - settings.first_reported() + 1);
    if (needed >= settings.months) return whole;
    overrides.months = needed;
    return load_model(aims.scenario, overrides);
}

bool is_same(DatedValue const& one, DatedValue const& other)
{
    return one.from == other.from && one.value.text == other.value.text;
}

bool are_same(StatedValues const& some, StatedValues const& others)
{
    return some.is_dated == others.is_dated &&
           std::ranges::equal(some.values, others.values, is_same);
}

std::string path_in(std::string const& value)
{
    return value.substr(0, value.find('='));
}

/// Accepted runs are laid over it, and a base has no shocks.
void demand_no_shocks(CalibrationFile const& file, Scenario const& observed)
{
    if (observed.content().shocks.empty()) return;
    throw ScenarioError(fmt::format(
        "{}: observed.scenario: {} has shocks of its own, expected a scenario without, since what "
        "is accepted is laid over it; move them into dated values",
        file.path.string(), observed.name()));
}

/// One value for all months in the place of many would be another history. `observed`: with nothing
/// laid over it.
void demand_nothing_dated(CalibrationFile const& file, Scenario const& observed)
{
    auto const demand = [&](std::string const& key, std::string const& path)
    {
        StatedValues const* const stated = stated_in(observed, path);
        if (stated == nullptr || !stated->is_dated) return;
        throw ScenarioError(fmt::format(
            "{}: {}.{}: {} has dated values of it ({}), which one value for all months would "
            "replace; expected a parameter that this scenario does not date; leave it out here, or "
            "aim at no figure of observed",
            file.path.string(), key, path, observed.name(),
            observed.place(path, observed.settings().start)));
    };
    for (FreeKey const& free : file.free)
        for (std::string const& path : free.paths) demand("free", path);
    for (std::string const& value : file.set) demand("set", path_in(value));
}

void demand_reported(CalibrationFile const& file, Scenario const& observed)
{
    RunSettings const& settings = observed.settings();
    for (Observation const& one : file.observed->file.observations)
        if (one.time.first < settings.first_reported() || one.time.last >= settings.end())
            throw ScenarioError(fmt::format(
                "{}: observed.targets.{}: is of {}, expected a figure of {} to {}, the months that "
                "{} reports; leave it out, or let the scenario report them (key time)",
                file.path.string(), one.id, one.time.text(), settings.first_reported().text(),
                (settings.end() - 1).text(), observed.name()));
}

/// A value that a policy states would be replaced by that of the run, and the policy would change
/// nothing. All without values of the free parameters.
void demand_own_values_of(CalibrationFile const& file, Scenario const& base, Scenario const& policy)
{
    for (FreeKey const& free : file.free)
        for (std::string const& path : free.paths)
        {
            StatedValues const* const of_base = stated_in(base, path);
            StatedValues const* const of_policy = stated_in(policy, path);
            if (of_base == nullptr || of_policy == nullptr || are_same(*of_base, *of_policy))
                continue;
            throw ScenarioError(fmt::format(
                "{}: free.{}: policy {} states a value of it ({}), which those of the runs would "
                "replace; expected a shock on that lever, which acts on the value of each run",
                file.path.string(), path, policy.name(),
                policy.place(path, policy.settings().start)));
        }
}

/// Told before hours are spent, of the corners in which all are low and all are high.
void demand_both_ends(CalibrationFile const& file)
{
    static constexpr std::array<char const*, 2> names = {"low", "high"};
    for (std::size_t end = 0; end < names.size(); ++end) try
        {
            worlds_at(file, file.values_at(UnitPoint(file.free.size(), static_cast<double>(end))));
        }
        catch (ScenarioError const& error)
        {
            throw ScenarioError(fmt::format(
                "{}: free: with every parameter at the {} end of its range a scenario cannot be "
                "run; expected ranges whose ends hold, so narrow those named here:\n{}",
                file.path.string(), names[end], error.what()));
        }
}

MeasuredTargets measure_observed(Scenario const& scenario, ObservedFile const& file,
                                 RunRequest const& request)
{
    ModelledPast past(file);
    std::array<MonthObserver*, 1> const observers = {&past};
    MeasuredTargets measured;
    measured.account = run_scenario(scenario, request, observers);
    measured.replicates = request.replicates;
    measured.values = past.values();
    return measured;
}
}  // namespace

std::vector<std::pair<std::filesystem::path, std::string>> CalibrationScenarios::files_read() const
{
    auto all = base.files_read();
    auto const add = [&](Scenario const& scenario)
    { all.insert(all.end(), scenario.files_read().begin(), scenario.files_read().end()); };
    for (Scenario const& policy : policies) add(policy);
    if (observed) add(*observed);
    return all;
}

CalibrationScenarios scenarios_of(CalibrationFile const& file)
{
    CalibrationWorlds worlds = worlds_at(file, {});
    CalibrationScenarios all{.base = load_model(file.scenario, overrides_of(file)),
                             .policies = std::move(worlds.targets.policies)};
    if (worlds.answers)
        std::ranges::move(worlds.answers->policies, std::back_inserter(all.policies));
    for (Scenario const& policy : all.policies) demand_own_values_of(file, all.base, policy);
    if (file.observed)
    {
        all.observed = load_model(file.observed->scenario, overrides_of(file));
        demand_no_shocks(file, *all.observed);
        demand_nothing_dated(file, load_model(file.observed->scenario));
        demand_reported(file, *all.observed);
    }
    demand_both_ends(file);
    return all;
}

CalibrationWorlds worlds_at(CalibrationFile const& file, std::vector<std::string> const& values)
{
    Overrides const overrides = overrides_of(file, values);
    CalibrationWorlds worlds{.targets = worlds_of_targets(file.scenario, file.targets, overrides)};
    if (!file.targets.shocks.empty())
        worlds.answers = worlds_of_shocks(file.scenario, file.targets, overrides);
    if (file.observed) worlds.observed = observed_world(*file.observed, overrides);
    return worlds;
}

void demand_memory_of_runs(CalibrationFile const& file, std::size_t threads)
{
    std::size_t const at_once = std::min(threads, file.settings.waves.points);
    auto const demand = [&](TargetWorlds const& worlds)
    {
        demand_memory_of(worlds, at_once,
                         "calibrate with fewer --threads, or fewer persons in the file");
    };
    CalibrationWorlds worlds = worlds_at(file, file.values_at(UnitPoint(file.free.size(), 0.0)));
    demand(worlds.targets);
    if (worlds.answers) demand(*worlds.answers);
    if (worlds.observed) demand({.base = *std::move(worlds.observed)});
}

std::vector<MeasuredTargets> measure_parts(CalibrationWorlds const& worlds,
                                           CalibrationFile const& file, RunRequest const& request)
{
    std::vector<MeasuredTargets> parts = {measure_targets(worlds.targets, file.targets, request)};
    auto const is_stopped = [&] { return parts.back().account.stopped; };
    if (worlds.answers && !is_stopped())
        parts.push_back(measure_shocks(*worlds.answers, file.targets, request));
    if (worlds.observed && !is_stopped())
        parts.push_back(measure_observed(*worlds.observed, file.observed->file, request));
    return parts;
}
}  // namespace kochmon
