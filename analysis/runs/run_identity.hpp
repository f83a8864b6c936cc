// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

#include "config/scenario.hpp"

#include "analysis/measures/kept_rows.hpp"
#include "analysis/runs/parameter_sets.hpp"
#include "analysis/statistics/nesting.hpp"

namespace kochmon
{
/// What tells runs apart whose bytes may differ: this program, the scenario with its data, the sets
/// of parameters, the replicates and their nesting, the panel, the rows that are kept.
struct RunToKeep
{
    Scenario const& scenario;
    std::optional<ParameterSets> const& parameters;
    Nesting const& nesting;
    std::uint32_t replicates = 1;
    std::optional<std::size_t> panel = {};
    KeptRows kept = {};
};
/// A line each: `seed: 1`, or for a file `data/age_sex.csv: SHA-256`.
std::string identity_of(RunToKeep const& run);

/// What differs between two of them, for people: `seed is 3 there and 4 here, scenario.yaml
/// differs`. Nothing if they are of one run.
std::string told_difference(std::string const& there, std::string const& here);
}  // namespace kochmon
