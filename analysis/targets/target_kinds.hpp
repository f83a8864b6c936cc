// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "analysis/targets/evidence.hpp"

namespace kochmon
{
/// Of whom, and where, a target is measured.
struct TargetPersons
{
    std::optional<Regions> from = {};  // nothing: all of the first country
    std::optional<Places> in = {};     // destinations; nothing: wherever they are
};

/// What one replicate tells of one target.
struct TargetSample
{
    TargetEvidence const& evidence;
    PairedMonths const& paired;  // of the policy of the target; empty if it has none
    TargetPersons const& persons;
    double weight = 1.0;  // persons that an agent stands for
};

/// Whether `from` or `in` may stand beside a measure.
enum class Asked : std::uint8_t
{
    refused,
    allowed,
    required
};

/// A way to measure a target, which a file of targets names under `measure`.
struct TargetKind
{
    std::string name;
    /// {from}, {in} and {to} stand for those that the file names, {main} for the main jurisdiction.
    std::string definition;
    std::string unit;  // money: of the first currency of the corridor
    Asked from = Asked::refused;
    Asked in = Asked::refused;
    /// Nothing where a denominator is 0 or the run is too short.
    std::function<std::optional<double>(TargetSample const&)> measure = nullptr;
    int months = target_months;                    // of a world that it takes, after the warm-up
    std::optional<MonthsOfPolicy> of_policy = {};  // if it is measured against a policy
};

/// All of them, in order.
std::vector<TargetKind> const& target_kinds();
}  // namespace kochmon
