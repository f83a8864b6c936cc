// SPDX-License-Identifier: MIT
#include "analysis/statistics/factorial.hpp"

#include <cmath>
#include <functional>
#include <numeric>
#include <utility>

#include "engine/contract.hpp"

#include "analysis/statistics/student_t.hpp"

namespace kochmon
{
namespace
{
using Series = std::vector<double>;  // by replicate

double square_without_luck(Series const& series)
{
    return product_without_luck(series, series);
}

/// The mean square of values by group, without luck.
double mean_square_of(std::vector<Series> const& groups)
{
    double sum = 0.0;
    for (Series const& group : groups) sum += square_without_luck(group);
    return sum / static_cast<double>(groups.size());
}

class Grid
{
  public:
    Grid(std::span<std::size_t const> levels_of_factors, DesignValues const& values)
        : levels_(levels_of_factors.begin(), levels_of_factors.end()), centred_(values.centred())
    {
    }

    FactorialEffects effects() const
    {
        FactorialEffects found{.variance = variance(), .luck = luck()};
        double told = 0.0;
        for (std::size_t first = 0; first < levels_.size(); ++first)
            found.terms.push_back({.factors = {first}, .variance = main(first)});
        for (std::size_t first = 0; first < levels_.size(); ++first)
            for (std::size_t second = first + 1; second < levels_.size(); ++second)
                found.terms.push_back({.factors = {first, second},
                                       .variance = together(first, second) -
                                                   found.terms[first].variance -
                                                   found.terms[second].variance});
        for (FactorialTerm& term : found.terms)
        {
            term.share = term.variance / found.variance;
            told += term.share;
        }
        found.share_of_higher = levels_.size() < 3 ? 0.0 : 1.0 - told;
        return found;
    }

  private:
    std::size_t level_of(std::size_t point, std::size_t factor) const
    {
        for (std::size_t k = levels_.size() - 1; k > factor; --k) point /= levels_[k];
        return point % levels_[factor];
    }

    double variance() const
    {
        double sum = 0.0;
        for (std::size_t point = 0; point < centred_.points(); ++point)
            sum += product_without_luck(centred_.of(point), centred_.of(point));
        return sum / static_cast<double>(centred_.points());
    }

    double luck() const
    {
        double sum = 0.0;
        for (std::size_t point = 0; point < centred_.points(); ++point)
            sum += variance_by_luck(centred_.of(point));
        return sum / static_cast<double>(centred_.points());
    }

    /// Means over the points of each group.
    template <class GroupOf>
    std::vector<Series> means_by(std::size_t groups, GroupOf const& group_of) const
    {
        std::vector<Series> means(groups, Series(centred_.replicates(), 0.0));
        double const share = static_cast<double>(groups) / static_cast<double>(centred_.points());
        for (std::size_t point = 0; point < centred_.points(); ++point)
            for (std::size_t r = 0; r < centred_.replicates(); ++r)
                means[group_of(point)][r] += share * centred_.of(point)[r];
        return means;
    }
    double main(std::size_t factor) const
    {
        return mean_square_of(
            means_by(levels_[factor], [&](std::size_t point) { return level_of(point, factor); }));
    }
    /// Both factors by themselves and their interaction.
    double together(std::size_t first, std::size_t second) const
    {
        return mean_square_of(means_by(
            levels_[first] * levels_[second], [&](std::size_t point)
            { return level_of(point, first) * levels_[second] + level_of(point, second); }));
    }

    std::vector<std::size_t> levels_;
    DesignValues centred_;
};

DesignValues without_replicate(DesignValues const& values, std::size_t left_out)
{
    DesignValues fewer(values.points(), values.replicates() - 1);
    for (std::size_t point = 0; point < values.points(); ++point)
        for (std::size_t r = 0, to = 0; r < values.replicates(); ++r)
            if (r != left_out) fewer.at(point, to++) = values.of(point)[r];
    return fewer;
}

void add_intervals(FactorialEffects& found, std::span<std::size_t const> levels_of_factors,
                   DesignValues const& values)
{
    std::vector<FactorialEffects> fewer;
    fewer.reserve(values.replicates());
    for (std::size_t r = 0; r < values.replicates(); ++r)
        fewer.push_back(Grid(levels_of_factors, without_replicate(values, r)).effects());
    auto const n = static_cast<double>(values.replicates());
    double const t = student_t(Confidence::nine_in_ten, static_cast<int>(values.replicates()) - 1);
    for (std::size_t k = 0; k < found.terms.size(); ++k)
    {
        double mean = 0.0, squares = 0.0;
        for (FactorialEffects const& one : fewer) mean += one.terms[k].share / n;
        for (FactorialEffects const& one : fewer)
            squares += (one.terms[k].share - mean) * (one.terms[k].share - mean);
        found.terms[k].share_nine_in_ten =
            around(found.terms[k].share, t * std::sqrt((n - 1.0) / n * squares));
    }
}
}  // namespace

std::optional<FactorialEffects> factorial_effects(std::span<std::size_t const> levels_of_factors,
                                                  DesignValues const& values)
{
    EXPECT(!levels_of_factors.empty() &&
           values.points() == std::accumulate(levels_of_factors.begin(), levels_of_factors.end(),
                                              std::size_t{1}, std::multiplies<>()));
    if (values.whole_points().size() < values.points()) return std::nullopt;
    FactorialEffects found = Grid(levels_of_factors, values).effects();
    if (found.variance <= values.least_variance() || is_mostly_luck(found.variance, found.luck))
        return std::nullopt;
    if (values.replicates() >= fewest_for_a_jackknife)
        add_intervals(found, levels_of_factors, values);
    return found;
}
}  // namespace kochmon
