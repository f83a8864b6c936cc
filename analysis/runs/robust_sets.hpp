// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "analysis/targets/robustness.hpp"

namespace kochmon
{
/// The sets of parameters that are asked for, in order: of a folder those that this calibration
/// accepts, of a file every point of the plan of a sweep, over its base. Throws FileError;
/// ScenarioError where the plan varies more than parameters.
std::vector<TriedSet> robust_sets(std::vector<std::string> const& sources);
}  // namespace kochmon
