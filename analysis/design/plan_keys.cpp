// SPDX-License-Identifier: MIT
#include "analysis/design/plan_keys.hpp"

#include <array>
#include <span>

#include <fmt/format.h>

namespace kochmon
{
namespace
{
using enum PlanMap;

constexpr PlanKey all_keys[] = {
    {plan, "schema", "1", "Form of the file"},
    {plan, "sweep", "a name: lower-case letters, digits and -", "Name of the study"},
    {plan, "base",
     "a scenario file without shocks, relative to the plan, or the name of a shipped one",
     "What the points are laid over"},
    {plan, "persons", "a whole number, or full", "Agents of each run, in place of the base's"},
    {plan, "months", "a whole number", "Months that are reported, in place of the base's"},
    {plan, "seed", "a whole number", "Seed of luck, in place of the base's"},
    {plan, "population_seed", "a whole number",
     "Seed of the synthetic population, in place of the base's"},
    {plan, "set", "a map from keys to values", "Values of the base, as --set states them"},
    {plan, "replicates", "a whole number from 1 on", "Runs of each point, each with its own luck"},
    {plan, "population_seeds", "a whole number, at most the replicates",
     "Synthetic populations among which the replicates are divided in turn; as many as replicates "
     "if not given"},
    {plan, "vary", "a map from names of factors to what each varies", "The factors"},
    {plan, "assumptions", "all, or a list of branches such as [rules, destinations.NAME]",
     "Makes a factor of every assumption of the base; with design: one_at_a_time"},
    {plan, "spread", "a number above 1, 1.5 if not given",
     "By what assumptions are divided and multiplied; of shares the odds"},
    {plan, "design", "list, grid, one_at_a_time, latin_hypercube, sobol, morris or saltelli",
     "Which points there are"},
    {plan, "points", "a whole number",
     "Of sampled designs: points; paths of morris; rows of saltelli"},
    {plan, "design_seed", "a whole number, 1 if not given", "Seed of the draws of the points"},
    {plan, "compare_to", "base or none",
     "base, if not given: it is run too, and points are shown as differences from it"},
    {plan, "keep", "a map", "What of each run is kept; nothing else is written"},
    {lever, "lever", "a lever, or a list of those that move together", "What shocks move"},
    {lever, "set", "values, or a range", "The value from then on"},
    {lever, "scale", "numbers, or a range", "By what the value is multiplied"},
    {lever, "add", "quantities, or a range", "What is added to the value"},
    {lever, "from", "a month", "First month of the change"},
    {lever, "until", "a month", "The month before which it ends; if not given it stays"},
    {lever, "ramp", "months", "Time in which it is reached"},
    {lever, "group", "a map, such as {origin: [NAME]}", "For whom, where the lever allows it"},
    {policies, "policies",
     "a list of policy files, relative to the plan, names of shipped ones, or none",
     "Policies that are laid over the base, one at a point"},
    {sets, "calibration",
     "the folder of a calibration, relative to the plan, or the name of a shipped one",
     "Whose accepted sets of parameters are laid over the base, one at a point"},
    {sets, "sets", "a list of numbers such as ['01', '07']", "Which of them; all if not given"},
    {key, "key", "a parameter, or a list of those that move together",
     "What is set from the beginning of the run"},
    {key, "values", "values, or a range", "What it is set to"},
    {range, "low", "a value", "Lower end"},
    {range, "high", "a value in the same unit", "Upper end"},
    {range, "steps", "a whole number from 2 on", "Values of a grid or list, both ends among them"},
    {range, "shape", "uniform, log_uniform, triangular or normal; uniform if not given",
     "How sampled values lie; 95 % of a normal shape between the ends"},
    {range, "middle", "a value between the ends", "The most frequent one of a triangular shape"},
    {keep, "measures", "a list of measures", "Which measures are kept"},
    {keep, "by", "a list of breakdowns, [total] if not given", "In which groups"},
    {keep, "months", "monthly, yearly or last",
     "Of which months; what happens in a year is added up over it"},
};

/// Under which path the keys of a map stand.
struct PlacedMap
{
    PlanMap map;
    std::string_view path;
};
constexpr std::array<PlacedMap, 9> places = {
    PlacedMap{plan, ""},    {lever, "vary."},        {policies, "vary."},
    {sets, "vary."},        {key, "vary."},          {range, "vary.set."},
    {range, "vary.scale."}, {range, "vary.values."}, {keep, "keep."}};

std::string line_of(std::string const& path, PlanKey const& key)
{
    return fmt::format("{}\n  meaning  {}\n  takes    {}\n", path, key.meaning, key.takes);
}
}  // namespace

std::span<PlanKey const> plan_keys()
{
    return all_keys;
}

std::vector<std::string> keys_of(PlanMap map)
{
    std::vector<std::string> names;
    for (PlanKey const& one : all_keys)
        if (one.map == map) names.emplace_back(one.name);
    return names;
}

std::optional<std::string> explain_plan_key(std::string const& key)
{
    constexpr std::string_view prefix = "sweep.";
    std::string const path = key.starts_with(prefix) ? key.substr(prefix.size()) : key;
    std::string text;
    for (PlacedMap const& place : places)
        for (PlanKey const& one : all_keys)
        {
            if (one.map != place.map) continue;
            std::string const own = fmt::format("{}{}", place.path, one.name);
            bool const is_asked_for = own == path || own.starts_with(path + '.') || key == "sweep";
            if (is_asked_for) text += line_of(fmt::format("{}{}", prefix, own), one);
        }
    if (text.empty()) return std::nullopt;
    return text +
           "\nOf plans of sweeps (docs/sweep.md); a factor has a name of its own: vary.NAME.\n";
}
}  // namespace kochmon
