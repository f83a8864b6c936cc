// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "analysis/statistics/paired.hpp"

namespace kochmon
{
inline constexpr std::size_t samples_of_a_bootstrap = 1000;

/// Samples with replacement, as large as what they are drawn from (the bootstrap of Efron 1979):
/// how often each item stands in each. Draws are keyed by item and sample, so that they are the
/// same wherever they are made.
class Resamples
{
  public:
    explicit Resamples(std::size_t items, std::size_t samples = samples_of_a_bootstrap);

    std::size_t size() const { return samples_; }
    std::size_t items() const { return items_; }
    std::span<std::uint32_t const> counts(std::size_t sample) const
    {
        return std::span(counts_).subspan(sample * items_, items_);
    }
    /// Sum over the items of a sample, each as often as it stands in it.
    double sum(std::size_t sample, std::span<double const> values) const;

  private:
    std::size_t items_;
    std::size_t samples_;
    std::vector<std::uint32_t> counts_;
};

/// From the fifth to the ninety-fifth per cent of what the samples gave: an interval of 90 %.
Interval nine_in_ten_of(std::vector<double> estimates);
}  // namespace kochmon
