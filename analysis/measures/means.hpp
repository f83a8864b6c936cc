// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>

#include "analysis/measures/series.hpp"

namespace kochmon
{
/// Months from `first` to before `last`, by their place in the series.
struct Period
{
    std::size_t first;
    std::size_t last;
};

inline constexpr double thousands = 1e-3;
inline constexpr double percent = 100.0;

/// A group's measures over a period, means over replicates, with one digit.
class GroupMeans
{
  public:
    GroupMeans(SeriesRecorder const& series, Breakdown by, std::string group);

    /// At the end of the period; `none` where a rate has no denominator.
    std::string at_end(char const* measure, double scale, Period period) const;
    /// Summed over the period.
    std::string in_all(char const* measure, double scale, Period period) const;

  private:
    SeriesRecorder const& series_;
    Breakdown by_;
    std::string group_;
};

/// A calendar year of a series, the whole or the part that was run.
struct CalendarYear
{
    std::string label;  // with a star where it is a part
    Period period;
};
std::vector<CalendarYear> calendar_years(SeriesRecorder const& series);
/// The last twelve months, or all that there are.
Period last_year_of(SeriesRecorder const& series);
}  // namespace kochmon
