// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "agents/run/lockstep.hpp"
#include "agents/state/month_record.hpp"

#include "analysis/compare/effects.hpp"
#include "analysis/compare/lives_table.hpp"
#include "analysis/compare/precision.hpp"
#include "analysis/compare/traces.hpp"
#include "analysis/runs/run.hpp"

namespace kochmon
{
struct CompareRequest
{
    RunRequest run;  // replicates: the most, where a precision is asked for
    Grouping grouping = {};
    Course::RuleAlone rule_alone = Course::RuleAlone::lived;
    std::optional<Precision> precision = {};
    std::size_t traces = 0;             // pairs of lives to write side by side, for each policy
    std::function<void()> begins = {};  // when it is known that the memory suffices
    std::function<void(MonthRecord const&)> month_lived =
        {};  // of the base, for who tells progress
};

/// What is compared, under one set of parameters.
struct ComparedWorlds
{
    Scenario const* base;
    std::vector<Scenario> const* policies;
};

/// What a comparison has found.
struct Comparison
{
    SeriesRecorder base;
    Nesting nesting = {};  // of its replicates
    std::vector<PolicySeries> policies = {};
    std::vector<LivesTable> lives = {};  // by policy
    std::vector<Onset> onsets = {};      // likewise
    std::uint32_t replicates = 0;
    std::optional<std::string> traces = {};  // rows of traces.csv, if they were asked for
    std::optional<PrecisionReached> precision = {};
    std::size_t bytes = 0;  // rows of all worlds, at most
    std::size_t worlds = 1;
    RunAccount account = {};
};

/// Lives through all replicates of base and policies in lockstep. The scenarios are checked to be
/// of the same people, luck and months; throws ScenarioError otherwise. `by_set`: the same base and
/// policies under each set of parameters of the nesting.
Comparison compare_policies(std::span<ComparedWorlds const> by_set, CompareRequest const& request);
Comparison compare_policies(Scenario const& base, std::vector<Scenario> const& policies,
                            CompareRequest const& request);
}  // namespace kochmon
