// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "analysis/commands/flags.hpp"
#include "analysis/output/output_folder.hpp"
#include "analysis/runs/parameter_sets.hpp"
#include "analysis/statistics/nesting.hpp"

namespace kochmon
{
/// How so many replicates are nested by --populations; without it each has a population of its own.
/// Throws UsageError where populations would have no replicate.
Nesting nesting_of(Flags const& flags, std::uint32_t replicates);

/// What the replicates of a study live.
struct StudyDesign
{
    Nesting nesting = {};
    std::optional<ParameterSets> parameters = {};  // nothing: those of the files

    /// What is said over the files under each set, or once.
    std::vector<Overrides> overrides(Overrides const& of_flags) const;
};
/// By --populations, --parameters and --parameter-sets. Throws UsageError, FileError,
/// ScenarioError: also where a set would replace what --set says, or dated values of the scenario.
StudyDesign design_of(Flags const& flags, std::uint32_t replicates, Scenario const& scenario);

/// Throws ScenarioError if a policy states otherwise than by a shock what the sets hold: they would
/// replace it.
void demand_same_values(StudyDesign const& design, Scenario const& base, Scenario const& policy);
/// For a plan: populations and sets, a line each; nothing where there is one replicate.
std::string told_design(StudyDesign const& design);

/// What the command line names to be read; scenarios know what else they have read.
InputFiles inputs_named(Flags const& flags);
IfExists if_exists(Flags const& flags);

/// Throws ScenarioError if a set of parameters changes months, size or seeds of the run.
void demand_same_run(Scenario const& scenario, Scenario const& under_set);
}  // namespace kochmon
