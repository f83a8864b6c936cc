// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "config/scenario.hpp"

#include "analysis/figures/figure.hpp"
#include "analysis/output/finished_result.hpp"

namespace kochmon
{
/// The scenario that a finished result has lived, as it lies there. Throws FileError,
/// ScenarioError.
Scenario scenario_of(FinishedResult const& result);
/// Those figures of a finished run, comparison or judgement of observations whose numbers it holds.
/// Throws FileError where numbers are not as they were written.
std::vector<Figure> figures_of(FinishedResult const& result, Scenario const& scenario);
}  // namespace kochmon
