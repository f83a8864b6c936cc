// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "analysis/measures/series.hpp"
#include "analysis/statistics/nesting.hpp"

namespace kochmon
{
/// Closing lines of a run of several replicates: persons abroad and both rates in Russia at its
/// end, naturalizations of its last 12 months, with what their intervals hold and where the
/// replicates differ from. Empty where there is one replicate.
std::string told_headlines(SeriesRecorder const& series, Nesting const& nesting);
}  // namespace kochmon
