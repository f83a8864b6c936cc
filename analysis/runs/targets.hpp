// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "agents/state/month_record.hpp"

#include "analysis/runs/run.hpp"
#include "analysis/targets/definitions.hpp"
#include "analysis/targets/shock_evidence.hpp"
#include "analysis/targets/targets_file.hpp"

namespace kochmon
{
/// The worlds in which targets are measured, one base and what it is compared with.
struct TargetWorlds
{
    Scenario base;
    std::vector<Scenario> policies = {};
    // By target that is measured against a policy, in the order of the file.
    std::vector<EvidenceRecorder::Paired> paired = {};
    std::vector<ShockWorlds> of_shocks = {};  // by shock of the file
};
/// A scenario as targets are measured on it: reported months as the targets of the file need them,
/// and the policies of the file laid over it. Throws ScenarioError, FileError.
TargetWorlds worlds_of_targets(std::filesystem::path const& scenario, TargetsFile const& file,
                               Overrides const& overrides);
TargetWorlds worlds_of_shocks(std::filesystem::path const& scenario, TargetsFile const& file,
                              Overrides const& overrides);

struct MeasuredTargets
{
    RunAccount account = {};
    std::uint32_t replicates = 0;
    // By replicate, then by target of the file, or by answer of all its shocks in their order.
    std::vector<std::vector<std::optional<double>>> values = {};
};

/// Bytes that one study of these worlds takes: the starts, which are made to know, and the worlds.
double bytes_of_study(TargetWorlds const& worlds);
/// Throws MemoryError if so many such studies at once do not fit. `instead`: what to ask for that
/// needs fewer bytes.
void demand_memory_of(TargetWorlds const& worlds, std::size_t at_once, std::string const& instead);

/// Lives `request.replicates` replicates of base and policies in lockstep. `by_set`: the worlds
/// under each set of parameters of the nesting.
MeasuredTargets measure_targets(std::span<TargetWorlds const> by_set, TargetsFile const& file,
                                RunRequest const& request,
                                std::function<void(MonthRecord const&)> const& month_lived = {});
MeasuredTargets measure_targets(TargetWorlds const& worlds, TargetsFile const& file,
                                RunRequest const& request,
                                std::function<void(MonthRecord const&)> const& month_lived = {});
MeasuredTargets measure_shocks(std::span<TargetWorlds const> by_set, TargetsFile const& file,
                               RunRequest const& request,
                               std::function<void(MonthRecord const&)> const& month_lived = {});
MeasuredTargets measure_shocks(TargetWorlds const& worlds, TargetsFile const& file,
                               RunRequest const& request,
                               std::function<void(MonthRecord const&)> const& month_lived = {});
}  // namespace kochmon
