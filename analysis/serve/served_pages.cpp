// SPDX-License-Identifier: MIT
#include "analysis/serve/served_pages.hpp"

#include <algorithm>
#include <cstdlib>

#include <fmt/format.h>

#include "analysis/page/html_text.hpp"

namespace kochmon
{
namespace
{
using HtmlRow = std::vector<std::string>;  // cells in HTML

std::string framed(std::string const& title, std::string const& content)
{
    return fmt::format(
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
        "<title>{0} - Kochmon</title>\n<link rel=\"icon\" href=\"data:,\">\n"
        "<link rel=\"stylesheet\" href=\"serve.css\">\n<script src=\"serve.js\" defer></script>\n"
        "</head>\n<body>\n<nav aria-label=\"pages\"><ul><li><a href=\"./\">Results</a></li>"
        "<li><a href=\"edit\">New policy</a></li></ul></nav>\n<main>\n<h1>{0}</h1>\n{1}\n</main>\n"
        "</body>\n</html>\n",
        html_text(title), content);
}

/// As part of an address.
std::string in_address(std::string_view text)
{
    std::string safe;
    for (char const c : text)
    {
        bool const is_plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                              (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.' ||
                              c == '/';
        safe +=
            is_plain ? std::string(1, c) : fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
    return safe;
}

std::string link(std::string const& address, std::string const& text)
{
    return element("a", html_text(text), fmt::format("href=\"{}\"", address));
}

std::string link_to_result(std::string const& name)
{
    return link("open?result=" + in_address(name), name);
}

std::string table_of(std::string const& caption, std::vector<std::string> const& heads,
                     std::vector<HtmlRow> const& rows)
{
    std::string head;
    for (std::string const& one : heads) head += element("th", html_text(one), "scope=\"col\"");
    std::string body;
    for (HtmlRow const& row : rows)
    {
        std::string cells;
        for (std::size_t k = 0; k < row.size(); ++k)
            cells += k == 0 ? element("th", row[k], "scope=\"row\"") : element("td", row[k]);
        body += element("tr", cells) + '\n';
    }
    std::string const table =
        element("table", element("caption", html_text(caption)) +
                             element("thead", element("tr", head)) + element("tbody", body));
    return element("div", table,
                   fmt::format("class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"{}\"",
                               html_text(caption)));
}

std::string shown_commands(std::vector<std::string> const& commands)
{
    if (commands.empty()) return {};
    std::string text;
    for (std::string const& one : commands) text += element("pre", element("code", html_text(one)));
    return element("h2", "The same at the command line") + text;
}

char const* told_state(ResultOnDisk const& result)
{
    if (result.is_complete) return "complete";
    return result.kind == ResultOnDisk::Kind::study ? "a study, see there" : "not complete";
}

HtmlRow row_of_list(ResultOnDisk const& result)
{
    return {link_to_result(result.name),
            name_of(result.kind),
            html_text(result.what),
            html_text(result.when),
            html_text(result.digest.substr(0, 12)),
            told_state(result)};
}

std::string choice_of_comparison(std::vector<ResultOnDisk> const& results, char const* name,
                                 char const* label, std::size_t chosen)
{
    std::string options;
    std::size_t at = 0;
    for (ResultOnDisk const& result : results)
        if (result.kind == ResultOnDisk::Kind::comparison && result.is_complete)
            options += element("option", html_text(result.name),
                               fmt::format("value=\"{}\"{}", html_text(result.name),
                                           at++ == chosen ? " selected" : ""));
    return fmt::format("<label>{} <select name=\"{}\">{}</select></label>\n", label, name, options);
}

std::string form_of_two(std::vector<ResultOnDisk> const& results)
{
    auto const comparisons = std::ranges::count_if(
        results, [](ResultOnDisk const& one)
        { return one.kind == ResultOnDisk::Kind::comparison && one.is_complete; });
    if (comparisons < 2) return {};
    return fmt::format(
        "<h2>Compare two</h2>\n<form action=\"two\" method=\"get\" "
        "class=\"tools\">{}{}<button>Show "
        "side by side</button></form>\n",
        choice_of_comparison(results, "one", "First", 0),
        choice_of_comparison(results, "other", "Second", 1));
}

std::string list_of_policies(std::vector<std::string> const& policies)
{
    std::string list;
    for (std::string const& name : policies)
        list += element("li", link("edit?policy=" + in_address(name), name));
    return element("h2", "Policies") +
           (list.empty() ? element("p", "None is here yet.") : element("ul", list)) +
           element("p", link("edit", "New policy"));
}

std::string interval_of(LastEffect const& effect)
{
    if (effect.low_90.empty()) return "one replicate gives none";
    return fmt::format("{} to {}", html_text(effect.low_90), html_text(effect.high_90));
}

std::string measure_of(LastEffect const& effect)
{
    return html_text(fmt::format("{} ({})", effect.measure, effect.unit));
}

std::string table_of_effects(std::vector<LastEffect> const& effects)
{
    std::vector<HtmlRow> rows;
    rows.reserve(effects.size());
    for (LastEffect const& effect : effects)
        rows.push_back({measure_of(effect), html_text(effect.policy), html_text(effect.difference),
                        interval_of(effect), html_text(effect.base), html_text(effect.with_policy),
                        html_text(effect.month)});
    return table_of(
        "Effect in the last month, as effects.csv has it",
        {"Measure", "Policy", "Difference", "90 % interval", "Base", "With policy", "Month"}, rows);
}

/// What a map says in a word or a number each; not texts of many lines, such as a plan.
void add_facts(Json const& map, std::vector<HtmlRow>& rows)
{
    for (auto const& [key, value] : map.items())
    {
        std::string const text = value.is_string()       ? value.get<std::string>()
                                 : value.is_structured() ? std::string("\n")
                                                         : value.dump();
        if (text.find('\n') == std::string::npos) rows.push_back({html_text(key), html_text(text)});
    }
}

std::string facts_of(ResultOnDisk const& result)
{
    std::vector<HtmlRow> rows = {{"kind", name_of(result.kind)}, {"state", told_state(result)}};
    add_facts(result.account, rows);
    if (result.account.contains("settings")) add_facts(result.account["settings"], rows);
    return table_of("What its account says", {"Key", "Value"}, rows);
}

std::string list_of_files(OpenedResult const& opened)
{
    std::string list;
    for (std::string const& file : opened.files)
        list += element("li", link(fmt::format("file?result={}&amp;file={}",
                                               in_address(opened.result.name), in_address(file)),
                                   file));
    return element("h2", "Files") + element("ul", list, "class=\"files\"");
}

/// The effect on a measure, and that of the other comparison on the same.
HtmlRow row_of_two(LastEffect const& one, std::vector<LastEffect> const& others)
{
    HtmlRow row = {measure_of(one),
                   html_text(fmt::format("{}, {}", one.policy, one.month)),
                   html_text(one.difference),
                   interval_of(one),
                   "",
                   "",
                   ""};
    auto const same = std::ranges::find(others, one.measure, &LastEffect::measure);
    if (same == others.end()) return row;
    row[4] = html_text(fmt::format("{}, {}", same->policy, same->month));
    // Sums of a year beside those of a month would be read as one.
    bool const is_comparable = same->unit == one.unit;
    row[5] = is_comparable ? html_text(same->difference) : html_text("reported in " + same->unit);
    row[6] = is_comparable ? interval_of(*same) : "";
    return row;
}

/// The policies of a comparison in its order.
std::vector<std::vector<LastEffect>> by_policy(std::vector<LastEffect> const& effects)
{
    std::vector<std::vector<LastEffect>> parts;
    for (LastEffect const& effect : effects)
    {
        if (parts.empty() || parts.back().front().policy != effect.policy) parts.emplace_back();
        parts.back().push_back(effect);
    }
    return parts;
}

constexpr char template_of_change[] = R"html(
<template id="change">
<fieldset class="change"><legend>Change</legend>
<p><label>Lever</label><select data-field="lever"></select></p>
<p class="mistake" data-mistake="lever"></p>
<dl class="about"></dl>
<div class="fields">
<p><label>How</label><select data-field="operation"><option value="set">set to</option><option value="scale">multiply by</option><option value="add">add</option></select></p>
<p><label>Amount</label><input data-field="amount" autocomplete="off" spellcheck="false"><span class="mistake" data-mistake="amount"></span></p>
<p><label>From (month)</label><input data-field="from" autocomplete="off" placeholder="2010-01"><span class="mistake" data-mistake="from"></span></p>
<p><label>Until (optional)</label><input data-field="until" autocomplete="off"><span class="mistake" data-mistake="until"></span></p>
<p><label>Ramp (optional)</label><input data-field="ramp" autocomplete="off" placeholder="6 months"><span class="mistake" data-mistake="ramp"></span></p>
</div>
<div class="groups"></div><p class="mistake" data-mistake="groups"></p>
<p><button type="button" data-do="remove">Remove this change</button></p>
</fieldset>
</template>
)html";

constexpr char rest_of_editor[] = R"html(
<form id="policy">
<p><label for="name">Name of the policy</label><input id="name" autocomplete="off" spellcheck="false" aria-describedby="name-help">
<span class="note" id="name-help">small letters, digits and -</span><span class="mistake" data-mistake="name"></span></p>
<div id="changes"></div>
<p class="mistake" id="whole" data-mistake="whole"></p>
<p class="tools"><button type="button" id="more">Add a change</button><button type="submit" id="save">Check and save</button></p>
<p id="verdict" role="status"></p>
</form>
<h2>Run it</h2>
<form id="run">
<div class="fields">
<p><label for="result">Result name</label><input id="result" autocomplete="off" spellcheck="false"><span class="mistake" data-mistake="result"></span></p>
<p><label for="persons">Persons</label><input id="persons" inputmode="numeric" value="20000" aria-describedby="persons-help"><span class="note" id="persons-help">agents; more take longer, with less noise in the result</span><span class="mistake" data-mistake="persons"></span></p>
<p><label for="months">Months</label><input id="months" inputmode="numeric" aria-describedby="months-help"><span class="note" id="months-help">empty: those of the base</span><span class="mistake" data-mistake="months"></span></p>
<p><label for="replicates">Replicates</label><input id="replicates" inputmode="numeric" value="10"><span class="mistake" data-mistake="replicates"></span></p>
</div>
<p class="tools"><button type="submit" id="start">Save and run</button><button type="button" id="stop" hidden>Stop the run</button></p>
</form>
<div id="going" hidden>
<p><label for="bar">Progress</label> <progress id="bar" max="1" value="0"></progress> <span id="percent"></span></p>
<p id="progress" role="status"></p>
<details id="told-of" hidden><summary>What the command says</summary><pre id="told" tabindex="0"></pre></details>
</div>
<div id="effect" hidden><h2>Effect</h2><div id="effects"></div></div>
<div id="commands" hidden><h2>The same at the command line</h2><div id="run-commands"></div></div>
)html";
}  // namespace

std::string page_of_list(ListedFolder const& listed)
{
    std::vector<HtmlRow> rows;
    rows.reserve(listed.results.size());
    for (ResultOnDisk const& result : listed.results) rows.push_back(row_of_list(result));
    std::string content;
    if (!listed.running.empty())
        content += element("p", "A run is going on: " + link("edit?watch=1", listed.running),
                           "class=\"answer\"");
    content +=
        rows.empty()
            ? element("p", html_text(fmt::format("No result lies in {} yet.", listed.folder)))
            : table_of(fmt::format("Results in {}", listed.folder),
                       {"Result", "Kind", "What", "Ended", "Digest", "State"}, rows);
    return framed("Results",
                  content + form_of_two(listed.results) + list_of_policies(listed.policies));
}

std::string page_of_result(OpenedResult const& opened)
{
    ResultOnDisk const& result = opened.result;
    std::string content;
    if (result.is_complete)
        content += element("p",
                           link("report?result=" + in_address(result.name), "Report") +
                               ": one page to read, to print, to save",
                           "class=\"answer\"");
    if (!opened.effects.empty()) content += table_of_effects(opened.effects);
    if (!opened.told.empty())
        content += element("pre", html_text_in_lines(opened.told), "tabindex=\"0\" class=\"told\"");
    content += facts_of(result) + list_of_files(opened) + shown_commands(opened.commands);
    return framed(result.name, content);
}

std::string page_of_two(TwoComparisons const& two)
{
    std::string const& one = two.names[0];
    std::string const& other = two.names[1];
    auto const of_one = by_policy(two.effects[0]);
    auto const of_other = by_policy(two.effects[1]);
    std::vector<HtmlRow> rows;
    for (auto const& part : of_one)
        for (auto const& beside : of_other)
            for (LastEffect const& effect : part) rows.push_back(row_of_two(effect, beside));
    std::string const table = table_of(
        "Differences from the base in the last month of each, as their effects.csv have them",
        {"Measure", fmt::format("Policy of {}", one), "Difference", "90 % interval",
         fmt::format("Policy of {}", other), "Difference", "90 % interval"},
        rows);
    return framed(fmt::format("{} beside {}", one, other),
                  element("p", fmt::format("{} and {}. Each is held against the base that it was "
                                           "compared with; they are like for like where base, "
                                           "persons, months and seeds are the same.",
                                           link_to_result(one), link_to_result(other))) +
                      table);
}

std::string page_of_editor(EditorContent const& content)
{
    std::string const lead = fmt::format(
        "<p>Changes of levers over <code>{}</code> ({}), saved in <code>{}/policies</code>.</p>\n",
        html_text(content.base), html_text(content.base_name), html_text(content.folder));
    std::string const data = fmt::format(
        "<script type=\"application/json\" id=\"levers\">{}</script>\n"
        "<script type=\"application/json\" id=\"draft\">{}</script>\n",
        json_in_page(content.levers), json_in_page(content.draft));
    return framed("Policy", lead + rest_of_editor + template_of_change + data);
}

std::string page_of_trouble(std::string const& what)
{
    return framed("That cannot be shown",
                  element("pre", html_text_in_lines(what), "tabindex=\"0\""));
}
}  // namespace kochmon
