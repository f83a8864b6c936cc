// SPDX-License-Identifier: MIT
#include "analysis/page/page.hpp"

#include <regex>

#include <gmock/gmock.h>

#include "engine/sha256.hpp"

#include "analysis/page/page_parts.hpp"
#include "analysis/text/base64.hpp"

namespace kochmon
{
namespace
{
using testing::HasSubstr;
using testing::Not;

TEST(Base64, is_that_of_the_bytes)
{
    EXPECT_EQ(base64_of_digits(""), "");
    EXPECT_EQ(base64_of_digits("66"), "Zg==");            // f
    EXPECT_EQ(base64_of_digits("666f"), "Zm8=");          // fo
    EXPECT_EQ(base64_of_digits("666f6f"), "Zm9v");        // foo
    EXPECT_EQ(base64_of_digits("666f6f62"), "Zm9vYg==");  // foob
    EXPECT_EQ(base64_of_digits("00ff10"), "AP8Q");
    // As browsers hash an empty script.
    EXPECT_EQ(base64_of_digits(sha256("")), "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
}

TEST(HtmlText, of_hostile_labels_is_text)
{
    EXPECT_EQ(html_text("<script>alert('x & \"y\"')</script>"),
              "&lt;script&gt;alert(&#39;x &amp; &quot;y&quot;&#39;)&lt;/script&gt;");
    EXPECT_EQ(html_text("a\x1b[31m"), "a\\x1b[31m");
    EXPECT_THAT(html_text("abc\u202edef"), Not(HasSubstr("\u202e")));
    EXPECT_EQ(html_text("Жогорку \u0443\u0447"), "Жогорку \u0443\u0447");
}

TEST(JsonInPage, ends_no_script)
{
    std::string const json = json_in_page({{"label", "</script><script>alert(1)</script><!--"}});
    EXPECT_THAT(json, Not(HasSubstr("<")));
    EXPECT_THAT(json, Not(HasSubstr(">")));
    EXPECT_EQ(Json::parse(json)["label"], "</script><script>alert(1)</script><!--");
    EXPECT_THAT(json_in_page({{"bytes", "\xff"}}), HasSubstr("bytes"));
}

Page page_of_tests()
{
    Page page("en", "What <policy> changes");
    page.section("rates", "Rates & stocks");
    page.add(Chart{.id = "legality",
                   .title = "Legality <i>",
                   .columns = {"month", "value"},
                   .rows = Json::parse(R"([["2010-01", 0.5], ["2010-02", null]])"),
                   .spec = Json::parse(R"({"mark": "line"})")});
    page.add(html_of(PageTable{.caption = "Groups",
                               .columns = {"group", "persons"},
                               .rows = {{"=cmd|' /C calc'!A0", "12"}}}));
    return page;
}

TEST(Page, lets_nothing_in_but_its_own_style_and_program)
{
    std::string const html = page_of_tests().html();
    EXPECT_TRUE(html.starts_with(first_lines_of_a_page));
    EXPECT_THAT(html, HasSubstr("default-src 'none'"));
    EXPECT_THAT(html, HasSubstr("style-src 'sha256-" + base64_of_digits(sha256(page_style()))));
    EXPECT_THAT(html, Not(HasSubstr("unsafe")));
    EXPECT_THAT(html, Not(testing::ContainsRegex("(src|href)=\"[^#\"]")));
    if (page_script().empty())
        EXPECT_THAT(html, HasSubstr("script-src 'none'"));
    else
        EXPECT_THAT(html,
                    HasSubstr("script-src 'sha256-" + base64_of_digits(sha256(page_script()))));
}

TEST(Page, shows_labels_as_text_and_rows_as_a_table)
{
    std::string const html = page_of_tests().html();
    EXPECT_THAT(html, HasSubstr("<h1>What &lt;policy&gt; changes</h1>"));
    EXPECT_THAT(html, HasSubstr("<h2>Rates &amp; stocks</h2>"));
    EXPECT_THAT(html, HasSubstr("aria-label=\"Legality &lt;i&gt;\""));
    EXPECT_THAT(html, HasSubstr("<th scope=\"row\">2010-01</th><td class=\"number\">0.5</td>"));
    EXPECT_THAT(html, HasSubstr("\"cells\":[[\"2010-01\",0.5],[\"2010-02\",null]]"));
    EXPECT_THAT(html, HasSubstr("=cmd|&#39; /C calc&#39;!A0"));
}
}  // namespace
}  // namespace kochmon
