// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "config/scenario.hpp"
#include "config/values.hpp"

#include "analysis/calibrate/parameter_set.hpp"

namespace kochmon
{
/// The sets under which a study lives.
struct ParameterSets
{
    std::string folder;        // of the calibration, as it was asked for
    std::string sha256;        // digest of all sets that it accepts
    std::size_t accepted = 0;  // so many
    std::vector<ParameterSet> drawn = {};
};
/// How many sets the calibration of the folder accepts. Throws FileError if none.
std::size_t count_accepted(std::string const& folder);
/// So many of the accepted sets, no more than there are: those with the smallest draws, in the
/// order of these, so that more of them hold the fewer. `seed`: of the run.
ParameterSets draw_parameter_sets(std::string const& folder, std::size_t count, std::uint32_t seed);

/// The set laid over a scenario and, alike, over policies: its values replace those of every file,
/// dated ones too.
Overrides laid_over(Overrides overrides, ParameterSet const& set);

/// What a scenario states of a parameter; nullptr: it is none.
StatedValues const* stated_in(Scenario const& scenario, std::string const& path);

/// Where a set lies in an output folder, and its text there: a scenario over `scenario.yaml`.
std::string path_of(ParameterSet const& set);
std::string text_beside_scenario(ParameterSet const& set);
}  // namespace kochmon
