// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "analysis/measures/series.hpp"

namespace kochmon
{
/// The two rates that the field asks for first, in plain text, 80 columns at most: what each
/// counts, then legality and naturalization in Russia by year, and at the end by destination and
/// origin.
std::string rates_in_sight(SeriesRecorder const& series);
}  // namespace kochmon
