// SPDX-License-Identifier: MIT
#include "analysis/story/lived.hpp"

#include <algorithm>
#include <array>
#include <map>

#include <fmt/format.h>

#include "analysis/page/chart_parts.hpp"
#include "analysis/text/csv_table.hpp"

namespace kochmon
{
namespace
{
constexpr std::array<char const*, 5> waits = {"permit", "irregularity", "overstay", "return",
                                              "citizenship"};
constexpr double months_shown = 120.0;
constexpr double normal_90 = 1.6448536269514722;  // of the standard normal, 5 % beyond

std::string percent(double share)
{
    return fmt::format("{:.1f}", 100.0 * share);
}

std::string wait_in_words(std::string const& wait, Words const& words)
{
    return words.group(wait, "wait");
}

/// Rows of all persons together, each wait with its own cause.
CsvTable total_of(ResultFolder const& result, std::string const& wait)
{
    return CsvTable(result.text_of("life_tables.csv"),
                    fmt::format("total,total,{},{},", wait, wait));
}

/// A wait a sentence: who has met what it waits for within one year and five.
std::string answer_of_lives(ResultFolder const& result, Words const& words)
{
    std::string text = element("p", element("strong", html_text(words.text("lives.question"))));
    for (char const* const wait : waits)
    {
        CsvTable const table = total_of(result, wait);
        std::map<std::string, double> incidence;
        for (std::size_t row = 0; row < table.size(); ++row)
            incidence[table.cell(row, "months")] = table.number(row, "incidence");
        if (!incidence.contains("12") || !incidence.contains("60")) continue;
        text += element("p", html_text(words("lives.sentence", wait_in_words(wait, words),
                                             percent(incidence["12"]), percent(incidence["60"]))));
    }
    return element("div", text, "class=\"answer\"");
}

Chart chart_of_waits(ResultFolder const& result, Words const& words)
{
    Chart chart{.id = "incidences",
                .title = words.text("lives.incidences"),
                .note = words.text("lives.incidences_note"),
                .columns = {"wait", "months", "incidence", "low_90", "high_90", "at_risk"}};
    Json in_order = Json::array();
    for (char const* const wait : waits)
    {
        in_order.push_back(wait_in_words(wait, words));
        CsvTable const table = total_of(result, wait);
        for (std::size_t row = 0; row < table.size(); ++row)
        {
            double const months = table.number(row, "months");
            if (months > months_shown) break;
            double const incidence = 100.0 * table.number(row, "incidence");
            double const half = normal_90 * 100.0 * table.number(row, "incidence_se");
            chart.rows.push_back({in_order.back(), months, number_or_none(incidence),
                                  number_or_none(std::max(0.0, incidence - half)),
                                  number_or_none(std::min(100.0, incidence + half)),
                                  number_or_none(table.number(row, "at_risk"))});
        }
    }
    Json const x = quantity("months", words.text("lives.months"));
    std::string const unit = words.text("lives.percent");
    Json const band = {
        {"mark", {{"type", "area"}, {"opacity", 0.3}, {"color", first_colour}}},
        {"encoding", {{"x", x}, {"y", quantity("low_90", unit)}, {"y2", {{"field", "high_90"}}}}}};
    Json const line = {{"mark", {{"type", "line"}, {"color", first_colour}}},
                       {"encoding",
                        {{"x", x},
                         {"y", quantity("incidence", unit)},
                         {"tooltip", tooltip_of({{"wait", words.text("lives.wait")}},
                                                {{"months", words.text("lives.months")},
                                                 {"incidence", unit},
                                                 {"low_90", words.text("interval.from")},
                                                 {"high_90", words.text("interval.to")},
                                                 {"at_risk", words.text("lives.at_risk")}})}}}};
    chart.spec = {{"facet", panels_by("wait", in_order)},
                  {"spec", {{"height", height_of_a_panel}, {"layer", Json::array({band, line})}}}};
    return chart;
}

/// Who is where so long after an arrival, one status above the other.
Chart chart_of_statuses(ResultFolder const& result, Words const& words)
{
    Chart chart{.id = "statuses",
                .title = words.text("lives.statuses"),
                .note = words.text("lives.statuses_note"),
                .columns = {"months", "status", "share"}};
    CsvTable const table(result.text_of("status_after_arrival.csv"), "total,total,");
    for (std::size_t row = 0; row < table.size(); ++row)
        chart.rows.push_back({table.number(row, "months"),
                              words.group(table.cell(row, "status"), "life"),
                              number_or_none(100.0 * table.number(row, "share"))});
    Json status = names("status");
    status["sort"] = names_in_order(chart.rows, 1);
    status["scale"] = {{"scheme", "tableau10"}};
    Json share = quantity("share", words.text("lives.percent"));
    share["stack"] = "zero";
    share["scale"] = {{"domain", {0, 100}}};
    chart.spec = {{"height", height_of_a_chart},
                  {"mark", {{"type", "area"}}},
                  {"encoding",
                   {{"x", quantity("months", words.text("lives.months"))},
                    {"y", share},
                    {"color", status},
                    {"tooltip", tooltip_of({{"status", words.text("lives.status")}},
                                           {{"months", words.text("lives.months")},
                                            {"share", words.text("lives.percent")}})}}}};
    return chart;
}

PageTable table_of_months(ResultFolder const& result, Words const& words)
{
    CsvTable const table(result.text_of("months_in_status.csv"), "total,total,");
    PageTable shown{
        .caption = words("lives.months_caption", table.size() > 0 ? table.cell(0, "arrivals") : "0",
                         table.size() > 0 ? table.cell(0, "within_months") : "0"),
        .columns = {words.text("lives.status"), words.text("lives.months_column")},
        .rows = {},
        .words = 1};
    for (std::size_t row = 0; row < table.size(); ++row)
        shown.rows.push_back({words.group(table.cell(row, "status"), "life"),
                              fmt::format("{:.1f}", table.number(row, "months"))});
    return shown;
}

PageTable table_of_transitions(ResultFolder const& result, Words const& words)
{
    CsvTable const table(result.text_of("transitions.csv"), "total,total,");
    PageTable shown{.caption = words.text("lives.transitions"),
                    .columns = {words.text("lives.from")},
                    .rows = {},
                    .words = 1};
    std::map<std::string, std::map<std::string, std::string>> cells;
    std::vector<std::string> from, to;
    auto const note = [](std::vector<std::string>& list, std::string const& name)
    {
        if (std::ranges::find(list, name) == list.end()) list.push_back(name);
    };
    for (std::size_t row = 0; row < table.size(); ++row)
    {
        note(from, table.cell(row, "from"));
        note(to, table.cell(row, "to"));
        double const probability = table.number(row, "probability");
        cells[table.cell(row, "from")][table.cell(row, "to")] =
            probability == 0.0 ? "" : fmt::format("{:.2f}", 100.0 * probability);
    }
    for (std::string const& one : to) shown.columns.push_back(words.group(one, "life"));
    for (std::string const& one : from)
    {
        shown.rows.push_back({words.group(one, "life")});
        for (std::string const& other : to) shown.rows.back().push_back(cells[one][other]);
    }
    return shown;
}

PageTable table_of_parts(ResultFolder const& result, Words const& words)
{
    CsvTable const table(result.text_of("decomposition.csv"), ",total,");
    PageTable shown{
        .caption = words.text("lives.parts"),
        .columns = {words.text("lives.in"), words.text("lives.from"), words.text("lives.until"),
                    words.text("lives.by"), words.text("lives.change"),
                    words.text("lives.composition"), words.text("lives.rates")},
        .rows = {},
        .words = 4};
    for (std::size_t row = 0; row < table.size(); ++row)
    {
        if (table.cell(row, "group") != "total") continue;
        auto const points = [&](char const* column)
        { return fmt::format("{:+.2f}", 100.0 * table.number(row, column)); };
        shown.rows.push_back({words.group(table.cell(row, "in")), table.cell(row, "from"),
                              table.cell(row, "until"), words.group(table.cell(row, "by")),
                              points("change"), points("composition"), points("rates")});
    }
    return shown;
}
}  // namespace

void tell_life_tables(Page& page, ResultFolder const& result, Words const& words)
{
    page.lead(answer_of_lives(result, words));
    page.section("waits", words.text("lives.waits"));
    page.add(chart_of_waits(result, words));
    page.section("statuses-after", words.text("lives.after"));
    page.add(chart_of_statuses(result, words));
    page.add(html_of(table_of_months(result, words)));
    page.add(html_of(table_of_transitions(result, words)));
    page.section("decomposition", words.text("lives.decomposition"));
    page.add(element("p", html_text(words.text("lives.decomposition_note")), "class=\"note\""));
    page.add(html_of(table_of_parts(result, words)));
}
}  // namespace kochmon
