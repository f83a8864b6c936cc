// SPDX-License-Identifier: MIT
#pragma once

#include <cmath>
#include <cstdint>
#include <functional>
#include <numbers>
#include <span>
#include <vector>

#include "engine/month.hpp"
#include "engine/random.hpp"

#include "analysis/statistics/design_values.hpp"
#include "analysis/statistics/unit_point.hpp"

// Functions of which every index is known, and draws of their own for each trial.
namespace kochmon::analytic
{
/// A uniform draw of its own for each trial, kind and number.
inline double uniform_draw(std::uint32_t trial, std::uint32_t kind, std::uint64_t number)
{
    return MonthDraws({trial, kind}, Month(0)).uniform(SubjectKey(number), 1);
}

/// A standard normal one (Box and Muller).
inline double normal_draw(std::uint32_t trial, std::uint32_t kind, std::uint64_t number)
{
    PhiloxWords const words = MonthDraws({trial, kind}, Month(0)).words(SubjectKey(number), 1, 0);
    return std::sqrt(-2.0 * std::log(uniform(words[0]))) *
           std::cos(2.0 * std::numbers::pi * uniform(words[1]));
}

/// Ishigami and Homma 1990 with a = 7 and b = 0.1. First 0.3139, 0.4424, 0; total 0.5576, 0.4424,
/// 0.2437.
inline double ishigami(UnitPoint const& x)
{
    auto const angle = [&](std::size_t k) { return std::numbers::pi * (2.0 * x[k] - 1.0); };
    double const second = std::sin(angle(1));
    return std::sin(angle(0)) * (1.0 + 0.1 * std::pow(angle(2), 4.0)) + 7.0 * second * second;
}

/// Sobol's g-function: the product of (|4 x - 2| + a) / (1 + a).
struct GFunction
{
    std::vector<double> a;

    double operator()(UnitPoint const& x) const
    {
        double product = 1.0;
        for (std::size_t k = 0; k < a.size(); ++k)
            product *= (std::abs(4.0 * x[k] - 2.0) + a[k]) / (1.0 + a[k]);
        return product;
    }
    double variance_of(std::size_t k) const { return 1.0 / (3.0 * (1.0 + a[k]) * (1.0 + a[k])); }
    double variance() const
    {
        double product = 1.0;
        for (std::size_t k = 0; k < a.size(); ++k) product *= 1.0 + variance_of(k);
        return product - 1.0;
    }
    double first(std::size_t k) const { return variance_of(k) / variance(); }
    double total(std::size_t k) const
    {
        return variance_of(k) * (variance() + 1.0) / (1.0 + variance_of(k)) / variance();
    }
};

inline DesignValues values_at(std::span<UnitPoint const> design,
                              std::function<double(UnitPoint const&)> const& function)
{
    DesignValues values(design.size(), 1);
    for (std::size_t point = 0; point < design.size(); ++point)
        values.at(point, 0) = function(design[point]);
    return values;
}

/// The same in several replicates, each with luck that all points share and luck of each point.
inline DesignValues with_luck(DesignValues const& values, std::size_t replicates, double deviation,
                              std::uint32_t trial)
{
    DesignValues lucky(values.points(), replicates);
    for (std::size_t point = 0; point < values.points(); ++point)
        for (std::size_t r = 0; r < replicates; ++r)
            lucky.at(point, r) = values.of(point)[0] + 10.0 * normal_draw(trial, 7, r) +
                                 deviation * normal_draw(trial, 8, point * replicates + r);
    return lucky;
}
}  // namespace kochmon::analytic
