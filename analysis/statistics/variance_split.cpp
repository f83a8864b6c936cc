// SPDX-License-Identifier: MIT
#include "analysis/statistics/variance_split.hpp"

#include <algorithm>
#include <vector>

namespace kochmon
{
namespace
{
/// The replicates of one study, by population.
class ReplicateGroups
{
  public:
    ReplicateGroups(std::size_t replicates, Nesting const& nesting)
    {
        for (std::size_t r = 0; r < replicates; ++r)
            of_.push_back(nesting.population_of(static_cast<std::uint32_t>(r)));
        sizes_.resize(replicates == 0 ? 0 : *std::ranges::max_element(of_) + std::size_t{1}, 0.0);
        for (std::size_t const group : of_) sizes_[group] += 1.0;
    }

    std::size_t replicates() const { return of_.size(); }
    std::size_t groups() const { return sizes_.size(); }
    /// Whether both a population and luck within it are seen more than once.
    bool are_told() const { return groups() > 1 && groups() < replicates(); }
    /// Of replicates less their groups, and of groups.
    double freedom_within() const { return static_cast<double>(replicates() - groups()); }
    double freedom_between() const { return static_cast<double>(groups()) - 1.0; }
    /// Sum of the squared sizes over the number of replicates.
    double concentration() const
    {
        double sum = 0.0;
        for (double const size : sizes_) sum += size * size;
        return sum / static_cast<double>(replicates());
    }
    /// Of the variance of a group in the mean square between them.
    double coefficient() const
    {
        return (static_cast<double>(replicates()) - concentration()) / freedom_between();
    }

    /// Squares of a series: between groups, and within.
    struct Squares
    {
        double between = 0.0;
        double within = 0.0;
    };
    Squares squares(std::vector<double> const& series) const
    {
        std::vector<double> means(groups(), 0.0);
        double mean = 0.0;
        for (std::size_t r = 0; r < series.size(); ++r)
        {
            means[of_[r]] += series[r] / sizes_[of_[r]];
            mean += series[r] / static_cast<double>(series.size());
        }
        Squares squares;
        for (std::size_t group = 0; group < groups(); ++group)
            squares.between += sizes_[group] * (means[group] - mean) * (means[group] - mean);
        for (std::size_t r = 0; r < series.size(); ++r)
            squares.within += (series[r] - means[of_[r]]) * (series[r] - means[of_[r]]);
        return squares;
    }

  private:
    std::vector<std::size_t> of_ = {};
    std::vector<double> sizes_ = {};
};

/// Sums of squares of the layout, over the degrees of freedom of points alone.
struct SumsOfSquares
{
    double points = 0.0;
    double populations = 0.0;
    double luck = 0.0;
    double populations_by_point = 0.0;
    double luck_by_point = 0.0;
};

/// Means over points by replicate, and over replicates by point, about their mean.
struct Margins
{
    double mean = 0.0;
    std::vector<double> by_replicate = {};
    std::vector<double> by_point = {};
};

Margins margins_of(DesignValues const& values, std::vector<std::size_t> const& points)
{
    auto const n = static_cast<double>(points.size());
    Margins margins{.by_replicate = std::vector<double>(values.replicates(), 0.0)};
    margins.by_point.reserve(points.size());
    for (std::size_t const point : points)
    {
        margins.by_point.push_back(values.mean(point));
        margins.mean += values.mean(point) / n;
        for (std::size_t r = 0; r < values.replicates(); ++r)
            margins.by_replicate[r] += values.of(point)[r] / n;
    }
    for (double& one : margins.by_point) one -= margins.mean;
    for (double& one : margins.by_replicate) one -= margins.mean;
    return margins;
}

SumsOfSquares sums_of_squares(DesignValues const& values, std::vector<std::size_t> const& points,
                              ReplicateGroups const& groups)
{
    auto const n = static_cast<double>(points.size());
    auto const replicates = static_cast<double>(values.replicates());
    Margins const margins = margins_of(values, points);
    SumsOfSquares squares;
    for (std::size_t k = 0; k < points.size(); ++k)
    {
        squares.points += replicates * margins.by_point[k] * margins.by_point[k] / (n - 1.0);
        std::vector<double> rest(values.replicates());
        for (std::size_t r = 0; r < rest.size(); ++r)
            rest[r] = values.of(points[k])[r] - margins.mean - margins.by_point[k] -
                      margins.by_replicate[r];
        auto const of_rest = groups.squares(rest);
        squares.populations_by_point += of_rest.between / (n - 1.0);
        squares.luck_by_point += of_rest.within / (n - 1.0);
    }
    auto const alike = groups.squares(margins.by_replicate);
    squares.populations = n * alike.between;
    squares.luck = n * alike.within;
    return squares;
}

VarianceSplit without_populations(SumsOfSquares squares, double points, double replicates)
{
    double const freedom = replicates - 1.0;
    double const by_point = (squares.populations_by_point + squares.luck_by_point) / freedom;
    double const luck = (squares.populations + squares.luck) / freedom;
    VarianceSplit split;
    split.luck_by_point = by_point;
    split.luck = std::max(0.0, (luck - by_point) / points);
    split.parameters = std::max(0.0, (squares.points - by_point) / replicates);
    split.all = split.parameters + split.luck + split.luck_by_point;
    return split;
}

VarianceSplit with_populations(SumsOfSquares const& squares, double points,
                               ReplicateGroups const& groups)
{
    double const within = groups.freedom_within(), between = groups.freedom_between();
    double const m = groups.coefficient();
    auto const replicates = static_cast<double>(groups.replicates());
    VarianceSplit split;
    split.luck_by_point = squares.luck_by_point / within;
    double const population_by_point =
        (squares.populations_by_point / between - split.luck_by_point) / m;
    split.population_by_point = std::max(0.0, population_by_point);
    double const luck = squares.luck / within;
    split.luck = std::max(0.0, (luck - split.luck_by_point) / points);
    double const populations = squares.populations / between;
    split.population = std::max(0.0, (populations - luck - m * population_by_point) / (points * m));
    split.parameters = std::max(
        0.0, (squares.points - split.luck_by_point - groups.concentration() * population_by_point) /
                 replicates);
    split.all = split.parameters + split.population + split.luck + split.population_by_point +
                split.luck_by_point;
    return split;
}
}  // namespace

std::optional<VarianceSplit> variance_split(DesignValues const& values, Nesting const& nesting)
{
    std::vector<std::size_t> const points = values.whole_points();
    if (points.size() < 2) return std::nullopt;
    ReplicateGroups const groups(values.replicates(), nesting);
    SumsOfSquares const squares = sums_of_squares(values, points, groups);
    auto const n = static_cast<double>(points.size());
    VarianceSplit split;
    if (groups.replicates() == 1)
        split.all = squares.points;
    else if (groups.are_told())
        split = with_populations(squares, n, groups);
    else
        split = without_populations(squares, n, static_cast<double>(groups.replicates()));
    split.points = points.size();
    split.replicates = groups.replicates();
    split.is_population_told_with_luck =
        groups.replicates() > 1 && groups.groups() > 1 && groups.groups() == groups.replicates();
    return split;
}
}  // namespace kochmon
