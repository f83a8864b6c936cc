// SPDX-License-Identifier: MIT
#pragma once

#include "engine/parallel.hpp"
#include "engine/random.hpp"

#include "config/scenario.hpp"

#include "agents/state/population.hpp"

namespace kochmon
{
/// The population of the start with the month of everybody's death and with those who will be born
/// during the run, children's children too. They sit in their mother's household after its members
/// of the start, by month of birth and then mother's key, and are nowhere until then. Results
/// depend on keys, never on rows.
///
/// `luck`: seed and replicate of the run. Throws ScenarioError if a table of rates lacks a year of
/// the run.
Population grown(Population start, Scenario const& scenario, Seeds luck, Workers const& workers);
}  // namespace kochmon
