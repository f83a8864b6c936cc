// SPDX-License-Identifier: MIT
#include "analysis/measures/kept_months.hpp"

#include <fmt/format.h>

namespace kochmon
{
namespace
{
constexpr std::size_t a_whole_year = 12;  // months
}  // namespace

std::vector<KeptMoment> kept_moments(SeriesRecorder const& series, KeptMonths months)
{
    std::vector<KeptMoment> moments;
    moments.reserve(series.months());
    std::size_t since = 0;
    for (std::size_t row = 0; row < series.months(); ++row)
    {
        ++since;
        bool const ends_run = row + 1 == series.months();
        bool const ends_year = ends_run || (series.month(row) + 1).is_january();
        if (months == KeptMonths::monthly || (months == KeptMonths::last && ends_run))
            moments.push_back({.row = row});
        if (months != KeptMonths::yearly || !ends_year) continue;
        moments.push_back({.row = row, .months = since, .is_sum = true});
        since = 0;
    }
    return moments;
}

bool adds_up(Measure const& measure)
{
    return !measure.is_of_a_moment() && measure.months == 1;
}

std::string unit_over(std::string const& unit, std::size_t months)
{
    std::string const of_a_month = "/month";
    if (!unit.ends_with(of_a_month)) return unit;
    std::string const what = unit.substr(0, unit.size() - of_a_month.size());
    return months == a_whole_year ? what + "/year" : fmt::format("{} in {} months", what, months);
}
}  // namespace kochmon
