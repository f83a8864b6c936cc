// SPDX-License-Identifier: MIT
#include "analysis/story/held.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "analysis/page/chart_parts.hpp"
#include "analysis/story/told_measures.hpp"
#include "analysis/text/csv_table.hpp"

namespace kochmon
{
namespace
{
/// Four digits, and all before the decimal point.
std::string digits(double number)
{
    if (!std::isfinite(number)) return {};
    return std::abs(number) >= 1000 ? fmt::format("{:.0f}", number) : fmt::format("{:.4g}", number);
}

std::string answered(Words const& words, std::string const& question, std::string const& answer)
{
    return element("div",
                   element("p", element("strong", html_text(words.text(question)))) +
                       element("p", html_text(answer)),
                   "class=\"answer\"");
}

/// A table of `kochmon targets`: figures of the past, observed by month, or answers to policies.
struct Judged
{
    CsvTable table;
    std::string heading;  // a key of the catalogue
    bool is_of_shocks;

    std::string name(std::size_t row) const
    {
        return is_of_shocks ? table.cell(row, "shock") + ", " + table.cell(row, "answer")
                            : table.cell(row, "target");
    }
    std::string unit(std::size_t row) const
    {
        return table.cell(row, is_of_shocks ? "change" : "unit");
    }
    std::string source(std::size_t row) const
    {
        return is_of_shocks ? std::string() : table.cell(row, "source");
    }
};

Judged judged_in(ResultFolder const& result)
{
    if (result.holds("observed.csv"))
        return {CsvTable(result.text_of("observed.csv")), "targets.observed", false};
    if (result.holds("shocks.csv"))
        return {CsvTable(result.text_of("shocks.csv")), "targets.shocks", true};
    return {CsvTable(result.text_of("targets.csv")), "targets.heading", false};
}

PageTable table_of_targets(Judged const& judged, Words const& words)
{
    CsvTable const& targets = judged.table;
    PageTable table{.caption = words.text("targets.caption"),
                    .columns = {words.text("target"), words.text("what"), words.text("unit"),
                                words.text("verdict"), words.text("source"), words.text("model"),
                                words.text("interval"), words.text("band")},
                    .rows = {},
                    .words = 5};
    for (std::size_t row = 0; row < targets.size(); ++row)
    {
        auto const number = [&](char const* column) { return digits(targets.number(row, column)); };
        table.rows.push_back(
            {judged.name(row), targets.cell(row, "what"), judged.unit(row),
             words.group(targets.cell(row, "verdict"), "verdict"), judged.source(row),
             number("mean"), words("interval.cell", number("low"), number("high")),
             number("band_low").empty()
                 ? std::string()
                 : words("interval.cell", number("band_low"), number("band_high"))});
    }
    return table;
}

/// Where the model lies, the middle of the band at 0 and its ends at -1 and 1.
Chart chart_of_targets(Judged const& judged, Words const& words)
{
    CsvTable const& targets = judged.table;
    Chart chart{.id = "targets",
                .title = words.text("targets.title"),
                .note = words.text("targets.note"),
                .columns = {"target", "place_in_band", "low_90", "high_90"}};
    for (std::size_t row = 0; row < targets.size(); ++row)
    {
        double const from = targets.number(row, "band_low"), to = targets.number(row, "band_high");
        if (!std::isfinite(from) || !std::isfinite(to) || !(to > from)) continue;
        auto const placed = [&](char const* column)
        {
            double const place =
                (targets.number(row, column) - (from + to) / 2.0) / ((to - from) / 2.0);
            return std::isfinite(place) ? Json(std::clamp(place, -4.0, 4.0)) : Json();
        };
        chart.rows.push_back({fmt::format("{}: {}", judged.name(row), targets.cell(row, "what")),
                              placed("mean"), placed("low"), placed("high")});
    }
    Json target = names("target");
    target["sort"] = Json();
    target["axis"] = {{"labelLimit", 420}};
    auto const edge = [](int at) -> Json
    {
        return {{"mark", {{"type", "rule"}, {"strokeDash", {4, 3}}}},
                {"encoding", {{"x", {{"datum", at}}}}}};
    };
    Json x = quantity("place_in_band", words.text("targets.axis"));
    x["scale"] = {{"domain", {-4, 4}}};
    Json const tooltip = tooltip_of({{"target", words.text("target")}},
                                    {{"place_in_band", words.text("targets.axis")},
                                     {"low_90", words.text("interval.from")},
                                     {"high_90", words.text("interval.to")}});
    Json layers = dots_with_intervals(target, x, tooltip);
    layers.insert(layers.begin(), {edge(-1), edge(1)});
    chart.spec = {{"height", {{"step", 20}}}, {"layer", std::move(layers)}};
    return chart;
}

PageTable copied(CsvTable const& from, std::vector<std::string> const& columns,
                 std::string const& caption, std::size_t words, Words const& heads)
{
    PageTable table{.caption = caption, .columns = {}, .rows = {}, .words = words};
    for (std::string const& column : columns) table.columns.push_back(heads.column(column));
    for (std::size_t row = 0; row < from.size(); ++row)
    {
        table.rows.emplace_back();
        for (std::size_t k = 0; k < columns.size(); ++k)
        {
            std::string const& cell = from.cell(row, columns[k]);
            double const number = k < words ? NAN : from.number(row, columns[k]);
            table.rows.back().push_back(std::isfinite(number) ? digits(number) : cell);
        }
    }
    return table;
}
}  // namespace

void tell_targets(Page& page, ResultFolder const& result, Words const& words)
{
    Judged const told = judged_in(result);
    CsvTable const& targets = told.table;
    std::size_t judged = 0, inside = 0;
    for (std::size_t row = 0; row < targets.size(); ++row)
    {
        std::string const& verdict = targets.cell(row, "verdict");
        judged += verdict.empty() ? 0U : 1U;
        inside += verdict == "inside" ? 1U : 0U;
    }
    page.lead(answered(words, told.is_of_shocks ? "targets.question_of_shocks" : "targets.question",
                       words("targets.answer", inside, judged)));
    page.section("targets-met", words.text(told.heading));
    page.add(chart_of_targets(told, words));
    page.add(html_of(table_of_targets(told, words)));
}

void tell_calibration(Page& page, ResultFolder const& result, Words const& words)
{
    CsvTable const parameters(result.text_of("parameters.csv"));
    CsvTable const accepted(result.text_of("accepted.csv"));
    CsvTable const runs(result.text_of("runs.csv"));
    std::size_t pinned = 0, kept = 0;
    for (std::size_t row = 0; row < parameters.size(); ++row)
        pinned += parameters.cell(row, "verdict") == "pinned" ? 1U : 0U;
    for (std::size_t row = 0; row < accepted.size(); ++row)
        kept += accepted.cell(row, "accepted") == "yes" ? 1U : 0U;
    page.lead(answered(words, "calibration.question",
                       words("calibration.answer", kept, runs.size(), pinned, parameters.size())));
    page.section("calibrated", words.text("calibration.heading"));
    page.add(html_of(copied(parameters,
                            {"parameter", "unit", "verdict", "pinned_by", "low", "high",
                             "accepted_low", "accepted_high", "spread_ratio"},
                            words.text("calibration.parameters"), 4, words)));
    page.section("hangs-on", words.text("calibration.sensitivity"));
    page.add(html_of(
        copied(CsvTable(result.text_of("sensitivities.csv")),
               {"parameter", "target", "change", "standard_error", "main_share", "total_share"},
               words.text("calibration.sensitivities"), 2, words)));
    page.section("waves", words.text("calibration.waves"));
    page.add(html_of(
        copied(CsvTable(result.text_of("waves.csv")),
               {"wave", "target", "trusted", "runs", "share_left", "left_out_r2", "ruled_out"},
               words.text("calibration.waves"), 3, words)));
}
}  // namespace kochmon
