// SPDX-License-Identifier: MIT
#include "analysis/design/points.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <utility>

#include <fmt/format.h>

#include "engine/error.hpp"

#include "analysis/design/unit_designs.hpp"

namespace kochmon
{
namespace
{
constexpr std::size_t most_points = 1'000'000;

using Values = std::vector<std::string>;

std::vector<Values> in_a_list(std::vector<Factor> const& factors)
{
    std::vector<Values> rows(factors.front().levels().size());
    for (Factor const& factor : factors)
    {
        Values const levels = factor.levels();
        for (std::size_t k = 0; k < rows.size(); ++k) rows[k].push_back(levels[k]);
    }
    return rows;
}

/// The values of the last factor change fastest.
std::vector<Values> in_a_grid(std::vector<Factor> const& factors)
{
    std::vector<Values> rows = {{}};
    for (Factor const& factor : factors)
    {
        Values const levels = factor.levels();
        if (rows.size() * levels.size() > most_points)
            throw ScenarioError(
                fmt::format("vary: a grid of more than {} points; expected fewer "
                            "values, or a sampled design such as sobol",
                            most_points));
        std::vector<Values> longer;
        for (Values const& row : rows)
            for (std::string const& level : levels)
            {
                longer.push_back(row);
                longer.back().push_back(level);
            }
        rows = std::move(longer);
    }
    return rows;
}

std::vector<Values> one_at_a_time(std::vector<Factor> const& factors)
{
    std::vector<Values> rows;
    for (std::size_t k = 0; k < factors.size(); ++k)
    {
        Factor const& factor = factors[k];
        bool const has_ends_alone = factor.range && factor.range->steps == 0;
        Values const levels = has_ends_alone
                                  ? Values{factor.text_at_level(0.0), factor.text_at_level(1.0)}
                                  : factor.levels();
        for (std::string const& level : levels)
        {
            rows.emplace_back(factors.size(), as_in_base);
            rows.back()[k] = level;
        }
    }
    return rows;
}

/// Before they are made: each may hold hundreds of values.
void demand_possible(std::size_t points)
{
    if (points > most_points)
        throw ScenarioError(fmt::format("points: {}, expected at most {}", points, most_points));
}

std::size_t size_of(Design const& design, std::size_t dimensions)
{
    if (design.kind == DesignKind::morris) return design.points * (dimensions + 1);
    if (design.kind == DesignKind::saltelli) return design.points * (dimensions + 2);
    return design.points;
}

std::vector<UnitPoint> sample(Design const& design, std::size_t dimensions)
{
    demand_possible(size_of(design, dimensions));
    switch (design.kind)
    {
        case DesignKind::latin_hypercube:
            return latin_hypercube(design.points, dimensions, design.seed);
        case DesignKind::sobol:
            return scrambled_sobol(design.points, dimensions, design.seed);
        case DesignKind::morris:
            return morris(design.points, dimensions, design.seed);
        case DesignKind::saltelli:
            return saltelli(design.points, dimensions, design.seed);
        default:
            return {};
    }
}

std::vector<Values> stated(SweepPlan const& plan)
{
    switch (plan.design.kind)
    {
        case DesignKind::list:
            return in_a_list(plan.factors);
        case DesignKind::grid:
            return in_a_grid(plan.factors);
        case DesignKind::one_at_a_time:
            return one_at_a_time(plan.factors);
        default:
            return {};
    }
}

/// Keys that stand below one another, as YAML on one line.
struct Tree
{
    std::string value = {};
    std::map<std::string, Tree> below = {};

    Tree& at(std::string const& path)
    {
        std::size_t const dot = path.find('.');
        Tree& first = below[path.substr(0, dot)];
        return dot == std::string::npos ? first : first.at(path.substr(dot + 1));
    }
    void write(std::string& text, std::string const& indent) const
    {
        for (auto const& [key, tree] : below)
        {
            text += fmt::format("{}{}:{}\n", indent, key,
                                tree.below.empty() ? " " + tree.value : std::string());
            tree.write(text, indent + "  ");
        }
    }
};

ParameterSet const& set_of(Factor const& factor, std::string const& name)
{
    auto const at = std::ranges::find(factor.values, name) - factor.values.begin();
    return factor.sets[static_cast<std::size_t>(at)];
}

/// What a point lays over the base.
struct Layer
{
    Tree keys = {};
    std::string policies = {};
    std::string shocks = {};

    void add(Factor const& factor, std::string const& value)
    {
        if (factor.kind == FactorKind::policy && value != no_policy)
            policies += fmt::format("{}../policies/{}.yaml", policies.empty() ? "" : ", ", value);
        if (factor.kind == FactorKind::accepted_set) return add_set(factor, value);
        for (std::string const& path : factor.paths)
            if (factor.kind == FactorKind::key)
                keys.at(path).value = value;
            else
                shocks += fmt::format("  - {{lever: {}, {}: {}, {}}}\n", path, factor.change, value,
                                      factor.when);
    }
    void add_set(Factor const& factor, std::string const& name)
    {
        for (std::string const& value : set_of(factor, name).values)
        {
            std::size_t const end_of_path = value.find('=');
            keys.at(value.substr(0, end_of_path)).value = value.substr(end_of_path + 1);
        }
    }
};
}  // namespace

std::string SweepPoint::name() const
{
    return fmt::format("p{:05}", number);
}

std::vector<SweepPoint> points_of(SweepPlan const& plan)
{
    std::vector<SweepPoint> points = {
        {.number = 0, .values = Values(plan.factors.size(), as_in_base)}};
    for (Values& row : stated(plan))
        points.push_back({.number = points.size(), .values = std::move(row)});
    for (UnitPoint& unit : sample(plan.design, plan.factors.size()))
    {
        Values values;
        for (std::size_t k = 0; k < unit.size(); ++k)
            values.push_back(plan.design.kind == DesignKind::morris
                                 ? plan.factors[k].text_at_level(unit[k])
                                 : plan.factors[k].text_at(unit[k]));
        points.push_back(
            {.number = points.size(), .values = std::move(values), .unit = std::move(unit)});
    }
    demand_possible(points.size() - 1);
    return points;
}

std::string told_values(SweepPoint const& point, SweepPlan const& plan)
{
    std::string text;
    for (std::size_t k = 0; k < plan.factors.size(); ++k)
        if (point.values[k] != as_in_base)
            text += fmt::format("{}{} {}", text.empty() ? "" : ", ", plan.factors[k].name,
                                point.values[k]);
    return text.empty() ? "all as in the base" : text;
}

std::vector<std::string> values_of_keys(SweepPoint const& point, SweepPlan const& plan)
{
    std::vector<std::string> values;
    for (std::size_t k = 0; k < plan.factors.size(); ++k)
    {
        Factor const& factor = plan.factors[k];
        if (point.values[k] == as_in_base) continue;
        if (factor.kind == FactorKind::accepted_set)
            std::ranges::copy(set_of(factor, point.values[k]).values, std::back_inserter(values));
        if (factor.kind == FactorKind::key)
            for (std::string const& path : factor.paths)
                values.push_back(path + '=' + point.values[k]);
    }
    return values;
}

std::string text_of(SweepPoint const& point, SweepPlan const& plan)
{
    Layer layer;
    for (std::size_t k = 0; k < plan.factors.size(); ++k)
        if (point.values[k] != as_in_base) layer.add(plan.factors[k], point.values[k]);
    std::string text = fmt::format(
        "# Point {} of the sweep {}: {}\nschema: 1\nscenario: {}\nbase: ../base/scenario.yaml\n",
        point.number, plan.name, told_values(point, plan), point.name());
    layer.keys.write(text, "");
    if (!layer.policies.empty()) text += fmt::format("policies: [{}]\n", layer.policies);
    if (!layer.shocks.empty()) text += "shocks:\n" + layer.shocks;
    return text;
}
}  // namespace kochmon
