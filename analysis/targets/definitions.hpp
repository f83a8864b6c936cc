// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "analysis/targets/target_kinds.hpp"

namespace kochmon
{
/// What a target measures: a kind, over those regions of origin and destinations.
struct TargetDefinition
{
    TargetKind const* kind = nullptr;
    TargetPersons persons = {};
    std::string text = {};  // for the report and docs/model.md
    std::string unit = {};

    std::optional<double> measure(TargetEvidence const& evidence, PairedMonths const& paired,
                                  double weight) const;
    bool needs_policy() const { return kind->of_policy.has_value(); }
    /// Base, and policy.
    int worlds() const { return needs_policy() ? 2 : 1; }
};

/// Of the kind, with the names of a group of regions (empty: none) and of jurisdictions or
/// destinations. Names that the corridor does not have are left out: the reader of the file has
/// refused them, or there is no corridor.
TargetDefinition defined(TargetKind const& kind, std::string const& from,
                         std::vector<std::string> const& in, Corridor const& corridor);

/// Destinations of that name, or those of the jurisdiction of that name; none: it is neither.
Places destinations_named(std::string const& name, Corridor const& corridor);
}  // namespace kochmon
