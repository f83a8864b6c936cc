// SPDX-License-Identifier: MIT
#include "analysis/statistics/design_values.hpp"

#include <algorithm>
#include <numeric>

#include "engine/contract.hpp"

namespace kochmon
{
namespace
{
double mean_of_series(std::span<double const> series)
{
    return std::accumulate(series.begin(), series.end(), 0.0) / static_cast<double>(series.size());
}

/// Of the two means.
double covariance_of_means(std::span<double const> left, std::span<double const> right)
{
    auto const n = static_cast<double>(left.size());
    double const of_left = mean_of_series(left), of_right = mean_of_series(right);
    double sum = 0.0;
    for (std::size_t r = 0; r < left.size(); ++r)
        sum += (left[r] - of_left) * (right[r] - of_right);
    return sum / (n * (n - 1.0));
}
}  // namespace

bool DesignValues::is_whole(std::size_t point) const
{
    return std::ranges::none_of(of(point), [](double value) { return std::isnan(value); });
}

std::vector<std::size_t> DesignValues::whole_points() const
{
    std::vector<std::size_t> whole;
    whole.reserve(points_);
    for (std::size_t point = 0; point < points_; ++point)
        if (is_whole(point)) whole.push_back(point);
    return whole;
}

double DesignValues::mean(std::size_t point) const
{
    return mean_of_series(of(point));
}

DesignValues DesignValues::centred() const
{
    DesignValues centred(points_, replicates_);
    std::vector<std::size_t> const whole = whole_points();
    for (std::size_t replicate = 0; replicate < replicates_; ++replicate)
    {
        double sum = 0.0;
        for (std::size_t const point : whole) sum += of(point)[replicate];
        double const mean = sum / static_cast<double>(whole.size());
        for (std::size_t const point : whole)
            centred.at(point, replicate) = of(point)[replicate] - mean;
    }
    return centred;
}

double DesignValues::least_variance() const
{
    double largest = 0.0;
    for (double const value : values_)
        if (!std::isnan(value)) largest = std::max(largest, std::abs(value));
    double const grain = largest * 1e-9;
    return grain * grain;
}

DesignValues by_population(DesignValues const& values, Nesting const& nesting)
{
    std::size_t const populations = std::min<std::size_t>(nesting.populations, values.replicates());
    if (populations < 2 || populations == values.replicates()) return values;
    DesignValues means(values.points(), populations);
    for (std::size_t point = 0; point < values.points(); ++point)
        for (std::size_t population = 0; population < populations; ++population)
        {
            std::vector<double> own;
            for (std::size_t r = population; r < values.replicates(); r += populations)
                own.push_back(values.of(point)[r]);
            means.at(point, population) = mean_of_series(own);
        }
    return means;
}

double product_without_luck(std::span<double const> left, std::span<double const> right)
{
    EXPECT(!left.empty() && left.size() == right.size());
    double const product = mean_of_series(left) * mean_of_series(right);
    return left.size() < 2 ? product : product - covariance_of_means(left, right);
}

double variance_by_luck(std::span<double const> series)
{
    return series.size() < 2 ? 0.0 : covariance_of_means(series, series);
}
}  // namespace kochmon
