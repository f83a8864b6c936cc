// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "analysis/page/effect_rows.hpp"
#include "analysis/page/page.hpp"

namespace kochmon
{
/// A measure of a comparison as a reader wants it.
struct ToldMeasure
{
    RowKey key;
    std::string label;  // with whom it is about
    std::string unit;   // after scaling
    double scale = 1.0;
    std::string change;             // the unit of a difference
    std::string of_any_group = {};  // the label without a place, where the first names one
};

/// Base and policies through time.
Chart chart_of_levels(ToldMeasure const& measure, std::vector<EffectRow> const& rows,
                      std::string const& base);
/// Policy less base through time: the paired band, the unpaired one thin behind it, the zero line,
/// and where the difference begins.
Chart chart_of_effects(ToldMeasure const& measure, std::vector<EffectRow> const& rows);
/// The policies side by side: the effect of each on each measure in the last month.
Chart chart_of_policies(std::vector<ToldMeasure> const& measures,
                        std::vector<std::vector<EffectRow>> const& rows);
}  // namespace kochmon
