// SPDX-License-Identifier: MIT
#include "analysis/story/swept.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "engine/atomic_file.hpp"
#include "engine/error.hpp"

#include "analysis/story/provenance_told.hpp"
#include "analysis/sweep/study_account.hpp"

namespace kochmon
{
namespace
{
namespace fs = std::filesystem;
constexpr std::size_t most_points = 200;
constexpr std::size_t sentences_of_a_sweep = 3;

/// How many runs the tables hold, where that is not all.
std::string runs_missing(Swept const& told)
{
    CsvTable const points = told.table("points.csv");
    double done = 0.0;
    for (std::size_t row = 0; row < points.size(); ++row)
        done += points.number(row, "replicates_done");
    double const all = static_cast<double>(points.size()) * told.account().value("replicates", 1.0);
    return done < all ? told.words()("sweep.missing", fmt::format("{:.0f}", done),
                                     fmt::format("{:.0f}", all))
                      : std::string();
}

std::string answer_of(Swept const& told)
{
    Words const& words = told.words();
    std::string text = element(
        "p", element("strong", html_text(words("sweep.question", told.account().value("sweep", ""),
                                               told.last_month()))));
    for (std::size_t k = 0; k < std::min(sentences_of_a_sweep, told.measures().size()); ++k)
    {
        ToldMeasure const& measure = told.measures()[k];
        CsvTable const spread = told.of_measure("variance.csv", measure);
        if (spread.size() == 0 || !std::isfinite(spread.number(0, "standard_deviation")) ||
            !std::isfinite(spread.number(0, "parameters_share")))
            continue;  // of one point or replicate
        text += element(
            "p",
            html_text(words("sweep.sentence", measure.label,
                            in_words(spread.number(0, "standard_deviation") * measure.scale),
                            measure.change,
                            fmt::format("{:.0f}", 100.0 * spread.number(0, "parameters_share")),
                            spread.cell(0, "points"), spread.cell(0, "replicates"))));
    }
    if (std::string const missing = runs_missing(told); !missing.empty())
        text += element("p", html_text(missing));
    return element("div", text, "class=\"answer\"");
}

/// The points with their values, and the effects of each in the last month.
PageTable table_of_points(Swept const& told)
{
    CsvTable const points = told.table("points.csv");
    PageTable table{.caption = told.words()("sweep.points_caption",
                                            std::min(points.size(), most_points), points.size()),
                    .columns = {},
                    .rows = {},
                    .words = 1};
    for (std::string const& column : points.columns())
        if (column != "replicates_done") table.columns.push_back(column);
    table.words = table.columns.size();
    for (std::size_t row = 0; row < std::min(points.size(), most_points); ++row)
    {
        table.rows.emplace_back();
        for (std::string const& column : points.columns())
            if (column != "replicates_done") table.rows.back().push_back(points.cell(row, column));
    }
    for (ToldMeasure const& measure : told.measures())
    {
        CsvTable const means = told.of_measure("means.csv", measure);
        std::map<std::string, std::string> by_point;
        for (std::size_t row = 0; row < means.size(); ++row)
            by_point[means.cell(row, "point")] =
                in_words(means.number(row, "mean") * measure.scale);
        table.columns.push_back(fmt::format("{}, {}", measure.label, measure.unit));
        for (std::size_t row = 0; row < table.rows.size(); ++row)
            table.rows[row].push_back(by_point[points.cell(row, "point")]);
    }
    return table;
}

std::string summary_of(Swept const& told)
{
    fs::path const file = told.folder() / "summary.txt";
    if (!fs::is_regular_file(file)) return {};
    return element("pre", html_text_in_lines(read_whole_file(file)), "tabindex=\"0\" lang=\"en\"");
}

void tell_failures(Page& page, Swept const& told)
{
    CsvTable const failures = told.table("failures.csv");
    if (failures.size() == 0) return;
    PageTable table{.caption = told.words()("sweep.failures", failures.size()),
                    .columns = {told.words().column("point"), told.words().column("replicate"),
                                told.words().column("reason")},
                    .rows = {},
                    .words = 3};
    for (std::size_t row = 0; row < std::min(failures.size(), most_points); ++row)
        table.rows.push_back({failures.cell(row, "point"), failures.cell(row, "replicate"),
                              failures.cell(row, "reason")});
    page.add(html_of(table));
}

void tell_origin(Page& page, Swept const& told)
{
    Words const& words = told.words();
    Json const& account = told.account();
    page.section("cite", words.text("cite.heading"));
    page.add(element("p", html_text(citation(account.value("program", Json::object()),
                                             account.value("identity", ""), words))));
    page.section("provenance", words.text("provenance.heading"));
    page.add(element("p", html_text(words("sweep.tables_as_they_stand", told.folder().string()))));
    page.add(element("pre", html_text_in_lines(account.value("plan", "")), "tabindex=\"0\""));
}
}  // namespace

Swept::Swept(fs::path folder, Words const& words)
    : folder_(std::move(folder)), words_(words), account_(read_account(folder_ / "study.json"))
{
    if (!holds("means.csv"))
        throw FileError(fmt::format("{}: holds no tables yet; make them with 'kochmon analyse {}'",
                                    folder_.string(), folder_.string()));
    CsvTable const means = table("means.csv");
    for (std::size_t row = 0; row < means.size(); ++row)
        last_month_ = std::max(last_month_, means.cell(row, "month"));
    for (ToldMeasure const& measure : headline_measures(words))
        if (CsvTable const rows = of_measure("means.csv", measure); rows.size() > 0)
            measures_.push_back(in_the_period_of(measure, rows.cell(0, "unit"), words));
    if (measures_.empty())
        throw FileError(
            fmt::format("{}: its plan keeps none of the measures that a report shows; expected "
                        "legality_by_right "
                        "by jurisdiction, abroad or another of docs/report.md under 'keep'",
                        folder_.string()));
}

bool Swept::holds(std::string const& table) const
{
    return fs::is_regular_file(folder_ / "tables" / table);
}

CsvTable Swept::table(std::string const& name, std::string const& part) const
{
    return CsvTable(read_whole_file(folder_ / "tables" / name), part);
}

CsvTable Swept::of_measure(std::string const& name, ToldMeasure const& measure) const
{
    return table(name, fmt::format("{},{},{},{},", last_month_, measure.key.measure, measure.key.by,
                                   measure.key.group));
}

void tell_sweep(Page& page, Swept const& told)
{
    Words const& words = told.words();
    page.lead(answer_of(told));
    for (ToldMeasure const& measure : told.measures())
    {
        page.section("sensitivity-" + measure.key.measure, measure.label);
        for (Chart const& chart : charts_of(told, measure)) page.add(chart);
    }
    page.section("in-sentences", words.text("sweep.sentences"));
    page.add(summary_of(told));
    page.section("points", words.text("sweep.points"));
    page.add(html_of(table_of_points(told)));
    tell_failures(page, told);
    tell_origin(page, told);
}
}  // namespace kochmon
