// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "config/corridor.hpp"

#include "analysis/measures/measure.hpp"

namespace kochmon
{
/// Of which months series.csv has rows.
enum class KeptMonths : std::uint8_t
{
    monthly,
    yearly,  // the year as its last month leaves it; what happened in it is added up
    last     // the last of the run
};

/// Which rows of series.csv a run keeps. As it stands: all of them.
struct KeptRows
{
    std::vector<std::string> measures = {};  // none: every one
    std::vector<Breakdown> by = {};          // none: all by which a measure is told
    std::vector<std::string> by_names = {};  // of them
    KeptMonths months = KeptMonths::monthly;

    bool are_all() const;
    bool hold(Measure const& measure) const;
    bool hold(Measure const& measure, Breakdown breakdown) const;
    friend bool operator==(KeptRows const&, KeptRows const&) = default;
};

/// Reads what was asked for: names with commas between them, `monthly`, `yearly` or `last`. Throws
/// UsageError for a name that is none, one said twice, and a measure that would have no row.
KeptRows kept_rows(Corridor const& corridor, std::optional<std::string> const& measures,
                   std::optional<std::string> const& by, std::optional<std::string> const& months);
/// The names in one text each, as `kept_rows` reads them back.
std::string measures_of(KeptRows const& kept);
std::string breakdowns_of(KeptRows const& kept);
std::string const& name(KeptMonths months);
/// For a plan: `abroad and legality_rate by total, yearly`.
std::string told_rows(KeptRows const& kept);
}  // namespace kochmon
