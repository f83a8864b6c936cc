// SPDX-License-Identifier: MIT
#include "analysis/figures/effect.hpp"

#include <array>

#include <fmt/format.h>

#include "analysis/figures/axis.hpp"
#include "analysis/figures/figure_rows.hpp"
#include "analysis/text/csv_text.hpp"

namespace kochmon
{
namespace
{
struct Panel
{
    char const* measure;
    Breakdown by;
    double scale;
    char const* title;  // with a place for the main jurisdiction
    char const* unit;
};
constexpr std::array<Panel, 4> effect_panels = {
    Panel{"legality_by_right", Breakdown::jurisdiction, 100.0,
          "Workers with the right to work in {}", "Percentage points"},
    Panel{"abroad", Breakdown::total, 1e-3, "Migrants abroad at month end", "Thousand persons"},
    Panel{"naturalization_rate", Breakdown::jurisdiction, 1.0, "Naturalization rate in {}",
          "Per 100 foreigners a year"},
    Panel{"naturalizations", Breakdown::total, 1.0, "Naturalizations", "Persons a month"}};
// Columns of the CSV: month, time, then for each panel these.
constexpr std::array<char const*, 8> parts = {"effect", "low50", "high50", "low90",
                                              "high90", "q05",   "q95",    "direct"};

std::string header()
{
    std::string header = "month,time";
    for (Panel const& panel : effect_panels)
        for (char const* const part : parts) header += fmt::format(",{}_{}", panel.measure, part);
    return header + '\n';
}

std::string scaled(std::optional<double> number, double scale)
{
    return number ? csv_number(*number * scale) : std::string();
}

std::string cells(PairedSample const& sample, Nesting const& nesting, double scale)
{
    if (sample.replicates() == 0) return ",,,,,,,,";
    PairedEffect const effect = nested_effect(sample, nesting).effect;
    auto const low = [](std::optional<Interval> const& interval)
    { return interval ? std::optional(interval->low) : std::nullopt; };
    auto const high = [](std::optional<Interval> const& interval)
    { return interval ? std::optional(interval->high) : std::nullopt; };
    std::array<double, 5> const spread = quantiles(differences(sample));
    return fmt::format(",{},{},{},{},{},{},{},{}", csv_number(effect.difference * scale),
                       scaled(low(effect.half), scale), scaled(high(effect.half), scale),
                       scaled(low(effect.nine_in_ten), scale),
                       scaled(high(effect.nine_in_ten), scale), csv_number(spread.front() * scale),
                       csv_number(spread.back() * scale), scaled(effect.direct, scale));
}

FigurePanel panel_of_effect(Panel const& told, std::string const& main)
{
    auto const column = [&](char const* part) { return fmt::format("{}_{}", told.measure, part); };
    FigurePanel panel{.title = fmt::format(fmt::runtime(told.title), main),
                      .across = {.title = "Year", .is_time = true},
                      .up = {.title = told.unit, .holds_nought = true},
                      .has_nought_line = true};
    panel.layers = {
        {.mark = Mark::band,
         .low = column("low90"),
         .high = column("high90"),
         .label = "mean effect, 90 % interval",
         .colour = blue,
         .strength = 0.22},
        {.mark = Mark::band,
         .low = column("low50"),
         .high = column("high50"),
         .label = "50 % interval",
         .colour = blue,
         .strength = 0.35,
         .beneath = 0.22},
        {.y = column("q05"),
         .label = "5 and 95 % of the replicates",
         .colour = 0x666666,
         .stroke = Stroke::dotted,
         .width = 0.6},
        {.y = column("q95"), .colour = 0x666666, .stroke = Stroke::dotted, .width = 0.6},
        {.y = column("effect"), .label = "mean effect", .colour = navy, .width = 1.3},
        {.y = column("direct"),
         .label = "of the rule alone (direct)",
         .colour = vermilion,
         .stroke = Stroke::dashed}};
    return panel;
}

/// What stands in every row is that of one replicate.
void leave_out_spread(FigurePanel& panel)
{
    std::erase_if(panel.layers,
                  [](FigureLayer const& layer) {
                      return layer.mark == Mark::band || layer.y.ends_with("_q05") ||
                             layer.y.ends_with("_q95");
                  });
}

std::string note_of_effect(FigureOfPolicy const& policy)
{
    std::string const replicates =
        policy.replicates > 1
            ? fmt::format(
                  "{} replicates, each run with the same random draws under both; intervals hold "
                  "{}.",
                  policy.replicates, what_varies(policy.nesting))
            : std::string("One replicate, run with the same random draws under both.");
    return policy.shocks.empty() ? replicates
                                 : fmt::format("Policy: {}. {}", policy.shocks, replicates);
}
}  // namespace

std::string effect_figure_csv(SeriesRecorder const& base, PolicySeries const& policy,
                              Nesting const& nesting)
{
    std::string csv = header();
    for (std::size_t at = 0; at < base.months(); ++at)
    {
        csv += fmt::format("{},{:.4f}", base.month(at).text(), time_of(base.month(at)));
        for (Panel const& panel : effect_panels)
            csv += cells(sample_of(base, policy, base.column(panel.measure, panel.by), at), nesting,
                         panel.scale);
        csv += '\n';
    }
    return csv;
}

Figure figure_of_effect(std::string const& csv, FigureOfPolicy const& policy)
{
    Figure figure{.name = "effect-" + policy.name,
                  .title = fmt::format("Effect of the policy {}: difference from {}",
                                       in_words(policy.name), in_words(policy.base)),
                  .note = note_of_effect(policy),
                  .csv = csv,
                  .columns = 2,
                  .dates = policy.dates};
    for (Panel const& panel : effect_panels)
        figure.panels.push_back(panel_of_effect(panel, policy.main));
    if (policy.replicates == 1)
        for (FigurePanel& panel : figure.panels) leave_out_spread(panel);
    return as_numbers_allow(std::move(figure));
}
}  // namespace kochmon
