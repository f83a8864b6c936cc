// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "analysis/statistics/design_values.hpp"
#include "analysis/statistics/paired.hpp"

namespace kochmon
{
/// The part of the variance that would be gone on average if the factor were known.
struct GivenDataIndex
{
    double first = 0.0;
    Interval first_nine_in_ten = {};
    std::size_t classes = 0;
};

/// Points below which nothing is told.
inline constexpr std::size_t fewest_points_of_given_data = 16;

/// Classes of positions from low to high, alike in size as far as equal positions stay together: as
/// many as the root of the number of points, or each position by itself where there are no more.
/// Numbers of the class of each point.
std::vector<std::size_t> classes_of(std::span<double const> positions);

/// First-order index of a factor from points of any design in which factors are spread alike and
/// not together: the variance of the means within classes of the factor (Plischke, Borgonovo and
/// Smith 2013), by omega squared (Hays 1963), which takes away what chance makes of the means;
/// luck is taken out of all variance. It asks of the model neither a form nor that values are
/// numbers. Interval of 90 % by the jackknife over twenty groups of points drawn by chance, since
/// points that a bootstrap draws twice would look like a factor that explains. Nothing for too few
/// whole points, for a factor of one class, and where nothing varies or luck hides what does.
std::optional<GivenDataIndex> index_from_given_data(std::span<double const> positions,
                                                    DesignValues const& values);
}  // namespace kochmon
