// SPDX-License-Identifier: MIT
#include "analysis/story/explorer.hpp"

#include <algorithm>
#include <cmath>
#include <set>

#include <fmt/format.h>

#include "analysis/story/effect_charts.hpp"

namespace kochmon
{
namespace
{
/// A name into a list that holds each once.
void note(std::vector<std::string>& names, std::string const& name)
{
    if (std::ranges::find(names, name) == names.end()) names.push_back(name);
}

/// Six digits are more than any chart shows.
Json rounded(double value)
{
    return std::isfinite(value) ? Json(std::stod(fmt::format("{:.6g}", value))) : Json();
}

std::string select_of(std::string const& label, std::string const& name,
                      std::vector<std::pair<std::string, std::string>> const& options)
{
    std::string html;
    for (auto const& [value, text] : options)
        html += element("option", html_text(text), fmt::format("value=\"{}\"", html_text(value)));
    return element("label", html_text(label) + ' ' +
                                element("select", html, fmt::format("name=\"{}\"", name)));
}
}  // namespace

Explorer::Line& Explorer::line_of(std::string const& measure, std::string const& group,
                                  std::string const& scenario)
{
    auto const [found, is_new] =
        at_.emplace(fmt::format("{}\n{}\n{}", measure, group, scenario), lines_.size());
    if (is_new) lines_.push_back({measure, group, scenario});
    return lines_[found->second];
}

void Explorer::add(ToldMeasure const& measure, std::string const& group,
                   std::string const& scenario, std::pair<std::string, double> const& value)
{
    if (std::ranges::none_of(measures_, [&](ToldMeasure const& one)
                             { return one.key.measure == measure.key.measure; }))
        measures_.push_back(measure);
    note(groups_, group);
    note(scenarios_, scenario);
    line_of(measure.key.measure, group, scenario).by_month.insert(value);
}

ToldMeasure const& Explorer::measure_named(std::string const& name) const
{
    return *std::ranges::find_if(measures_,
                                 [&](ToldMeasure const& one) { return one.key.measure == name; });
}

std::string Explorer::controls() const
{
    std::vector<std::pair<std::string, std::string>> measures, groups;
    measures.reserve(measures_.size());
    groups.reserve(groups_.size());
    for (ToldMeasure const& one : measures_)
        measures.emplace_back(one.key.measure, one.of_any_group);
    for (std::string const& group : groups_) groups.emplace_back(group, group);
    return select_of(words_.text("measure"), "measure", measures) +
           select_of(words_.text("group"), "group", groups);
}

Json Explorer::months() const
{
    std::set<std::string> months;
    for (Line const& line : lines_)
        for (auto const& [month, value] : line.by_month) months.insert(month);
    return months;
}

Json Explorer::series(Json const& months) const
{
    Json series = Json::array();
    for (Line const& line : lines_)
    {
        ToldMeasure const& measure = measure_named(line.measure);
        Json values = Json::array();
        for (Json const& month : months)
        {
            auto const found = line.by_month.find(month.get<std::string>());
            values.push_back(found == line.by_month.end() ? Json()
                                                          : rounded(found->second * measure.scale));
        }
        series.push_back({{"measure", line.measure},
                          {"label", measure.of_any_group},
                          {"unit", measure.unit},
                          {"group", line.group},
                          {"scenario", line.scenario},
                          {"values", std::move(values)}});
    }
    return series;
}

Chart Explorer::chart() const
{
    Chart chart{.id = "explorer",
                .title = words_.text("explorer.title"),
                .note = words_.text("explorer.note"),
                .columns = {"month", "measure", "group", "scenario", "value"}};
    chart.controls = controls();
    chart.spec = lines_by_scenario(scenarios_, measures_.front().unit, words_);
    Json const months = this->months();
    chart.more = {{"series", series(months)}, {"months", months}};
    return chart;
}
}  // namespace kochmon
