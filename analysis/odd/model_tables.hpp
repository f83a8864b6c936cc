// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string>
#include <vector>

#include "engine/schedule.hpp"

#include "agents/vocabulary/decision_points.hpp"

#include "analysis/measures/measure.hpp"
#include "analysis/targets/definitions.hpp"
#include "analysis/targets/targets_file.hpp"

// Markdown tables of what the program declares of itself, whatever the scenario.
namespace kochmon
{
/// The steps of a month in their order: number, what they work on, name, what they do.
std::string schedule_table(std::vector<StepDescription> const& steps);
/// Block, name, what is decided, by which draws.
std::string decision_point_table(std::span<DecisionPointDescription const> points);
/// What the model is held against: name, how it is measured, unit, over what; value, band and
/// source where a file gives them.
std::string target_table(std::span<Target const> targets);
/// How it is expected to answer policies: policy, measure, kind of change, month, band.
std::string shock_table(std::span<ShockTest const> shocks);
/// Name, kind, definition, numerator, denominator, unit.
std::string measure_table(Corridor const& corridor, std::span<Measure const> measures);
}  // namespace kochmon
