// SPDX-License-Identifier: MIT
#include "analysis/statistics/sobol_indices.hpp"

#include <utility>

#include "engine/contract.hpp"

#include "analysis/statistics/resamples.hpp"

namespace kochmon
{
namespace
{
/// What each row adds to the sums of the estimators.
struct RowSums
{
    std::vector<double> values = {};  // of A and B together
    std::vector<double> squares = {};
    double luck = 0.0;                            // variance by luck of the means, sum over A and B
    std::vector<std::vector<double>> first = {};  // by factor
    std::vector<std::vector<double>> total = {};

    std::size_t rows() const { return values.size(); }
};

std::vector<double> less(std::span<double const> left, std::span<double const> right)
{
    std::vector<double> difference(left.size());
    for (std::size_t r = 0; r < left.size(); ++r) difference[r] = left[r] - right[r];
    return difference;
}

bool is_whole_row(DesignValues const& values, std::size_t first, std::size_t points)
{
    for (std::size_t k = 0; k < points; ++k)
        if (!values.is_whole(first + k)) return false;
    return true;
}

/// The values less one number for each replicate, the mean of A and B in whole rows.
DesignValues around_the_samples(DesignValues const& values, std::size_t points)
{
    std::size_t const replicates = values.replicates();
    std::vector<double> means(replicates, 0.0);
    std::size_t rows = 0;
    for (std::size_t at = 0; at + points <= values.points(); at += points)
    {
        if (!is_whole_row(values, at, points)) continue;
        ++rows;
        for (std::size_t r = 0; r < replicates; ++r)
            means[r] += (values.of(at)[r] + values.of(at + 1)[r]) / 2.0;
    }
    DesignValues around = values;
    for (std::size_t point = 0; point < values.points(); ++point)
        for (std::size_t r = 0; r < replicates; ++r)
            around.at(point, r) -= means[r] / static_cast<double>(rows);
    return around;
}

RowSums row_sums(DesignValues const& values, std::size_t dimensions)
{
    RowSums sums{.first = std::vector<std::vector<double>>(dimensions),
                 .total = std::vector<std::vector<double>>(dimensions)};
    std::size_t const points = dimensions + 2;
    for (std::size_t at = 0; at + points <= values.points(); at += points)
    {
        if (!is_whole_row(values, at, points)) continue;
        auto const a = values.of(at), b = values.of(at + 1);
        sums.values.push_back(values.mean(at) + values.mean(at + 1));
        sums.squares.push_back(product_without_luck(a, a) + product_without_luck(b, b));
        sums.luck += variance_by_luck(a) + variance_by_luck(b);
        for (std::size_t factor = 0; factor < dimensions; ++factor)
        {
            std::vector<double> const step = less(values.of(at + 2 + factor), a);
            sums.first[factor].push_back(product_without_luck(b, step));
            sums.total[factor].push_back(product_without_luck(step, step) / 2.0);
        }
    }
    return sums;
}

/// `sum`: adds up what the rows of a sample give.
template <class Sum>
double variance_of_rows(RowSums const& sums, Sum const& sum)
{
    auto const n = 2.0 * static_cast<double>(sums.rows());
    double const mean = sum(sums.values) / n;
    return (sum(sums.squares) - n * mean * mean) / (n - 1.0);
}

double plain_sum(std::vector<double> const& values)
{
    double sum = 0.0;
    for (double const value : values) sum += value;
    return sum;
}

std::pair<double, Interval> index_of(std::vector<double> const& of_rows, double variance,
                                     Resamples const& samples, std::vector<double> const& variances)
{
    auto const n = static_cast<double>(of_rows.size());
    std::vector<double> estimates;
    estimates.reserve(samples.size());
    for (std::size_t sample = 0; sample < samples.size(); ++sample)
        if (variances[sample] > 0.0)
            estimates.push_back(samples.sum(sample, of_rows) / n / variances[sample]);
    double const index = plain_sum(of_rows) / n / variance;
    return {index,
            estimates.empty() ? Interval{index, index} : nine_in_ten_of(std::move(estimates))};
}
}  // namespace

std::optional<SobolIndices> sobol_indices(DesignValues const& values, std::size_t dimensions)
{
    EXPECT(dimensions > 0 && values.points() % (dimensions + 2) == 0);
    RowSums const sums = row_sums(around_the_samples(values, dimensions + 2), dimensions);
    if (sums.rows() < fewest_rows) return std::nullopt;
    SobolIndices indices{.rows = sums.rows(), .variance = variance_of_rows(sums, plain_sum)};
    double const luck = sums.luck / (2.0 * static_cast<double>(sums.rows()));
    if (indices.variance <= values.least_variance() || is_mostly_luck(indices.variance, luck))
        return std::nullopt;
    Resamples const samples(sums.rows());
    std::vector<double> variances;
    variances.reserve(samples.size());
    for (std::size_t sample = 0; sample < samples.size(); ++sample)
        variances.push_back(variance_of_rows(sums, [&](std::vector<double> const& of_rows)
                                             { return samples.sum(sample, of_rows); }));
    for (std::size_t factor = 0; factor < dimensions; ++factor)
    {
        auto const [first, first_interval] =
            index_of(sums.first[factor], indices.variance, samples, variances);
        auto const [total, total_interval] =
            index_of(sums.total[factor], indices.variance, samples, variances);
        indices.factors.push_back({first, first_interval, total, total_interval});
    }
    return indices;
}
}  // namespace kochmon
