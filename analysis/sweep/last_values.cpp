// SPDX-License-Identifier: MIT
#include "analysis/sweep/last_values.hpp"

#include <algorithm>
#include <limits>

#include "config/plain_decimal.hpp"

namespace kochmon
{
namespace
{
/// Of a value that is one of a list: its place there.
double place_in(std::vector<std::string> const& values, std::string const& value)
{
    return static_cast<double>(std::ranges::find(values, value) - values.begin());
}
}  // namespace

void LastValues::add(std::size_t point, std::uint32_t replicate, StudyValue const& value)
{
    if (value.month < month_) return;
    if (value.month > month_)
    {
        month_ = value.month;
        rows_.clear();
        at_.clear();
    }
    auto const [found, is_new] = at_.emplace(value.row(), rows_.size());
    if (is_new)
        rows_.push_back({value, DesignValues(1, replicates_), DesignValues(points_, replicates_)});
    auto const number = value.value.empty() ? std::nullopt : nearest_double(value.value);
    if (!number || replicate >= replicates_) return;
    LastRow& row = rows_[found->second];
    (point == 0 ? row.base.at(0, replicate) : row.points.at(point - 1, replicate)) = *number;
}

std::vector<double> positions_of(std::vector<SweepPoint> const& points, Factor const& factor,
                                 std::size_t number)
{
    std::vector<std::string> texts = factor.levels();
    if (factor.range && texts.empty())
        texts = {factor.text_at_level(0.0), factor.text_at_level(1.0)};
    std::vector<double> positions;
    positions.reserve(points.size());
    for (SweepPoint const& point : points)
    {
        if (point.number == 0) continue;
        std::string const& value = point.values[number];
        if (value == as_in_base)
            positions.push_back(std::numeric_limits<double>::quiet_NaN());
        else if (factor.range && !point.unit.empty())
            positions.push_back(point.unit[number]);
        else
            positions.push_back(place_in(texts, value));
    }
    return positions;
}
}  // namespace kochmon
