// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "engine/parallel.hpp"

#include "config/scenario.hpp"

#include "agents/run/simulation.hpp"
#include "agents/state/month_record.hpp"

#include "analysis/statistics/nesting.hpp"

namespace kochmon
{
/// The world of a replicate of which another process has lived some months.
struct ReplicateBegun
{
    std::unique_ptr<Simulation> world;
    std::size_t agents = 0;  // of its start
};

/// How a scenario is to be run.
struct RunRequest
{
    Workers const& workers;
    std::uint32_t replicates = 1;  // numbered from 0
    std::uint32_t first = 0;       // those before it are there already
    Nesting nesting = {};          // which population and set of parameters each of them lives
    Cut cut = {};
    std::function<bool()> stop_asked = {};  // looked at after every month
    /// Looked at before a replicate begins; the observers have seen the months of what it gives.
    std::function<std::optional<ReplicateBegun>(std::uint32_t, Scenario const&, Execution const&)>
        replicate_begun = {};
    /// After every month. The number of agents of the start, and whether the run stops here.
    std::function<void(Simulation const&, std::size_t, bool)> month_lived = {};
    std::function<void(std::uint32_t)> replicate_ended = {};
};

/// What a run tells of itself; its results went to the observers.
struct RunAccount
{
    bool stopped = false;  // on request, before its end
    std::size_t agents = 0;
    double weight = 1.0;  // persons that one agent stands for
    double synthesis_seconds = 0.0;
    double months_seconds = 0.0;  // all months of all replicates
    double person_months = 0.0;   // agents times months lived, warm-up included
    std::vector<std::pair<std::string, double>> step_seconds = {};  // summed over threads
};

/// Makes the populations, one after the other, and lives through all months of all replicates, one
/// replicate after the other. Observers see every month, warm-up included. `by_set`: the scenario
/// under each set of parameters of the nesting; of the same run.
RunAccount run_scenarios(std::span<Scenario const> by_set, RunRequest const& request,
                         std::span<MonthObserver* const> observers);
RunAccount run_scenario(Scenario const& scenario, RunRequest const& request,
                        std::span<MonthObserver* const> observers);
}  // namespace kochmon
