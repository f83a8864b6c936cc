// SPDX-License-Identifier: MIT
#include "analysis/statistics/given_data.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "engine/contract.hpp"
#include "engine/random.hpp"

#include "analysis/statistics/student_t.hpp"

namespace kochmon
{
namespace
{
constexpr std::size_t groups_of_a_jackknife = 20;
constexpr std::uint32_t drawn_for_groups = 0x80001001U;  // a key of its own

/// A point as far as one factor goes.
struct ClassedValue
{
    std::size_t class_of = 0;
    double value = 0.0;
    double variance_by_luck = 0.0;
    std::size_t group = 0;  // of the jackknife
};

struct ClassSums
{
    double count = 0.0;
    double sum = 0.0;
};

/// Omega squared over all but one group.
std::optional<double> omega_squared(std::vector<ClassedValue> const& points, std::size_t classes,
                                    std::size_t left_out)
{
    std::vector<ClassSums> sums(classes);
    double n = 0.0, all = 0.0, squares = 0.0, luck = 0.0;
    for (ClassedValue const& point : points)
    {
        if (point.group == left_out) continue;
        n += 1.0;
        all += point.value;
        squares += point.value * point.value;
        luck += point.variance_by_luck;
        sums[point.class_of].count += 1.0;
        sums[point.class_of].sum += point.value;
    }
    double present = 0.0, between = -all * all / n;
    for (ClassSums const& one : sums)
    {
        if (one.count == 0.0) continue;
        present += 1.0;
        between += one.sum * one.sum / one.count;
    }
    double const total = squares - all * all / n;
    if (n <= present || present < 2.0) return std::nullopt;
    double const within = (total - between) / (n - present);
    double const variance = total + within - luck;
    if (variance <= 0.0) return std::nullopt;
    return (between - (present - 1.0) * within) / variance;
}

/// Numbers of the groups of so many points, alike in size.
std::vector<std::size_t> drawn_groups(std::size_t points)
{
    std::vector<std::size_t> order(points);
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::vector<std::uint32_t> tickets(points);
    for (std::size_t k = 0; k < points; ++k)
        tickets[k] = philox({static_cast<std::uint32_t>(k), 0, 0, 0}, {1, drawn_for_groups})[0];
    std::ranges::stable_sort(order, {}, [&](std::size_t k) { return tickets[k]; });
    std::vector<std::size_t> groups(points);
    for (std::size_t place = 0; place < points; ++place)
        groups[order[place]] = place % std::min(points, groups_of_a_jackknife);
    return groups;
}

Interval jackknife_interval(std::vector<ClassedValue> const& points, std::size_t classes,
                            double index)
{
    std::vector<double> fewer;
    for (std::size_t group = 0; group < std::min(points.size(), groups_of_a_jackknife); ++group)
        if (auto const one = omega_squared(points, classes, group)) fewer.push_back(*one);
    if (fewer.size() < 2) return {index, index};
    auto const n = static_cast<double>(fewer.size());
    double const mean = std::accumulate(fewer.begin(), fewer.end(), 0.0) / n;
    double squares = 0.0;
    for (double const one : fewer) squares += (one - mean) * (one - mean);
    return around(index, student_t(Confidence::nine_in_ten, static_cast<int>(fewer.size()) - 1) *
                             std::sqrt((n - 1.0) / n * squares));
}
}  // namespace

std::vector<std::size_t> classes_of(std::span<double const> positions)
{
    std::vector<double> sorted(positions.begin(), positions.end());
    std::ranges::sort(sorted);
    std::vector<double> distinct = sorted;
    distinct.erase(std::unique(distinct.begin(), distinct.end()), distinct.end());
    auto const most = static_cast<std::size_t>(std::sqrt(static_cast<double>(positions.size())));
    std::vector<std::size_t> classes;
    classes.reserve(positions.size());
    for (double const position : positions)
    {
        auto const& ranked = distinct.size() <= most ? distinct : sorted;
        auto const rank =
            static_cast<std::size_t>(std::ranges::lower_bound(ranked, position) - ranked.begin());
        classes.push_back(distinct.size() <= most ? rank : rank * most / positions.size());
    }
    return classes;
}

std::optional<GivenDataIndex> index_from_given_data(std::span<double const> positions,
                                                    DesignValues const& values)
{
    EXPECT(positions.size() == values.points());
    std::vector<std::size_t> const whole = values.whole_points();
    if (whole.size() < fewest_points_of_given_data) return std::nullopt;
    std::vector<double> places;
    places.reserve(whole.size());
    for (std::size_t const point : whole) places.push_back(positions[point]);
    std::vector<std::size_t> const classes = classes_of(places);
    std::vector<std::size_t> const groups = drawn_groups(whole.size());
    DesignValues const centred = values.centred();
    std::vector<ClassedValue> points;
    points.reserve(whole.size());
    double squares = 0.0, luck = 0.0;
    for (std::size_t k = 0; k < whole.size(); ++k)
    {
        points.push_back({classes[k], centred.mean(whole[k]),
                          variance_by_luck(centred.of(whole[k])), groups[k]});
        squares += points.back().value * points.back().value;
        luck += points.back().variance_by_luck;
    }
    if (squares / static_cast<double>(points.size()) <= values.least_variance() ||
        is_mostly_luck(squares - luck, luck))
        return std::nullopt;
    std::size_t const count = std::ranges::max(classes) + 1;
    auto const index = omega_squared(points, count, groups_of_a_jackknife);
    if (!index) return std::nullopt;
    return GivenDataIndex{*index, jackknife_interval(points, count, *index), count};
}
}  // namespace kochmon
