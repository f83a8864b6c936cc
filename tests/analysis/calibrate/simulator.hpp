// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <span>
#include <utility>
#include <vector>

#include "analysis/statistics/sobol_sequence.hpp"

namespace kochmon
{
using Surface = std::function<double(UnitPoint const&)>;

/// Runs of surfaces without noise at points of a Sobol sequence.
inline std::vector<Evaluation> runs_of(std::vector<Surface> const& surfaces, std::size_t dimensions,
                                       std::size_t count)
{
    std::vector<Evaluation> runs;
    for (UnitPoint const& point : SobolSequence(dimensions).take(count))
    {
        Measured measured;
        for (Surface const& surface : surfaces) measured.push_back({surface(point), 0.0});
        runs.push_back({.point = point, .measured = measured});
    }
    return runs;
}

inline Surface coordinate(std::size_t j)
{
    return [j](UnitPoint const& point) { return point[j]; };
}

/// The same surfaces as the model that is calibrated.
inline Evaluate evaluation_of(std::vector<Surface> surfaces)
{
    return [surfaces = std::move(surfaces)](std::span<UnitPoint const> batch)
    {
        std::vector<Measured> all;
        for (UnitPoint const& point : batch)
        {
            Measured measured;
            for (Surface const& surface : surfaces) measured.push_back({surface(point), 0.0});
            all.push_back(measured);
        }
        return all;
    };
}
}  // namespace kochmon
