// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "config/overrides.hpp"

#include "analysis/targets/robustness.hpp"

namespace kochmon
{
/// The sets of parameters that are asked for, in order.
struct RobustSets
{
    std::vector<TriedSet> sets = {};
    std::vector<std::filesystem::path> files = {};  // read for them
    // Points of plans that no scenario can be made of, each with the reason.
    std::vector<std::string> left_out = {};
};

/// Of a folder the sets that this calibration accepts, each a scenario; of a file every point of
/// the plan of a sweep, laid over `scenario` with what the plan fixes, the plan's own base aside.
/// What `overrides` set replaces what a set or a plan says of the same path. Each set is loaded
/// once, so that none is found wrong after hours. Throws FileError; ScenarioError where an accepted
/// set cannot be run, or a plan varies more than parameters or has no point that can be run.
RobustSets robust_sets(std::vector<std::string> const& sources,
                       std::filesystem::path const& scenario, Overrides const& overrides);

/// What a set lays over its scenario, and what the command line says over both.
Overrides overrides_of(TriedSet const& set, Overrides overrides);
}  // namespace kochmon
