// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "analysis/commands/flags.hpp"
#include "analysis/compare/nesting.hpp"
#include "analysis/study/parameter_sets.hpp"

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
/// By --populations, --parameters and --parameter-sets. `settings`: of the scenario. Throws
/// UsageError, FileError, ScenarioError.
StudyDesign design_of(Flags const& flags, std::uint32_t replicates, RunSettings const& settings);

/// Throws ScenarioError if a set of parameters changes months, size or seeds of the run.
void demand_same_run(Scenario const& scenario, Scenario const& under_set);
}  // namespace kochmon
