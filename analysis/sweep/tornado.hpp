// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "analysis/sweep/study.hpp"
#include "analysis/sweep/study_value.hpp"

namespace kochmon
{
/// The factor in which a point differs from the base; nothing for the base, or for several.
std::optional<std::size_t> factor_moved_by(SweepPoint const& point);

/// `tornado.csv`: of each kept row, how far its points move it from the base, factor by factor, the
/// widest first. `effects`: of one month.
std::string tornado_csv(Study const& study, std::vector<PointEffect> const& effects);
}  // namespace kochmon
