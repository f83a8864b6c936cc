// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "analysis/page/page.hpp"
#include "analysis/story/told_measures.hpp"

// Charts of a comparison.
namespace kochmon
{
/// A measure, and what a comparison tells of it.
struct ToldRows
{
    ToldMeasure measure;
    std::vector<EffectRow> rows;
};

/// Base and policies through time.
Chart chart_of_levels(ToldRows const& told, std::string const& base, Words const& words);
/// Policy less base through time: the paired band, the unpaired one thin behind it, the zero line,
/// and where the difference begins.
Chart chart_of_effects(ToldRows const& told, Words const& words);
/// The policies side by side: the effect of each on each measure in the last month.
Chart chart_of_policies(std::vector<ToldRows> const& told, Words const& words);
/// Lines by scenario of rows `month, scenario, value`.
Json lines_by_scenario(Json const& scenarios, std::string const& unit, Words const& words);
}  // namespace kochmon
