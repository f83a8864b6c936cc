// SPDX-License-Identifier: MIT
#pragma once

#include <cmath>
#include <cstddef>
#include <limits>
#include <span>
#include <vector>

#include "analysis/statistics/nesting.hpp"

namespace kochmon
{
/// What a design gave: a value for each replicate of each point. Replicate r of all points shares
/// its luck. NaN: there is none.
class DesignValues
{
  public:
    DesignValues(std::size_t points, std::size_t replicates)
        : points_(points),
          replicates_(replicates),
          values_(points * replicates, std::numeric_limits<double>::quiet_NaN())
    {
    }

    std::size_t points() const { return points_; }
    std::size_t replicates() const { return replicates_; }
    double& at(std::size_t point, std::size_t replicate)
    {
        return values_[point * replicates_ + replicate];
    }
    std::span<double const> of(std::size_t point) const
    {
        return std::span(values_).subspan(point * replicates_, replicates_);
    }
    /// Whether every replicate has a value.
    bool is_whole(std::size_t point) const;
    std::vector<std::size_t> whole_points() const;
    double mean(std::size_t point) const;

    /// Less the mean of the whole points in each replicate, which takes away the luck that all
    /// points share. Points that are not whole have no value left.
    DesignValues centred() const;
    /// So that what differs by no more than rounding is alike: the square of a billionth of the
    /// largest value.
    double least_variance() const;

  private:
    std::size_t points_;
    std::size_t replicates_;
    std::vector<double> values_;
};

/// The same with one series for each population where several replicates live one, their mean, so
/// that series differ by chance alone. Of one population, or one for each replicate, as it is.
DesignValues by_population(DesignValues const& values, Nesting const& nesting);

/// The product of what two series are without luck, told by the same replicates: the product of
/// their means, less the covariance of these means, so that luck adds nothing on average. Of one
/// replicate as it is, luck and all.
double product_without_luck(std::span<double const> left, std::span<double const> right);
/// The variance of the mean of a series by luck; 0 of one replicate.
double variance_by_luck(std::span<double const> series);
/// Whether luck makes more than half of what means of points differ by: then nothing is told of
/// what the factors do.
constexpr bool is_mostly_luck(double variance_without_luck, double luck)
{
    return luck > variance_without_luck;
}
}  // namespace kochmon
