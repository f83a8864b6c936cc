// SPDX-License-Identifier: MIT
// Of the report of a comparison: whose lives change.
#include <algorithm>
#include <map>
#include <sstream>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "analysis/page/flow_diagram.hpp"
#include "analysis/story/compared.hpp"
#include "analysis/text/csv_table.hpp"

namespace kochmon
{
namespace
{
constexpr std::size_t most_causes = 20;
constexpr std::size_t most_flips = 14;
constexpr std::size_t most_pairs = 3;
constexpr std::size_t months_of_a_pair = 14;

/// By policy, in the order of the comparison.
using StreamsByPolicy = std::map<std::string, std::vector<Stream>>;

StreamsByPolicy flips_of(Compared const& told)
{
    StreamsByPolicy flips;
    CsvTable const table(told.result().text_of("flips.csv"),
                         fmt::format(",{},total,total,", told.last_month()));
    for (std::size_t row = 0; row < table.size(); ++row)
    {
        std::string const &from = table.cell(row, "under_base"),
                          &to = table.cell(row, "under_policy");
        if (from != to)
            flips[table.cell(row, "policy")].push_back(
                {told.words().group(from), told.words().group(to), table.number(row, "persons")});
    }
    for (auto& [policy, streams] : flips)
        std::ranges::stable_sort(streams, std::ranges::greater{}, &Stream::size);
    return flips;
}

PageTable table_of_flips(Compared const& told, StreamsByPolicy const& flips)
{
    Words const& words = told.words();
    std::size_t all = 0, shown = 0;
    for (auto const& [policy, streams] : flips)
    {
        all += streams.size();
        shown += std::min(streams.size(), most_flips);
    }
    PageTable table{.caption = words("flips.caption", told.last_month()) +
                               (shown < all ? words("cut", shown, all) : std::string()),
                    .columns = {words.text("policy"), words.text("under_base"),
                                words.text("under_policy"), words.text("persons")},
                    .rows = {},
                    .words = 3};
    for (std::string const& policy : told.policies())
        if (auto const found = flips.find(policy); found != flips.end())
            for (std::size_t k = 0; k < std::min(found->second.size(), most_flips); ++k)
            {
                Stream const& stream = found->second[k];
                table.rows.push_back({policy, stream.from, stream.to, in_words(stream.size)});
            }
    return table;
}

/// Persons whose lives part at a decision, and those of them that the policy parts directly.
struct Cause
{
    std::string point;
    double all = 0.0;
    double direct = 0.0;
};

std::map<std::string, std::vector<Cause>> causes_of(Compared const& told)
{
    std::map<std::string, std::vector<Cause>> causes;
    CsvTable const table(told.result().text_of("causes.csv"), ",total,total,");
    for (std::size_t row = 0; row < table.size(); ++row)
    {
        std::vector<Cause>& of_policy = causes[table.cell(row, "policy")];
        std::string const& point = table.cell(row, "point");
        auto found = std::ranges::find(of_policy, point, &Cause::point);
        if (found == of_policy.end()) found = of_policy.insert(of_policy.end(), {.point = point});
        bool const is_direct = table.cell(row, "effect") == "direct";
        (is_direct ? found->direct : found->all) += table.number(row, "persons");
    }
    for (auto& [policy, of_policy] : causes)
        std::ranges::stable_sort(of_policy, std::ranges::greater{}, &Cause::all);
    return causes;
}

/// Unknown is not nothing: a comparison without direct effects holds none.
bool tell_direct_effects(std::map<std::string, std::vector<Cause>> const& causes)
{
    for (auto const& [policy, of_policy] : causes)
        for (Cause const& cause : of_policy)
            if (cause.direct > 0.0) return true;
    return false;
}

PageTable table_of_causes(Compared const& told)
{
    Words const& words = told.words();
    auto const causes = causes_of(told);
    bool const tells_direct = tell_direct_effects(causes);
    PageTable table{.caption = words.text("causes.caption"),
                    .columns = {words.text("policy"), words.text("causes.point"),
                                words.text("persons"), words.text("causes.share")},
                    .rows = {},
                    .words = 2};
    if (tells_direct) table.columns.push_back(words.text("causes.direct"));
    for (std::string const& policy : told.policies())
    {
        auto const found = causes.find(policy);
        if (found == causes.end()) continue;
        double all = 0.0;
        for (Cause const& cause : found->second) all += cause.all;
        for (std::size_t k = 0; k < std::min(found->second.size(), most_causes); ++k)
        {
            Cause const& cause = found->second[k];
            table.rows.push_back({policy, words.group(cause.point), in_words(cause.all),
                                  fmt::format("{:.1f}", 100.0 * cause.all / all)});
            if (tells_direct) table.rows.back().push_back(in_words(cause.direct));
        }
    }
    return table;
}

/// `job_lost@moscow`, with its place where that is not `place`.
std::string told_event(std::string const& event, std::string const& place, Words const& words)
{
    std::size_t const at = std::min(event.find('@'), event.size());
    std::string const what = words.group(event.substr(0, at));
    std::string const where = at < event.size() ? event.substr(at + 1) : place;
    return where == place ? what : fmt::format("{} ({})", what, words.group(where));
}

/// `Irregular, Moscow: loss of work`.
std::string told_month(CsvTable const& traces, std::size_t row, std::string const& world,
                       Words const& words)
{
    std::string const& status = traces.cell(row, world + "_status");
    std::string const& place = traces.cell(row, world + "_place");
    std::string text = words.group(status);
    if (place != status) text += fmt::format(", {}", words.group(place));
    std::istringstream events(traces.cell(row, world + "_events"));
    std::vector<std::string> told;
    for (std::string event; events >> event;) told.push_back(told_event(event, place, words));
    if (!told.empty()) text += fmt::format(": {}", fmt::join(told, "; "));
    return text;
}

/// The months around the first in which the two worlds part.
PageTable table_of_pair(CsvTable const& traces, std::vector<std::size_t> const& rows,
                        Words const& words)
{
    std::size_t const first = rows.front();
    PageTable table{
        .caption = words("pairs.caption", traces.cell(first, "person"),
                         words.group(traces.cell(first, "origin")),
                         words.group(traces.cell(first, "sex"), "person"),
                         traces.cell(first, "birth"), traces.cell(first, "policy")),
        .columns = {words.text("month"), words.text("under_base"), words.text("under_policy")},
        .rows = {},
        .words = 3};
    auto const parted = std::ranges::find_if(
        rows, [&](std::size_t row) { return traces.cell(row, "parted") == "yes"; });
    auto const at = static_cast<std::size_t>(parted - rows.begin());
    std::size_t const begin = at < 3 ? 0 : at - 3;
    for (std::size_t k = begin; k < std::min(rows.size(), begin + months_of_a_pair); ++k)
        table.rows.push_back({traces.cell(rows[k], "month"),
                              told_month(traces, rows[k], "base", words),
                              told_month(traces, rows[k], "policy", words)});
    return table;
}

/// Of a person traced for another replicate or policy the two lives may be one.
bool does_part(CsvTable const& traces, std::vector<std::size_t> const& rows)
{
    return std::ranges::any_of(
        rows, [&](std::size_t row) { return traces.cell(row, "parted") == "yes"; });
}

void tell_pairs(Page& page, Compared const& told)
{
    page.section("pairs", told.words().text("pairs.heading"));
    if (!told.result().holds("traces.csv"))
        return page.add(element("p", html_text(told.words().text("pairs.none")), "class=\"note\""));
    CsvTable const traces(told.result().text_of("traces.csv"));
    std::map<std::string, std::map<std::string, std::vector<std::size_t>>> by_policy;
    for (std::size_t row = 0; row < traces.size(); ++row)
        by_policy[traces.cell(row, "policy")][traces.cell(row, "person")].push_back(row);
    for (std::string const& policy : told.policies())
    {
        std::size_t shown = 0;
        for (auto const& [person, rows] : by_policy[policy])
            if (does_part(traces, rows) && ++shown <= most_pairs)
                page.add(html_of(table_of_pair(traces, rows, told.words())));
    }
}
}  // namespace

void tell_lives(Page& page, Compared const& told)
{
    Words const& words = told.words();
    page.section("lives", words.text("lives.heading"));
    StreamsByPolicy const flips = flips_of(told);
    for (std::string const& policy : told.policies())
        if (auto const found = flips.find(policy); found != flips.end())
            page.add(flow_diagram(found->second,
                                  {words("lives.diagram", policy, told.last_month()),
                                   words.text("under_base"), words.text("under_policy")}));
    page.add(html_of(table_of_flips(told, flips)));
    page.add(html_of(table_of_causes(told)));
    PageTable const direct = table_of_direct_effects(told);
    if (!direct.rows.empty()) page.add(html_of(direct));
    tell_pairs(page, told);
}
}  // namespace kochmon
