// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "analysis/compare/effects.hpp"
#include "analysis/figures/figure.hpp"
#include "analysis/statistics/nesting.hpp"

namespace kochmon
{
/// Numbers of the figure: a row a month, for each of its measures the effect, the interval of its
/// mean and the spread over replicates.
std::string effect_figure_csv(SeriesRecorder const& base, PolicySeries const& policy,
                              Nesting const& nesting = {});

/// What a figure tells of the comparison that it shows.
struct FigureOfPolicy
{
    std::string name;
    std::string base;
    std::uint32_t replicates = 1;
    Nesting nesting = {};
    FigureDates dates = {};
    std::string shocks = {};  // in words
    std::string main = {};    // jurisdiction, as a text writes it
};

/// What a policy does to legality and naturalization in the main jurisdiction, to the people abroad
/// and to the number naturalized through time, from such a CSV.
Figure figure_of_effect(std::string const& csv, FigureOfPolicy const& policy);
}  // namespace kochmon
