// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "config/scenario.hpp"

#include "analysis/runs/run.hpp"
#include "analysis/targets/judgement.hpp"

namespace kochmon
{
/// What the verdicts rest on.
struct TargetRun
{
    Scenario const& scenario;
    RunAccount const& account;
    std::uint32_t replicates = 1;
    Nesting nesting = {};
};

/// `  Variance, C1: parameters 80 %, ...`; empty where levels are not told apart.
std::string told_variance(std::string const& of, NestedSpread const& spread);

/// For people: a line a target, and what is outside.
std::string told_targets(TargetRun const& run, std::vector<JudgedTarget> const& targets);
std::string told_shocks(TargetRun const& run, std::vector<JudgedAnswer> const& answers);

/// `targets.csv`, `shocks.csv`: a row a target or answer; `replicates.csv`: a row a replicate of
/// each.
std::string targets_csv(TargetRun const& run, std::vector<JudgedTarget> const& targets);
std::string shocks_csv(std::vector<JudgedAnswer> const& answers);
std::string replicates_csv(std::vector<JudgedTarget> const& targets);
std::string replicates_csv(std::vector<JudgedAnswer> const& answers);
}  // namespace kochmon
