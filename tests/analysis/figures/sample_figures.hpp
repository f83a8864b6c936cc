// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include <fmt/format.h>

#include "analysis/figures/effect.hpp"
#include "analysis/figures/figure.hpp"
#include "analysis/figures/figure_rows.hpp"

namespace kochmon::tests
{
/// An effect of every kind of layer through three years, made up.
inline Figure an_effect(std::string const& name = "permit-fee")
{
    std::string csv = "month,time";
    for (char const* const measure :
         {"legality_by_right", "abroad", "naturalization_rate", "naturalizations"})
        for (char const* const part :
             {"effect", "low50", "high50", "low90", "high90", "q05", "q95", "direct"})
            csv += fmt::format(",{}_{}", measure, part);
    csv += '\n';
    for (int month = 0; month < 36; ++month)
    {
        double const time = 2010.0 + (month + 1) / 12.0;
        csv += fmt::format("{}-{:02},{:.4f}", 2010 + month / 12, month % 12 + 1, time);
        for (double const scale : {1.0, -10.0, 0.1, 100.0})
            for (double const part : {0.0, -0.3, 0.3, -0.8, 0.8, -1.2, 1.2, 0.2})
                csv += fmt::format(",{}", scale * (0.05 * month + part + 0.003));
        csv += '\n';
    }
    return figure_of_effect(csv, {.name = name,
                                  .base = "baseline",
                                  .replicates = 5,
                                  .nesting = {.populations = 5},
                                  .dates = {.at = {2010.0}, .label = "policy begins (2010-01)"},
                                  .shocks = "fee × 1.10 from 2010-01",
                                  .main = "Russia"});
}

/// Bars, dots, intervals and cells under labels that are given.
inline Figure bars_of_labels(std::vector<std::string> const& labels)
{
    Figure figure{.name = "bars",
                  .title = labels.front(),
                  .note = labels.back(),
                  .csv = "at,share,low_90,high_90,deviation,value,side\n"};
    FigurePanel bars{
        .title = labels.front(),
        .across = {.title = labels.back(), .holds_nought = true},
        .up = {.from = 0.4, .to = static_cast<double>(labels.size()) + 0.6, .is_named = true},
        .has_legend = true,
        .has_nought_upright = true,
        .rows = static_cast<double>(labels.size())};
    for (std::size_t at = 1; at <= labels.size(); ++at)
    {
        auto const k = static_cast<double>(at);
        figure.csv += fmt::format("{},{},{},{},{},{},{}\n", at, 2.0 * k, k, 3.0 * k, 0.5 * k,
                                  k - 3.0, at % 2 == 0 ? "even" : "odd");
        bars.up.tics.push_back({k, labels[at - 1]});
    }
    bars.layers = {{.mark = Mark::bars,
                    .x = "share",
                    .y = "at",
                    .label = labels.front(),
                    .colour = blue,
                    .rows = {{"side", "even"}}},
                   {.mark = Mark::bars,
                    .x = "share",
                    .y = "at",
                    .label = "odd ones",
                    .colour = orange,
                    .rows = {{"side", "odd"}}},
                   {.mark = Mark::errors_across,
                    .x = "",
                    .y = "at",
                    .low = "low_90",
                    .high = "high_90",
                    .label = "90 % interval"},
                   {.mark = Mark::points,
                    .x = "deviation",
                    .y = "at",
                    .label = "deviation",
                    .colour = vermilion,
                    .dot = Dot::diamond}};
    FigurePanel cells{.title = "Cells",
                      .across = {.title = "Share", .from = 0.0, .to = 20.0},
                      .up = bars.up,
                      .layers = {{.mark = Mark::cells, .x = "share", .y = "at", .value = "value"}},
                      .rows = bars.rows,
                      .colours = FigureColours{.from = -5.0,
                                               .to = 5.0,
                                               .is_around_nought = true,
                                               .title = labels.back(),
                                               .format = "%+.1f"}};
    figure.panels = {bars, cells};
    return figure;
}
}  // namespace kochmon::tests
