// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "analysis/design/plan.hpp"
#include "analysis/statistics/unit_point.hpp"

namespace kochmon
{
/// A point of a sweep: a value for each factor.
struct SweepPoint
{
    std::size_t number = 0;                // 0: the base
    std::vector<std::string> values = {};  // by factor, as YAML reads them; empty: as in the base
    UnitPoint unit = {};                   // of a sampled design

    /// `p0012`: of its scenario and its files.
    std::string name() const;
};

/// The base and then every point of the plan, in an order that more points of the same design
/// leave as it is (but for a Latin hypercube). Throws ScenarioError where they are too many.
std::vector<SweepPoint> points_of(SweepPlan const& plan);

/// What it changes of the base, for people: `rules.status.fear 4000 RUB/month`.
std::string told_values(SweepPoint const& point, SweepPlan const& plan);
/// The values of parameters that it lays over the base, `PATH=VALUE`: of keys and accepted sets.
std::vector<std::string> values_of_keys(SweepPoint const& point, SweepPlan const& plan);
/// The point as a scenario file that lies in a folder beside `base`, whose policies lie in a folder
/// `policies` beside that.
std::string text_of(SweepPoint const& point, SweepPlan const& plan);
}  // namespace kochmon
