// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "config/scenario.hpp"

#include "analysis/compare/effects.hpp"

namespace kochmon
{
/// How exactly an effect is to be known: the half-width of the 90 % interval of the mean paired
/// difference of a measure in total, in a month.
struct Precision
{
    std::size_t column = 0;  // of the comparison's series
    double half_width = 0.0;
    std::string text = {};            // as it was asked for
    std::optional<Month> month = {};  // nothing: the last
};

/// Replicates before a precision is judged, so that a lucky first few do not end the study.
inline constexpr std::uint32_t fewest_replicates = 10;

/// How exactly it is known, for the policy that it is known least of.
struct PrecisionReached
{
    double half_width = 0.0;  // infinite with fewer than ten replicates that have a value
    double needed = 0.0;      // replicates for the precision, by what has been seen; or infinite
    double unpaired = 0.0;    // the same without shared luck; 0 where nothing differs
    std::size_t valued = 0;   // replicates with a value
    bool met = false;
};
/// Whether more replicates, up to that many, would be lived for nothing: four times as many would
/// not do, or none has a value.
bool is_out_of_reach(PrecisionReached const& reached, std::uint32_t most);
PrecisionReached precision_reached(Precision const& wanted, SeriesRecorder const& base,
                                   std::vector<PolicySeries> const& policies,
                                   Nesting const& nesting = {});

/// `legality_by_right 0.1 points`, with `at 2012-12` or the last month: which effect is to be known
/// how exactly. Shares are in points, all else in its own unit (measures.csv): persons,
/// persons/month, RUB/month. Throws UsageError that says what was expected.
Precision precision_of(std::string const& text, RunSettings const& run,
                       std::vector<SeriesColumn> const& columns);
}  // namespace kochmon
