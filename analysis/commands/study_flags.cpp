// SPDX-License-Identifier: MIT
#include "analysis/commands/study_flags.hpp"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "engine/error.hpp"

#include "config/resolved.hpp"

namespace kochmon
{
namespace
{
/// As many as are accepted, each with two populations, unless the flags say: so that what sets
/// differ by is told from what populations do.
std::uint32_t sets_of(Flags const& flags, Nesting const& nesting)
{
    auto const accepted = static_cast<std::uint32_t>(count_accepted(*flags.parameters));
    std::uint32_t const sets =
        flags.parameter_sets.value_or(std::min(accepted, std::max(2U, nesting.populations / 2)));
    if (sets > accepted)
        throw UsageError(
            fmt::format("--parameter-sets {}: expected at most {}, the sets that {} "
                        "accepts, since a set that is run twice says nothing new",
                        sets, accepted, *flags.parameters));
    if (sets > nesting.populations)
        throw UsageError(fmt::format(
            "--parameter-sets {}: expected at most {}, the populations, "
            "since each set needs one; give more with {}",
            sets, nesting.populations, flags.populations ? "--populations" : "--replicates"));
    return sets;
}

std::set<std::string> paths_of(ParameterSets const& sets)
{
    std::set<std::string> paths;
    for (ParameterSet const& set : sets.drawn)
        for (std::string const& value : set.values) paths.insert(value.substr(0, value.find('=')));
    return paths;
}

void demand_nothing_said_twice(ParameterSets const& sets, Flags const& flags)
{
    std::set<std::string> const paths = paths_of(sets);
    for (std::string const& value : flags.overrides.set)
        if (std::string const path = value.substr(0, value.find('=')); paths.contains(path))
            throw UsageError(fmt::format(
                "--set {}: the sets of {} hold a value of it each; leave out --set or --parameters",
                path, sets.folder));
}

/// One value for all months in the place of many would be another history.
void demand_nothing_dated(ParameterSets const& sets, Scenario const& scenario)
{
    for (std::string const& path : paths_of(sets))
        if (StatedValues const* const stated = stated_in(scenario, path);
            stated && stated->is_dated)
            throw ScenarioError(fmt::format(
                "{}: {}: has dated values, which the sets of {} would replace by one for all "
                "months; expected sets that a calibration of this scenario accepts",
                scenario.place(path, scenario.settings().start), path, sets.folder));
}
}  // namespace

Nesting nesting_of(Flags const& flags, std::uint32_t replicates)
{
    Nesting const nesting{.populations = flags.populations.value_or(replicates)};
    if (nesting.populations > replicates)
        throw UsageError(fmt::format(
            "--populations {}: expected at most {}, the replicates, since each population needs "
            "one; give more with --replicates",
            nesting.populations, replicates));
    return nesting;
}

std::vector<Overrides> StudyDesign::overrides(Overrides const& of_flags) const
{
    if (!parameters) return {of_flags};
    std::vector<Overrides> all;
    for (ParameterSet const& set : parameters->drawn) all.push_back(laid_over(of_flags, set));
    return all;
}

void demand_same_values(StudyDesign const& design, Scenario const& base, Scenario const& policy)
{
    if (!design.parameters) return;
    for (std::string const& path : paths_of(*design.parameters))
    {
        StatedValues const* const of_base = stated_in(base, path);
        StatedValues const* const of_policy = stated_in(policy, path);
        if (of_base == nullptr || of_policy == nullptr) continue;
        if (!of_policy->is_dated &&
            of_policy->values.front().value.text == of_base->values.front().value.text)
            continue;
        throw ScenarioError(fmt::format(
            "{}: {}: the sets of {} would replace this value of policy {}; expected a shock on "
            "that lever, which acts on the value of each set",
            policy.place(path, policy.settings().start), path, design.parameters->folder,
            policy.name()));
    }
}

std::string told_design(StudyDesign const& design)
{
    std::string text;
    if (design.nesting.populations > 1)
        text += fmt::format("Populations {}\n", design.nesting.populations);
    if (design.parameters)
        text += fmt::format("Parameters  {} of the {} sets that {} accepts\n", design.nesting.sets,
                            design.parameters->accepted, design.parameters->folder);
    return text;
}

StudyDesign design_of(Flags const& flags, std::uint32_t replicates, Scenario const& scenario)
{
    StudyDesign design{.nesting = nesting_of(flags, replicates)};
    if (!flags.parameters && flags.parameter_sets)
        throw UsageError(
            fmt::format("--parameter-sets {}: goes with --parameters, the folder of "
                        "the calibration from which they are drawn",
                        *flags.parameter_sets));
    if (!flags.parameters) return design;
    if (design.nesting.populations < 2)
        throw UsageError(
            "--parameters: sets of parameters need a population each, two at least; give more "
            "with --replicates");
    design.nesting.sets = sets_of(flags, design.nesting);
    design.parameters =
        draw_parameter_sets(*flags.parameters, design.nesting.sets, scenario.settings().seed);
    demand_nothing_said_twice(*design.parameters, flags);
    demand_nothing_dated(*design.parameters, scenario);
    return design;
}

InputFiles inputs_named(Flags const& flags)
{
    InputFiles inputs;
    for (std::string const& file : flags.arguments) inputs.add(file);
    for (std::string const& source : flags.robust) inputs.add(source);
    if (flags.targets) inputs.add(*flags.targets);
    if (flags.parameters) inputs.add(*flags.parameters);
    return inputs;
}

IfExists if_exists(Flags const& flags)
{
    return flags.force ? IfExists::write_over : IfExists::refuse;
}

void demand_same_run(Scenario const& scenario, Scenario const& under_set)
{
    RunSettings const& one = scenario.settings();
    RunSettings const& other = under_set.settings();
    if (one.start == other.start && one.warm_up == other.warm_up && one.months == other.months &&
        one.persons == other.persons && one.seed == other.seed &&
        one.population_seed == other.population_seed)
        return;
    throw ScenarioError(
        fmt::format("{}: a set of parameters changes its months, persons or seeds; expected values "
                    "of the model "
                    "alone, so take these keys out of the files in accepted/",
                    scenario.name()));
}
}  // namespace kochmon
