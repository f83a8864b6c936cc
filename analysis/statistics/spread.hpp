// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "analysis/statistics/unit_point.hpp"

namespace kochmon
{
double squared_distance(UnitPoint const& a, UnitPoint const& b);

/// Chooses so many of the candidates, far from each other and from what is there already: each is
/// the one whose nearest chosen or present point is farthest (Gonzalez 1985); among equals the
/// first. With nothing present the first is the candidate nearest to the mean of all. Numbers of
/// candidates, in the order of choice; all, where there are no more.
std::vector<std::size_t> choose_spread(std::span<UnitPoint const> candidates, std::size_t count,
                                       std::span<UnitPoint const> present = {});

/// The smallest box that holds all points.
struct Box
{
    UnitPoint low;
    UnitPoint high;
};
/// One point at least.
Box box_of(std::span<UnitPoint const> points);
/// Widened on each side by a share of its width and by `least`, within [0, 1]^d.
Box widened(Box box, double share, double least);
}  // namespace kochmon
