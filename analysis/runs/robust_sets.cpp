// SPDX-License-Identifier: MIT
#include "analysis/runs/robust_sets.hpp"

#include <algorithm>
#include <iterator>
#include <set>
#include <system_error>
#include <utility>

#include <fmt/format.h>

#include "engine/error.hpp"

#include "agents/loading/load_model.hpp"

#include "analysis/design/points.hpp"

namespace kochmon
{
namespace
{
namespace fs = std::filesystem;

std::string path_set_by(std::string const& value)
{
    return value.substr(0, value.find('='));
}

/// Each path once: what is said later replaces what was said before.
std::vector<std::string> each_once(std::vector<std::string> const& values)
{
    std::set<std::string> said;
    std::vector<std::string> kept;
    for (std::size_t k = values.size(); k-- > 0;)
        if (said.insert(path_set_by(values[k])).second) kept.push_back(values[k]);
    std::ranges::reverse(kept);
    return kept;
}

// The shocks that are judged would be laid over its own.
void demand_parameters_alone(SweepPlan const& plan)
{
    for (Factor const& factor : plan.factors)
        if (factor.kind == FactorKind::lever || factor.kind == FactorKind::policy)
            throw ScenarioError(
                fmt::format("{}: vary.{}: is no parameter; sets of parameters are asked for here, "
                            "so vary keys, accepted sets of a calibration or assumptions",
                            plan.path.string(), factor.name));
}

class SetsAskedFor
{
  public:
    SetsAskedFor(fs::path const& scenario, Overrides const& overrides)
        : scenario_(scenario), overrides_(overrides)
    {
    }

    void add_accepted(std::string const& folder)
    {
        for (TriedSet& set : accepted_sets_in(folder))
        {
            load_model(set.file, overrides_of(set, overrides_));
            found_.files.push_back(set.file);
            found_.sets.push_back(std::move(set));
        }
    }

    void add_points(fs::path const& file)
    {
        SweepPlan plan = read_sweep_plan(file, {}, overrides_.shipped);
        demand_parameters_alone(plan);
        TriedSet const base{
            .group = plan.name, .name = {}, .file = scenario_, .values = plan.overrides.set};
        add_assumptions(plan, load_model(scenario_, overrides_of(base, overrides_)));
        found_.files.push_back(file);
        for (Factor const& factor : plan.factors)
            for (ParameterSet const& set : factor.sets) found_.files.push_back(set.file);
        std::size_t const before = found_.sets.size();
        for (SweepPoint const& point : points_of(plan)) add_point(point, plan, base);
        if (found_.sets.size() == before)
            throw ScenarioError(fmt::format("{}: no point of it can be run; {}", file.string(),
                                            found_.left_out.back()));
    }

    RobustSets found() && { return std::move(found_); }

  private:
    void add_point(SweepPoint const& point, SweepPlan const& plan, TriedSet const& base)
    {
        TriedSet set = base;
        set.name = told_values(point, plan);
        std::ranges::move(values_of_keys(point, plan), std::back_inserter(set.values));
        try
        {
            load_model(set.file, overrides_of(set, overrides_));
            found_.sets.push_back(std::move(set));
        }
        catch (ScenarioError const& error)
        {
            found_.left_out.push_back(fmt::format("{}, {}: {}", plan.name, set.name, error.what()));
        }
    }

    fs::path const& scenario_;
    Overrides const& overrides_;
    RobustSets found_;
};
}  // namespace

RobustSets robust_sets(std::vector<std::string> const& sources, fs::path const& scenario,
                       Overrides const& overrides)
{
    SetsAskedFor asked(scenario, overrides);
    for (std::string const& source : sources)
    {
        std::error_code none;
        if (!fs::exists(source, none))
            throw FileError(source +
                            ": is not there; expected the folder of a calibration or the plan of "
                            "a sweep");
        if (fs::is_directory(source, none))
            asked.add_accepted(source);
        else
            asked.add_points(source);
    }
    return std::move(asked).found();
}

Overrides overrides_of(TriedSet const& set, Overrides overrides)
{
    std::vector<std::string> all = set.values;
    std::ranges::copy(overrides.set, std::back_inserter(all));
    overrides.set = each_once(all);
    return overrides;
}
}  // namespace kochmon
