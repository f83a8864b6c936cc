// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>

#include "analysis/measures/kept_rows.hpp"
#include "analysis/measures/series.hpp"

namespace kochmon
{
/// `series.csv`: the kept rows of the recorded months from `first_row` on, of whole replicates.
std::string series_csv(SeriesRecorder const& series, std::string const& scenario,
                       KeptRows const& kept = {}, std::size_t first_row = 0);
/// `measures.csv`: what each of the kept measures is.
std::string measures_as_csv(Corridor const& corridor, KeptRows const& kept = {});
}  // namespace kochmon
