// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "analysis/measures/kept_rows.hpp"
#include "analysis/measures/series.hpp"

namespace kochmon
{
/// A month of which rows are kept: what is there as it stands then, what happens added up over
/// `months`, that one the last.
struct KeptMoment
{
    std::size_t row = 0;  // of the first replicate
    std::size_t months = 1;
    bool is_sum = false;
};
std::vector<KeptMoment> kept_moments(SeriesRecorder const& series, KeptMonths months);

/// What happens adds up over months; what is there, and every rate, is that of a moment.
bool adds_up(Measure const& measure);
/// `persons/month` of a year is `persons/year`, of half of one `persons in 6 months`.
std::string unit_over(std::string const& unit, std::size_t months);
}  // namespace kochmon
