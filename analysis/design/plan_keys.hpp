// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace kochmon
{
/// The maps of a plan, each with keys of its own.
enum class PlanMap : std::uint8_t
{
    plan,
    lever,     // a factor of dated shocks
    policies,  // of whole policies
    sets,      // of accepted sets
    key,       // of a parameter from the beginning of the run
    range,     // the values of a lever or key
    keep
};

/// A key of a plan in words.
struct PlanKey
{
    PlanMap map;
    std::string_view name;
    std::string_view takes;
    std::string_view meaning;
};
/// All of them, map by map.
std::span<PlanKey const> plan_keys();

/// The keys that a plan may hold there.
std::vector<std::string> keys_of(PlanMap map);
/// What a key of a plan means and takes, as `sweep.keep.months`, or what stands below one, as
/// `sweep.vary`; `sweep.` may be left out. Nothing if no plan has it.
std::optional<std::string> explain_plan_key(std::string const& key);
}  // namespace kochmon
