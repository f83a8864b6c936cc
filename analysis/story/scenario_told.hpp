// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "config/scenario.hpp"

#include "analysis/page/page.hpp"
#include "analysis/page/result_folder.hpp"
#include "analysis/words/words.hpp"

namespace kochmon
{
/// A policy, and what it makes of the base.
using PolicyScenario = std::pair<std::string, Scenario>;

/// A scenario of a result, which with its tables must be as it was written. Throws FileError.
Scenario scenario_in(ResultFolder const& result, std::string const& file = "scenario.yaml");
/// The shocks that the scenario has of its own, if any.
void tell_shocks(Page& page, Scenario const& scenario, Words const& words);
/// The sets of a calibration under which the worlds ran, if they did.
void tell_sets(Page& page, ResultFolder const& result, Words const& words);
/// What each policy changes, as differences of meaning, value by value with its source.
void tell_differences(Page& page, Scenario const& base, std::vector<PolicyScenario> const& policies,
                      Words const& words);
/// Every parameter: value, unit, range, source and meaning.
void tell_parameters(Page& page, Scenario const& scenario, Words const& words);
/// What a model of this kind cannot say, and every value without a source.
void tell_limits(Page& page, Scenario const& scenario, Words const& words);
}  // namespace kochmon
