// SPDX-License-Identifier: MIT
#include "analysis/runs/robust_sets.hpp"

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <system_error>

#include <fmt/format.h>

#include "engine/error.hpp"

#include "agents/loading/load_model.hpp"

#include "analysis/design/points.hpp"

namespace kochmon
{
namespace
{
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

std::vector<TriedSet> points_of_plan(std::filesystem::path const& file)
{
    SweepPlan plan = read_sweep_plan(file);
    demand_parameters_alone(plan);
    add_assumptions(plan, load_model(plan.base, plan.overrides));
    std::vector<TriedSet> sets;
    for (SweepPoint const& point : points_of(plan))
    {
        TriedSet set{.group = plan.name, .name = told_values(point, plan), .file = plan.base};
        set.values = plan.overrides.set;
        std::ranges::move(values_of_keys(point, plan), std::back_inserter(set.values));
        sets.push_back(std::move(set));
    }
    return sets;
}
}  // namespace

std::vector<TriedSet> robust_sets(std::vector<std::string> const& sources)
{
    std::vector<TriedSet> all;
    for (std::string const& source : sources)
    {
        std::error_code none;
        bool const is_a_plan = std::filesystem::is_regular_file(source, none);
        std::ranges::move(is_a_plan ? points_of_plan(source) : accepted_sets_in(source),
                          std::back_inserter(all));
    }
    return all;
}
}  // namespace kochmon
