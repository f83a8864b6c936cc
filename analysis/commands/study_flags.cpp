// SPDX-License-Identifier: MIT
#include "analysis/commands/study_flags.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "engine/error.hpp"

namespace kochmon
{
namespace
{
/// As many as are accepted and as there are populations, unless the flags say.
std::uint32_t sets_of(Flags const& flags, Nesting const& nesting)
{
    auto const accepted = static_cast<std::uint32_t>(count_accepted(*flags.parameters));
    std::uint32_t const sets =
        flags.parameter_sets.value_or(std::min(accepted, nesting.populations));
    if (sets > accepted)
        throw UsageError(
            fmt::format("--parameter-sets {}: expected at most {}, the sets that {} "
                        "accepts, since a set lived twice tells nothing new",
                        sets, accepted, *flags.parameters));
    if (sets > nesting.populations)
        throw UsageError(
            fmt::format("--parameter-sets {}: expected at most {}, the populations, "
                        "since each set needs one; give more with --replicates",
                        sets, nesting.populations));
    return sets;
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

StudyDesign design_of(Flags const& flags, std::uint32_t replicates, RunSettings const& settings)
{
    StudyDesign design{.nesting = nesting_of(flags, replicates)};
    if (!flags.parameters && flags.parameter_sets)
        throw UsageError(
            fmt::format("--parameter-sets {}: goes with --parameters, the folder of "
                        "the calibration from which they are drawn",
                        *flags.parameter_sets));
    if (!flags.parameters) return design;
    design.nesting.sets = sets_of(flags, design.nesting);
    design.parameters = draw_parameter_sets(*flags.parameters, design.nesting.sets, settings.seed);
    return design;
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
