// SPDX-License-Identifier: MIT
#include "analysis/design/unit_designs.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <utility>

#include "engine/random.hpp"

#include "analysis/statistics/sobol_sequence.hpp"

namespace kochmon
{
namespace
{
/// What a draw of a design is for; replicates, the second word of the keys of runs, are below 2^31.
enum class DrawOf : std::uint32_t
{
    slice = 0x80000000U,
    within_slice,
    scrambled_bit,
    morris_start,
    morris_order
};

/// What a draw is for: three words that differ where draws are to differ.
using DrawnFor = std::array<std::size_t, 3>;

std::uint32_t draw(std::uint32_t seed, DrawOf what, DrawnFor const& of)
{
    auto const word = [](std::size_t number) { return static_cast<std::uint32_t>(number); };
    return philox({word(of[0]), word(of[1]), word(of[2]), 0},
                  {seed, static_cast<std::uint32_t>(what)})[0];
}

/// 0, 1, ... in an order that the draws make.
template <class Drawn>
std::vector<std::size_t> shuffled(std::size_t count, Drawn const& drawn)
{
    std::vector<std::size_t> order(count);
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::vector<std::uint32_t> tickets(count);
    for (std::size_t k = 0; k < count; ++k) tickets[k] = drawn(k);
    std::ranges::stable_sort(order, {}, [&](std::size_t k) { return tickets[k]; });
    return order;
}

constexpr int bits = 32;

/// Each bit is turned or not by a draw that hangs on all bits above it.
double scrambled(double coordinate, std::size_t dimension, std::uint32_t seed)
{
    auto const whole = static_cast<std::uint64_t>(std::ldexp(coordinate, bits));
    std::uint64_t result = 0;
    for (int bit = bits - 1; bit >= 0; --bit)
    {
        std::uint64_t const above = whole >> (bit + 1);
        std::uint32_t const turned =
            draw(seed, DrawOf::scrambled_bit, {above, dimension, static_cast<std::size_t>(bit)}) &
            1U;
        result |= ((whole >> bit & 1U) ^ turned) << bit;
    }
    return std::ldexp(static_cast<double>(result) + 0.5, -bits);
}
UnitPoint point_at(std::vector<std::uint32_t> const& at_levels)
{
    UnitPoint point;
    point.reserve(at_levels.size());
    for (std::uint32_t const level : at_levels)
        point.push_back(static_cast<double>(level) / static_cast<double>(morris_levels - 1));
    return point;
}
}  // namespace

std::vector<UnitPoint> latin_hypercube(std::size_t points, std::size_t dimensions,
                                       std::uint32_t seed)
{
    std::vector<UnitPoint> design(points, UnitPoint(dimensions));
    for (std::size_t d = 0; d < dimensions; ++d)
    {
        auto const slices = shuffled(points,
                                     [&](std::size_t k) {
                                         return draw(seed, DrawOf::slice, {k, d, 0});
                                     });
        for (std::size_t k = 0; k < points; ++k)
            design[k][d] = (static_cast<double>(slices[k]) +
                            uniform(draw(seed, DrawOf::within_slice, {k, d, 0}))) /
                           static_cast<double>(points);
    }
    return design;
}

std::vector<UnitPoint> scrambled_sobol(std::size_t points, std::size_t dimensions,
                                       std::uint32_t seed)
{
    SobolSequence sequence(dimensions);
    std::vector<UnitPoint> design;
    design.reserve(points);
    for (std::size_t k = 0; k < points; ++k)
    {
        // Scrambling may need the origin, which the sequence leaves out.
        UnitPoint point = k == 0 ? UnitPoint(dimensions, 0.0) : sequence.next();
        for (std::size_t d = 0; d < dimensions; ++d) point[d] = scrambled(point[d], d, seed);
        design.push_back(std::move(point));
    }
    return design;
}

std::vector<UnitPoint> morris(std::size_t paths, std::size_t dimensions, std::uint32_t seed)
{
    std::vector<UnitPoint> design;
    design.reserve(paths * (dimensions + 1));
    for (std::size_t path = 0; path < paths; ++path)
    {
        // Whole numbers, so that one level is one number, however it was reached.
        std::vector<std::uint32_t> at_levels(dimensions);
        for (std::size_t d = 0; d < dimensions; ++d)
            at_levels[d] = draw(seed, DrawOf::morris_start, {path, d, 0}) >> 30;
        design.push_back(point_at(at_levels));
        for (std::size_t const d :
             shuffled(dimensions,
                      [&](std::size_t k) {
                          return draw(seed, DrawOf::morris_order, {path, k, 0});
                      }))
        {
            // Two levels on: up from the lower two and down from the others.
            at_levels[d] =
                static_cast<std::uint32_t>((at_levels[d] + morris_levels / 2) % morris_levels);
            design.push_back(point_at(at_levels));
        }
    }
    return design;
}

std::vector<UnitPoint> saltelli(std::size_t rows, std::size_t dimensions, std::uint32_t seed)
{
    std::vector<UnitPoint> const both = scrambled_sobol(rows, 2 * dimensions, seed);
    std::vector<UnitPoint> design;
    design.reserve(rows * (dimensions + 2));
    auto const half = static_cast<std::ptrdiff_t>(dimensions);
    for (UnitPoint const& row : both)
    {
        UnitPoint const a(row.begin(), row.begin() + half), b(row.begin() + half, row.end());
        design.push_back(a);
        design.push_back(b);
        for (std::size_t d = 0; d < dimensions; ++d)
        {
            design.push_back(a);
            design.back()[d] = b[d];
        }
    }
    return design;
}
}  // namespace kochmon
