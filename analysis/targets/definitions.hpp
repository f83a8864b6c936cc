// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "analysis/targets/evidence.hpp"

namespace kochmon
{
/// How a target is measured in one replicate.
struct TargetDefinition
{
    std::string id;          // C1 ... C16; parts of one target share what stands before `_`
    std::string definition;  // for the report and docs/model.md
    std::string unit;
    /// Persons that an agent stands for. Nothing where a denominator is 0 or the run is too short.
    std::function<std::optional<double>(TargetEvidence const&, double weight)> measure;
    /// Months of a world that it takes, after the warm-up, and worlds.
    int months = target_months;
    int worlds = 1;
};

/// All of them, in order.
std::vector<TargetDefinition> const& target_definitions();
/// Throws UsageError if there is none of that id.
TargetDefinition const& target_definition(std::string const& id);
/// Whether it is measured against a policy.
bool needs_policy(std::string const& id);
inline constexpr char const* target_of_unrest = "C8";
inline constexpr char const* target_of_quota = "C16";
inline constexpr char const* target_of_legality = "C16_legality";  // under the same policy
}  // namespace kochmon
