// SPDX-License-Identifier: MIT
#include "analysis/sweep/tornado.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include <fmt/format.h>

#include "analysis/text/csv_text.hpp"

namespace kochmon
{
namespace
{
/// What the points of one factor do to one row.
struct Bar
{
    std::size_t factor = 0;
    PointEffect const* lowest = nullptr;
    PointEffect const* highest = nullptr;

    void take(PointEffect const& effect)
    {
        if (lowest == nullptr || effect.difference.mean < lowest->difference.mean) lowest = &effect;
        if (highest == nullptr || effect.difference.mean > highest->difference.mean)
            highest = &effect;
    }
    /// From the lowest to the highest, the base between or beside them.
    double width() const
    {
        return std::max(highest->difference.mean, 0.0) - std::min(lowest->difference.mean, 0.0);
    }
};

std::vector<Bar> bars_of(Study const& study, std::vector<PointEffect const*> const& effects)
{
    std::map<std::size_t, Bar> by_factor;
    for (PointEffect const* const effect : effects)
    {
        auto const factor = factor_moved_by(study.points()[effect->point]);
        if (!factor) continue;
        Bar& bar = by_factor[*factor];
        bar.factor = *factor;
        bar.take(*effect);
    }
    std::vector<Bar> bars;
    bars.reserve(by_factor.size());
    for (auto const& [factor, bar] : by_factor) bars.push_back(bar);
    std::ranges::stable_sort(bars, std::greater<>(), &Bar::width);
    return bars;
}

std::string end_of(Study const& study, std::size_t factor, PointEffect const& effect)
{
    std::string const& value = study.points()[effect.point].values[factor];
    return fmt::format("{},{}", value.starts_with('-') ? value : csv_cell(value),
                       cells_of_interval(effect.difference));
}
}  // namespace

std::string cells_of_interval(NestedSpread const& spread)
{
    auto const end = [&](double Interval::*which)
    { return spread.nine_in_ten ? csv_number((*spread.nine_in_ten).*which) : std::string(); };
    return fmt::format("{},{},{}", csv_number(spread.mean), end(&Interval::low),
                       end(&Interval::high));
}

std::optional<std::size_t> factor_moved_by(SweepPoint const& point)
{
    std::optional<std::size_t> moved;
    for (std::size_t k = 0; k < point.values.size(); ++k)
    {
        if (point.values[k] == as_in_base) continue;
        if (moved) return std::nullopt;
        moved = k;
    }
    return moved;
}

std::string tornado_csv(Study const& study, std::vector<PointEffect> const& effects)
{
    std::vector<std::string> order;
    std::map<std::string, std::vector<PointEffect const*>> by_row;
    for (PointEffect const& effect : effects)
    {
        auto& of_row = by_row[effect.what.row()];
        if (of_row.empty()) order.push_back(effect.what.row());
        of_row.push_back(&effect);
    }
    std::string csv =
        "month,measure,by,group,rank,factor,width,lowest_value,lowest_difference,lowest_low_90,"
        "lowest_high_90,highest_value,highest_difference,highest_low_90,highest_high_90,unit\n";
    for (std::string const& row : order)
    {
        std::size_t rank = 0;
        for (Bar const& bar : bars_of(study, by_row[row]))
            csv += fmt::format("{},{},{},{},{},{},{}\n", row, ++rank,
                               csv_cell(study.plan().factors[bar.factor].name),
                               csv_number(bar.width()), end_of(study, bar.factor, *bar.lowest),
                               end_of(study, bar.factor, *bar.highest),
                               csv_cell(bar.lowest->what.unit));
    }
    return csv;
}
}  // namespace kochmon
