// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "analysis/statistics/unit_point.hpp"

namespace kochmon
{
// Designs on the unit cube. Each draw is keyed by seed, point and dimension, so that a longer
// design of the same seed begins with the shorter one, but for a Latin hypercube, whose slices hang
// on how many points there are.

/// One point in each of `points` slices of every dimension (McKay, Beckman and Conover 1979).
std::vector<UnitPoint> latin_hypercube(std::size_t points, std::size_t dimensions,
                                       std::uint32_t seed);
/// The first points of Sobol's sequence with Owen's nested scrambling (Owen 1995).
std::vector<UnitPoint> scrambled_sobol(std::size_t points, std::size_t dimensions,
                                       std::uint32_t seed);

/// Levels of Morris's grid in each dimension, and the step between the two ends of one effect.
inline constexpr std::size_t morris_levels = 4;
inline constexpr double morris_step = 2.0 / 3.0;
/// `paths` of `dimensions` + 1 points, along each of which every dimension takes one step, in an
/// order of its own (Morris 1991).
std::vector<UnitPoint> morris(std::size_t paths, std::size_t dimensions, std::uint32_t seed);

/// For each of `rows` rows: of the sample A, of the sample B, and A with one column of B, for each
/// dimension (Saltelli 2010). The samples are halves of one scrambled Sobol sequence.
std::vector<UnitPoint> saltelli(std::size_t rows, std::size_t dimensions, std::uint32_t seed);
}  // namespace kochmon
