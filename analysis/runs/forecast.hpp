// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>

#include "analysis/measures/kept_rows.hpp"
#include "analysis/runs/run.hpp"

namespace kochmon
{
/// What a run will take. About: persons who leave, and other programs, take their share.
struct Forecast
{
    double seconds = 0.0;
    double memory = 0.0;  // bytes, at the highest
    // Bytes, at the highest: parts of replicates and the whole side by side, checkpoints.
    double disk = 0.0;
};

struct ForecastRequest
{
    RunRequest run;
    std::optional<std::size_t> panel = {};
    KeptRows kept = {};
    std::optional<int> checkpoint_every = {};  // months
    std::int64_t agents = 0;
    std::function<Scenario(std::int64_t)> with_agents;  // the scenario with so many of them
};

/// From two small runs of a few months, that take about a second.
Forecast forecast(ForecastRequest const& request);

/// `3 min`, `1.2 GB`: two digits.
std::string told_seconds(double seconds);
std::string told_bytes(double bytes);

/// Throws MemoryError if the population of a run needs more memory than there is, and says how many
/// agents would do. `available`: bytes; nothing: what the system has available.
void demand_memory_of_run(ForecastRequest const& request,
                          std::optional<std::uint64_t> available = std::nullopt);
}  // namespace kochmon
