// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "config/scenario.hpp"

#include "analysis/page/page.hpp"
#include "analysis/words/words.hpp"

namespace kochmon
{
/// A policy, and its scenario file.
using PolicyFile = std::pair<std::string, std::filesystem::path>;

/// What each policy changes, as differences of meaning, value by value with its source.
void tell_differences(Page& page, Scenario const& base, std::vector<PolicyFile> const& policies,
                      Words const& words);
/// Every parameter: value, unit, range, source and meaning.
void tell_parameters(Page& page, Scenario const& scenario, Words const& words);
/// What a model of this kind cannot say, and every value without a source.
void tell_limits(Page& page, Scenario const& scenario, Words const& words);
}  // namespace kochmon
