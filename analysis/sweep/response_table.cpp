// SPDX-License-Identifier: MIT
#include "analysis/sweep/response_table.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "config/plain_decimal.hpp"

#include "analysis/text/csv_text.hpp"

namespace kochmon
{
namespace
{
constexpr std::size_t most_single_values = 12;
constexpr std::size_t most_listed_values = 100;
constexpr std::size_t most_classes = 8;
constexpr std::size_t fewest_of_a_class = 4;

/// Points that stand at one value of a factor, or near each other.
using PointsOfAClass = std::vector<std::size_t>;  // from 0: point 1

/// Values that follow each other, joined to so many classes of about as many points each. Points at
/// one value stay together, or a class would hold what other factors do.
std::vector<PointsOfAClass> joined_classes(std::vector<PointsOfAClass> const& each,
                                           std::size_t points)
{
    std::size_t const count = std::clamp<std::size_t>(points / fewest_of_a_class, 1, most_classes);
    std::vector<PointsOfAClass> classes;
    std::size_t place = 0, last = count;
    for (PointsOfAClass const& value : each)
    {
        std::size_t const at = place * count / points;
        if (at != last) classes.emplace_back();
        last = at;
        classes.back().insert(classes.back().end(), value.begin(), value.end());
        place += value.size();
    }
    return classes;
}

/// By the value of a list or of steps; of other ranges, near each other.
std::vector<PointsOfAClass> classes_of_points(std::vector<double> const& positions, bool is_listed)
{
    std::vector<std::size_t> order;
    for (std::size_t k = 0; k < positions.size(); ++k)
        if (!std::isnan(positions[k])) order.push_back(k);
    std::ranges::stable_sort(order, {}, [&](std::size_t k) { return positions[k]; });
    std::vector<PointsOfAClass> each;
    for (std::size_t const k : order)
    {
        if (each.empty() || positions[each.back().front()] != positions[k]) each.emplace_back();
        each.back().push_back(k);
    }
    std::size_t const most = is_listed ? most_listed_values : most_single_values;
    return each.size() <= most ? each : joined_classes(each, order.size());
}

class ResponseWriter
{
  public:
    ResponseWriter(Study const& study, LastRow const& row) : study_(study), row_(row) {}

    std::string lines_of(std::size_t factor, std::vector<PointsOfAClass> const& classes) const
    {
        std::string lines;
        for (PointsOfAClass const& points : classes)
        {
            PointsOfAClass whole;
            std::ranges::copy_if(points, std::back_inserter(whole),
                                 [&](std::size_t point) { return row_.points.is_whole(point); });
            lines += fmt::format("{},{},{},{},{},{},{}\n", row_.what.row(),
                                 csv_cell(study_.plan().factors[factor].name),
                                 position_of(factor, points), cell_of(factor, points), whole.size(),
                                 whole.empty() || !has_base() ? ",,,," : cells_of(whole),
                                 csv_cell(row_.what.unit));
        }
        return lines;
    }

  private:
    bool is_compared() const { return study_.plan().compares_to_base; }
    bool has_base() const { return !is_compared() || row_.base.is_whole(0); }
    std::string const& value_of(std::size_t factor, std::size_t point) const
    {
        return study_.points()[point + 1].values[factor];
    }

    /// The mean number of the class; empty where values are no numbers.
    std::string position_of(std::size_t factor, PointsOfAClass const& points) const
    {
        double sum = 0.0;
        for (std::size_t const point : points)
        {
            auto const number = leading_number(value_of(factor, point));
            if (!number) return {};
            sum += *number;
        }
        return csv_number(sum / static_cast<double>(points.size()));
    }
    std::string cell_of(std::size_t factor, PointsOfAClass const& points) const
    {
        std::string const& low = value_of(factor, points.front());
        std::string const& high = value_of(factor, points.back());
        std::string const text = low == high ? low : fmt::format("{} to {}", low, high);
        return text.starts_with('-') ? text : csv_cell(text);
    }

    double value(std::size_t point, std::size_t replicate) const
    {
        double const value = row_.points.of(point)[replicate];
        return is_compared() ? value - row_.base.of(0)[replicate] : value;
    }
    std::string cells_of(PointsOfAClass const& points) const
    {
        auto const n = static_cast<double>(points.size());
        auto const replicates = static_cast<double>(row_.points.replicates());
        std::vector<double> by_replicate(row_.points.replicates(), 0.0);
        std::vector<double> by_point(points.size(), 0.0);
        for (std::size_t k = 0; k < points.size(); ++k)
            for (std::size_t r = 0; r < by_replicate.size(); ++r)
            {
                by_replicate[r] += value(points[k], r) / n;
                by_point[k] += value(points[k], r) / replicates;
            }
        Nesting const& nesting = study_.plan().nesting;
        auto const spread = quantiles(by_point);
        return fmt::format(
            "{},{},{}",
            cells_of_interval(nested_spread(nested(by_replicate, {}, nesting), nesting)),
            csv_number(spread.front()), csv_number(spread.back()));
    }

    Study const& study_;
    LastRow const& row_;
};
}  // namespace

std::optional<double> leading_number(std::string const& value)
{
    auto const decimal = plain_decimal(value.substr(0, value.find(' ')));
    return decimal ? nearest_double(*decimal) : std::nullopt;
}

std::string responses_csv(Study const& study, std::vector<LastRow> const& rows)
{
    std::string csv =
        "month,measure,by,group,factor,position,value,points,mean,low_90,high_90,points_05,"
        "points_95,unit\n";
    std::vector<Factor> const& factors = study.plan().factors;
    std::vector<std::vector<PointsOfAClass>> classes;
    classes.reserve(factors.size());
    for (std::size_t factor = 0; factor < factors.size(); ++factor)
        classes.push_back(
            classes_of_points(positions_of(study.points(), factors[factor], factor),
                              !factors[factor].range || factors[factor].range->steps > 0));
    for (LastRow const& row : rows)
        for (std::size_t factor = 0; factor < factors.size(); ++factor)
            csv += ResponseWriter(study, row).lines_of(factor, classes[factor]);
    return csv;
}
}  // namespace kochmon
