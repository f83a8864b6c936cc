// SPDX-License-Identifier: MIT
#pragma once

#include "analysis/measures/series.hpp"

namespace kochmon
{
/// End of the month in years, as the axis of time runs.
inline double time_of(Month month)
{
    return month.year() + month.month_of_year() / 12.0;
}

/// Years between two labels, so that about eight fit.
inline int years_between_labels(std::size_t months)
{
    int const years = static_cast<int>(months) / 12;
    for (int const step : {1, 2, 5, 10, 20})
        if (years <= 10 * step) return step;
    return 50;
}
inline int years_between_labels(SeriesRecorder const& series)
{
    return years_between_labels(series.months());
}

/// Whole years that the axis spans.
inline int first_year(SeriesRecorder const& series)
{
    return series.month(0).year();
}
inline int last_year(SeriesRecorder const& series)
{
    return (series.month(series.months() - 1) + 12).year();
}
}  // namespace kochmon
