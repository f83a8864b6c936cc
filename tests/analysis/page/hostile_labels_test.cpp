// SPDX-License-Identifier: MIT
// Labels that would be something else in a page: 300 of them, made of what is known to be taken for
// markup, script, another direction of writing, or the end of a line.
#include <algorithm>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "config/visible_text.hpp"

#include "analysis/page/flow_diagram.hpp"
#include "analysis/page/page.hpp"

namespace kochmon
{
namespace
{
std::vector<std::string> hostile_labels()
{
    std::vector<std::string> const bad = {"<script>alert(1)</script>",
                                          "</script><script>alert(1)//",
                                          "</title><svg onload=alert(1)>",
                                          "\" onmouseover=\"alert(1)",
                                          "' autofocus onfocus='alert(1)",
                                          "<!--",
                                          "]]>",
                                          "&lt;b&gt;&#x3c;",
                                          "=cmd|' /C calc'!A0",
                                          "@SUM(1+1)",
                                          "javascript:alert(1)",
                                          "\u202egnp.exe",
                                          "\u2066isolate",
                                          "\x1b[31mred",
                                          "line\nbreak",
                                          "carriage\rreturn",
                                          "\t=1+1",
                                          std::string("nul\0byte", 8),
                                          "\xff\xfe not UTF-8",
                                          "{{constructor.constructor('alert(1)')()}}"};
    std::vector<std::string> const around = {"",       "fee ",   "Ошская ", "\"", "'",
                                             "<i>",    "a\\",    "%s%n",    "&",  "`",
                                             "\u200f", "${7*7}", "{0}",     "]",  "--"};
    std::vector<std::string> labels;
    labels.reserve(bad.size() * around.size());
    for (std::string const& before : around)
        for (std::string const& one : bad) labels.push_back(before + one);
    return labels;
}

bool is_seen_as_it_is(unsigned char byte)
{
    return byte >= 0x20 || byte == '\n';
}

/// A page that shows a label wherever labels from outside stand.
std::string page_with(std::string const& label)
{
    Page page("en", label);
    page.lead(element("p", html_text(label)));
    page.section("one", label);
    page.add(html_of(PageTable{.caption = label, .columns = {label, "n"}, .rows = {{label, "1"}}}));
    page.add(flow_diagram({{label, "home", 3.0}, {"home", label, 2.0}}, {label, label, label}));
    page.add(Chart{.id = "chart",
                   .title = label,
                   .note = label,
                   .columns = {"scenario", "value"},
                   .rows = Json::array({Json::array({label, 1.0})}),
                   .spec = Json::object()});
    return page.html();
}

/// The page without its style and program, which are ours.
std::string body_of(std::string html)
{
    std::size_t const begin = html.find("<body>");
    std::size_t const script = html.rfind("<script>");
    return html.substr(
        begin, script == std::string::npos || script < begin ? std::string::npos : script - begin);
}

std::size_t count_in(std::string const& text, std::string const& part)
{
    std::size_t count = 0;
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1))
        ++count;
    return count;
}

/// Those of attributes; of the data they are written out.
std::size_t quotes_of_markup(std::string const& body)
{
    return count_in(body.substr(0, body.find("<script type=\"application/json\"")), "\"");
}

TEST(HostileLabels, are_text_wherever_a_page_shows_them)
{
    std::string const harmless = body_of(page_with("label"));
    std::vector<std::string> const labels = hostile_labels();
    ASSERT_EQ(labels.size(), 300U);
    for (std::string const& label : labels)
    {
        std::string const body = body_of(page_with(label));
        // As many elements as of a harmless label, and no attribute more.
        EXPECT_EQ(count_in(body, "<"), count_in(harmless, "<")) << visible(label);
        EXPECT_EQ(quotes_of_markup(body), quotes_of_markup(harmless)) << visible(label);
        EXPECT_TRUE(std::ranges::all_of(body, is_seen_as_it_is)) << visible(label);
        for (char const* const mark : {"\u202e", "\u2066", "\u200f"})
            EXPECT_EQ(count_in(body, mark), 0U) << visible(label);
    }
}
}  // namespace
}  // namespace kochmon
