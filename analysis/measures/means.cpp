// SPDX-License-Identifier: MIT
#include "analysis/measures/means.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

namespace kochmon
{
GroupMeans::GroupMeans(SeriesRecorder const& series, Breakdown by, std::string group)
    : series_(series), by_(by), group_(std::move(group))
{
}

std::string GroupMeans::at_end(char const* measure, double scale, Period period) const
{
    auto const spread = series_.spread(series_.column(measure, by_, group_), period.last - 1);
    return spread ? fmt::format("{:.1f}", spread->mean * scale) : std::string("none");
}

std::string GroupMeans::in_all(char const* measure, double scale, Period period) const
{
    double sum = 0.0;
    std::size_t const column = series_.column(measure, by_, group_);
    for (std::size_t month = period.first; month < period.last; ++month)
        if (auto const spread = series_.spread(column, month)) sum += spread->mean;
    return fmt::format("{:.1f}", sum * scale);
}

std::vector<CalendarYear> calendar_years(SeriesRecorder const& series)
{
    std::vector<CalendarYear> years;
    for (std::size_t first = 0; first < series.months();)
    {
        int const year = series.month(first).year();
        std::size_t last = first;
        while (last < series.months() && series.month(last).year() == year) ++last;
        bool const is_part = last - first < 12;
        years.push_back({fmt::format("{}{}", year, is_part ? " *" : ""), {first, last}});
        first = last;
    }
    return years;
}

Period last_year_of(SeriesRecorder const& series)
{
    std::size_t const count = std::min<std::size_t>(12, series.months());
    return {series.months() - count, series.months()};
}
}  // namespace kochmon
