// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "config/corridor.hpp"

#include "analysis/compare/grouping.hpp"
#include "analysis/compare/nested_effect.hpp"
#include "analysis/measures/kept_months.hpp"
#include "analysis/measures/series.hpp"

namespace kochmon
{
/// The series that a comparison keeps: every measure in total, for Russia and, where it has them,
/// by the traits asked for.
std::vector<SeriesColumn> columns_to_compare(Grouping const& grouping, Corridor const& corridor);

/// Measures of one policy beside those of its base, replicate by replicate.
struct PolicySeries
{
    std::string name;
    SeriesRecorder policy;
    std::optional<SeriesRecorder> rule_alone = {};
};

/// The values of a column in a month of all replicates that have one in every world.
PairedSample sample_of(SeriesRecorder const& base, PolicySeries const& policy, std::size_t column,
                       std::size_t month_at);

/// What is told of a comparison: its replicates, and which of its rows.
struct ToldEffects
{
    Nesting nesting = {};
    KeptRows kept = {};
};
/// `effects.csv`: a row for each policy, month kept and measure.
std::string effects_csv(SeriesRecorder const& base, std::vector<PolicySeries> const& policies,
                        ToldEffects const& told = {});
/// `spread.csv`: quantiles over replicates of base, policy and difference; rows only with two
/// replicates or more.
std::string spread_csv(SeriesRecorder const& base, std::vector<PolicySeries> const& policies,
                       KeptRows const& kept = {});
}  // namespace kochmon
