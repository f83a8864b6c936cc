// SPDX-License-Identifier: MIT
#include "analysis/story/ran.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "engine/error.hpp"

#include "analysis/page/chart_parts.hpp"
#include "analysis/story/explorer.hpp"
#include "analysis/story/map.hpp"
#include "analysis/story/series_table.hpp"

namespace kochmon
{
namespace
{
constexpr std::size_t sentences_of_a_run = 3;
constexpr std::size_t lines_of_a_run = 6;
/// Groups in which a reader looks first; the tables hold more.
constexpr std::array<char const*, 8> groups_looked_at = {
    "total", "origin", "destination", "jurisdiction", "sex", "age", "sector", "years_abroad"};

/// A measure of a run and its values.
struct Levels
{
    ToldMeasure measure;
    std::vector<MonthValue> values;
};

class Ran
{
  public:
    Ran(ResultFolder const& result, Words const& words)
        : result_(result), words_(words), series_(result.text_of("series.csv"))
    {
        headlines_ = levels_of(headline_measures(words));
        if (headlines_.empty())
            throw FileError(
                fmt::format("{}: series.csv keeps none of the measures that a report shows; run "
                            "the scenario without --measures",
                            (result.place() / "series.csv").string()));
    }

    void tell(Page& page) const
    {
        page.lead(answer());
        page.section("rates", words_.text("rates.heading"));
        for (std::size_t k = 0; k < std::min(lines_of_a_run, headlines_.size()); ++k)
            page.add(chart_of(headlines_[k]));
        page.section("levels", words_.text("run.levels"));
        page.add(html_of(table_of(headlines_, words_.text("run.levels_caption"))));
        page.section("groups", words_.text("groups.heading"));
        page.add(explorer());
        std::vector<Chart> const maps = this->maps();
        if (!maps.empty()) page.section("map", words_.text("map.heading"));
        for (Chart const& map : maps) page.add(map);
        tell_table(page, "money", money_measures(words_));
        tell_table(page, "enforcement", enforcement_measures(words_));
    }

  private:
    std::string scenario() const { return result_.account().value("scenario", "scenario"); }

    void tell_table(Page& page, std::string const& key,
                    std::vector<ToldMeasure> const& measures) const
    {
        std::vector<Levels> const levels = levels_of(measures);
        if (levels.empty()) return;
        page.section(key, words_.text(key + ".heading"));
        page.add(html_of(table_of(levels, words_.text(key + ".caption"))));
    }

    std::vector<Levels> levels_of(std::vector<ToldMeasure> const& measures) const
    {
        std::vector<Levels> kept;
        for (ToldMeasure const& measure : measures)
            if (auto values = series_.values(measure.key); !values.empty())
                kept.push_back(
                    {in_the_period_of(measure, series_.unit(measure.key.measure), words_),
                     std::move(values)});
        return kept;
    }

    std::string answer() const
    {
        MonthValue const& last = headlines_.front().values.back();
        std::string text = element(
            "p", element("strong", html_text(words_("run.question", scenario(), last.month))));
        for (std::size_t k = 0; k < std::min(sentences_of_a_run, headlines_.size()); ++k)
        {
            auto const& [measure, values] = headlines_[k];
            MonthValue const& value = values.back();
            std::string const mean = in_words(value.mean * measure.scale);
            text += element(
                "p",
                html_text(value.replicates == 1
                              ? words_("run.sentence_of_one", measure.label, mean, measure.unit)
                              : words_("run.sentence", measure.label, mean, measure.unit,
                                       value.replicates, in_words(value.lowest * measure.scale),
                                       in_words(value.highest * measure.scale))));
        }
        return element("div", text, "class=\"answer\"");
    }

    Chart chart_of(Levels const& levels) const
    {
        auto const& [measure, values] = levels;
        Chart chart{.id = "level-" + measure.key.measure,
                    .title = fmt::format("{}, {}", measure.label, measure.unit),
                    .note = words_.text("run.note"),
                    .columns = {"month", "mean", "lowest", "highest"}};
        std::ranges::replace(chart.id, '_', '-');
        for (MonthValue const& value : values)
            chart.rows.push_back({value.month, value.mean * measure.scale,
                                  value.lowest * measure.scale, value.highest * measure.scale});
        Json const band = {{"mark", {{"type", "area"}, {"opacity", 0.25}, {"color", first_colour}}},
                           {"encoding",
                            {{"x", month_axis()},
                             {"y", quantity("lowest", measure.unit)},
                             {"y2", {{"field", "highest"}}}}}};
        Json const line = {
            {"mark", {{"type", "line"}, {"strokeWidth", 2}, {"color", first_colour}}},
            {"encoding",
             {{"x", month_axis()},
              {"y", quantity("mean", measure.unit)},
              {"tooltip", tooltip_of({{"month", words_.text("month")}},
                                     {{"mean", words_.text("mean")},
                                      {"lowest", words_.text("lowest")},
                                      {"highest", words_.text("highest")}})}}}};
        chart.spec = {{"height", height_of_a_chart}, {"layer", Json::array({band, line})}};
        chart.spec["layer"][0]["encoding"]["y"]["scale"] = {{"zero", false}};
        chart.spec["layer"][1]["encoding"]["y"]["scale"] = {{"zero", false}};
        return chart;
    }

    /// Levels in the first and the last month.
    PageTable table_of(std::vector<Levels> const& levels, std::string const& caption) const
    {
        PageTable table{.caption = caption,
                        .columns = {words_.text("measure"), words_.text("unit")},
                        .rows = {},
                        .words = 2};
        table.columns.insert(table.columns.end(), {levels.front().values.front().month,
                                                   levels.front().values.back().month,
                                                   words_.text("lowest"), words_.text("highest")});
        for (auto const& [measure, values] : levels)
        {
            MonthValue const &first = values.front(), &last = values.back();
            table.rows.push_back({measure.label, measure.unit, in_words(first.mean * measure.scale),
                                  in_words(last.mean * measure.scale),
                                  in_words(last.lowest * measure.scale),
                                  in_words(last.highest * measure.scale)});
        }
        return table;
    }

    Chart explorer() const
    {
        Explorer explorer(words_);
        for (Levels const& one : headlines_)
            for (RowKey const& key : series_.groups(one.measure.key.measure))
            {
                if (std::ranges::find(groups_looked_at, key.by) == groups_looked_at.end()) continue;
                std::string const group = key.by == "total"
                                              ? words_.group("total")
                                              : fmt::format("{}: {}", words_.group(key.by),
                                                            words_.group(key.group, key.by));
                for (MonthValue const& value : series_.values(key))
                    explorer.add(one.measure, group, scenario(), {value.month, value.mean});
            }
        return explorer.chart();
    }

    std::vector<Chart> maps() const
    {
        std::vector<PersonsAt> persons;
        std::string month;
        for (RowKey const& key : series_.groups("abroad"))
            if (key.by == "origin" || key.by == "destination")
                if (auto const values = series_.values(key); !values.empty())
                {
                    persons.push_back({key.by, key.group, values.back().mean});
                    month = values.back().month;
                }
        return maps_of(persons, words_("map.title", scenario(), month), words_);
    }

    ResultFolder const& result_;
    Words const& words_;
    SeriesTable series_;
    std::vector<Levels> headlines_;
};
}  // namespace

void tell_run(Page& page, ResultFolder const& result, Words const& words)
{
    Ran(result, words).tell(page);
}
}  // namespace kochmon
