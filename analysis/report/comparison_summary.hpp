// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "analysis/runs/compare.hpp"

namespace kochmon
{
/// A comparison in plain text for who advises on policy, 80 columns at most: for each policy its
/// effect at the end of the run, how sure it is, how much of it is the rule alone, whose lives
/// parted and where.
std::string summary_of(Scenario const& base, Comparison const& comparison);
}  // namespace kochmon
