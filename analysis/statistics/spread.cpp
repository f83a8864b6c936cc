// SPDX-License-Identifier: MIT
#include "analysis/statistics/spread.hpp"

#include <algorithm>
#include <limits>

#include "engine/contract.hpp"

namespace kochmon
{
namespace
{
UnitPoint mean_of(std::span<UnitPoint const> points)
{
    UnitPoint mean(points.front().size(), 0.0);
    for (UnitPoint const& point : points)
        for (std::size_t j = 0; j < mean.size(); ++j) mean[j] += point[j];
    for (double& coordinate : mean) coordinate /= static_cast<double>(points.size());
    return mean;
}

void draw_near(std::vector<double>& nearest, std::span<UnitPoint const> candidates,
               UnitPoint const& point)
{
    for (std::size_t k = 0; k < candidates.size(); ++k)
        nearest[k] = std::min(nearest[k], squared_distance(candidates[k], point));
}

/// Squared distance of each candidate to what is present.
std::vector<double> distances_to(std::span<UnitPoint const> candidates,
                                 std::span<UnitPoint const> present)
{
    std::vector<double> nearest(candidates.size(), std::numeric_limits<double>::infinity());
    for (UnitPoint const& point : present) draw_near(nearest, candidates, point);
    return nearest;
}

std::size_t nearest_to_the_mean(std::span<UnitPoint const> candidates)
{
    UnitPoint const mean = mean_of(candidates);
    std::vector<double> distances;
    for (UnitPoint const& point : candidates) distances.push_back(squared_distance(point, mean));
    auto const nearest = std::min_element(distances.begin(), distances.end());
    return static_cast<std::size_t>(nearest - distances.begin());
}
}  // namespace

double squared_distance(UnitPoint const& a, UnitPoint const& b)
{
    double sum = 0.0;
    for (std::size_t j = 0; j < a.size(); ++j) sum += (a[j] - b[j]) * (a[j] - b[j]);
    return sum;
}

std::vector<std::size_t> choose_spread(std::span<UnitPoint const> candidates, std::size_t count,
                                       std::span<UnitPoint const> present)
{
    std::vector<std::size_t> chosen;
    std::vector<double> nearest = distances_to(candidates, present);
    while (chosen.size() < std::min(count, candidates.size()))
    {
        std::size_t next = 0;
        if (chosen.empty() && present.empty())
            next = nearest_to_the_mean(candidates);
        else
            next = static_cast<std::size_t>(std::max_element(nearest.begin(), nearest.end()) -
                                            nearest.begin());
        chosen.push_back(next);
        draw_near(nearest, candidates, candidates[next]);
        nearest[next] = -1.0;  // so that of several equal candidates each is chosen once
    }
    return chosen;
}

Box box_of(std::span<UnitPoint const> points)
{
    EXPECT(!points.empty());
    Box box{.low = points.front(), .high = points.front()};
    for (UnitPoint const& point : points)
        for (std::size_t j = 0; j < point.size(); ++j)
        {
            box.low[j] = std::min(box.low[j], point[j]);
            box.high[j] = std::max(box.high[j], point[j]);
        }
    return box;
}

Box widened(Box box, double share, double least)
{
    for (std::size_t j = 0; j < box.low.size(); ++j)
    {
        double const margin = share * (box.high[j] - box.low[j]) + least;
        box.low[j] = std::max(0.0, box.low[j] - margin);
        box.high[j] = std::min(1.0, box.high[j] + margin);
    }
    return box;
}
}  // namespace kochmon
