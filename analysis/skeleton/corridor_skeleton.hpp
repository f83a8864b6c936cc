// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "config/scenario.hpp"

namespace kochmon
{
/// A small corridor with names to be replaced: one country of two regions, one jurisdiction of two
/// destinations.
std::string corridor_to_change(std::string const& name);

/// The files of a new corridor (name, text): a baseline with every key, its meaning, a value to go
/// by and `assumption`, tables, a policy, targets, what is to be done. `text`: of its own file.
/// `declared`: all keys of that corridor. `rate`: as of ValuesToGoBy.
std::vector<std::pair<std::string, std::string>> skeleton_of(std::string const& text,
                                                             Declarations const& declared,
                                                             Scenario const& like,
                                                             std::optional<double> rate = {});
}  // namespace kochmon
