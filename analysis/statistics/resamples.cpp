// SPDX-License-Identifier: MIT
#include "analysis/statistics/resamples.hpp"

#include <algorithm>

#include "engine/contract.hpp"
#include "engine/random.hpp"

namespace kochmon
{
namespace
{
/// No replicate and no population has this number, nor has a draw of a design.
constexpr std::uint32_t drawn_for_samples = 0x80001000U;
}  // namespace

Resamples::Resamples(std::size_t items, std::size_t samples)
    : items_(items), samples_(samples), counts_(items * samples, 0)
{
    EXPECT(items > 0 && items <= 0xFFFFFFFFU);
    for (std::size_t sample = 0; sample < samples; ++sample)
        for (std::size_t first = 0; first < items; first += 4)
        {
            PhiloxWords const words = philox(
                {static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(sample), 0, 0},
                {1, drawn_for_samples});
            for (std::size_t k = first; k < std::min(first + 4, items); ++k)
                ++counts_[sample * items + (std::uint64_t{words[k - first]} * items >> 32)];
        }
}

double Resamples::sum(std::size_t sample, std::span<double const> values) const
{
    EXPECT(values.size() == items_);
    auto const often = counts(sample);
    double sum = 0.0;
    for (std::size_t k = 0; k < items_; ++k) sum += often[k] * values[k];
    return sum;
}

Interval nine_in_ten_of(std::vector<double> estimates)
{
    auto const spread = quantiles(std::move(estimates));
    return {spread.front(), spread.back()};
}
}  // namespace kochmon
