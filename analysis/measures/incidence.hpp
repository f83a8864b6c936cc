// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>

#include "analysis/measures/measure.hpp"

namespace kochmon
{
/// Cumulative incidence of naturalization: the share of foreigners who would be naturalized within
/// so many years of their arrival, if at every duration of the stay they met the rates of the
/// tally. Return, removal and death compete with it. Nothing where a year of the stay that somebody
/// reaches was lived by nobody.
std::optional<double> naturalized_within(std::size_t years, Tally const& tally,
                                         Selection const& selection);
}  // namespace kochmon
