// SPDX-License-Identifier: MIT
#include "analysis/page/page.hpp"

#include <fmt/format.h>

#include "engine/sha256.hpp"

#include "config/visible_text.hpp"

#include "analysis/page/page_parts.hpp"
#include "analysis/text/base64.hpp"

namespace kochmon
{
namespace
{
constexpr std::size_t most_rows_in_sight = 60;

/// As a content policy names an inline script or style.
std::string source_of(std::string_view text)
{
    return fmt::format("'sha256-{}'", base64_of_digits(sha256(text)));
}

std::string text_of(Json const& cell)
{
    if (cell.is_null()) return {};
    if (cell.is_string()) return cell.get<std::string>();
    return cell.is_number_float() ? fmt::format("{:.5g}", cell.get<double>()) : cell.dump();
}

/// The rows of a chart as a table: every row, or of many as many evenly spread ones.
PageTable table_of(Chart const& chart, Page::Heads const& heads)
{
    PageTable table{.caption = chart.title, .columns = {}, .rows = {}, .words = 0};
    for (std::string const& column : chart.columns) table.columns.push_back(heads(column));
    std::size_t const step = 1 + chart.rows.size() / (most_rows_in_sight + 1);
    for (std::size_t row = step - 1; row < chart.rows.size(); row += step)
    {
        table.rows.emplace_back();
        for (Json const& cell : chart.rows[row]) table.rows.back().push_back(text_of(cell));
    }
    while (!chart.rows.empty() && table.words < chart.columns.size() &&
           chart.rows.front()[table.words].is_string())
        ++table.words;
    if (step > 1) table.caption += fmt::format(" (1/{})", step);
    return table;
}

std::string html_of(Chart const& chart, Page::Heads const& heads)
{
    std::string const save =
        "<button type=\"button\" data-save=\"csv\">CSV</button>"
        "<button type=\"button\" data-save=\"spec\">Vega-Lite</button>";
    std::string const note = chart.note.empty() ? "" : element("small", html_text(chart.note));
    std::string const table = chart.rows.empty()
                                  ? ""
                                  : element("details", element("summary", html_text(chart.title)) +
                                                           html_of(table_of(chart, heads)));
    return fmt::format(
        "<figure class=\"chart\" id=\"{}\"><figcaption>{}{}</figcaption>{}"
        "<div class=\"plot\" tabindex=\"0\" role=\"img\" aria-label=\"{}\"></div><div "
        "class=\"tools\">{}</div>{}"
        "</figure>\n",
        chart.id, html_text(chart.title), note,
        chart.controls.empty() ? "" : element("div", chart.controls, "class=\"tools\""),
        html_text(chart.title), save, table);
}

enum class Row : std::uint8_t
{
    head,
    content
};

/// What a cell is the head of, and whether it holds a number.
std::string attributes_of(PageTable const& table, std::size_t column, Row row)
{
    std::string const number = column < table.words ? "" : "class=\"number\"";
    std::string const scope = row == Row::head ? "scope=\"col\""
                              : column == 0    ? "scope=\"row\""
                                               : "";
    return number + (number.empty() || scope.empty() ? "" : " ") + scope;
}

std::string row_of(PageTable const& table, std::vector<std::string> const& cells, Row row)
{
    std::string html;
    for (std::size_t k = 0; k < cells.size(); ++k)
        html += element(row == Row::head || k == 0 ? "th" : "td", html_text(cells[k]),
                        attributes_of(table, k, row));
    return element("tr", html);
}

/// Labels with what cannot be seen written out, as everywhere in a page.
Json in_sight(Json const& rows)
{
    Json seen = rows;
    for (Json& row : seen)
        for (Json& cell : row)
            if (cell.is_string()) cell = visible(cell.get<std::string>());
    return seen;
}

Json content_of(Chart const& chart)
{
    Json content = chart.more;
    content["columns"] = chart.columns;
    content["cells"] = in_sight(chart.rows);
    content["spec"] = chart.spec;
    return content;
}
}  // namespace

std::string html_of(PageTable const& table)
{
    std::string rows;
    for (auto const& cells : table.rows) rows += row_of(table, cells, Row::content) + '\n';
    std::string const whole =
        element("table", element("caption", html_text(table.caption)) +
                             element("thead", row_of(table, table.columns, Row::head)) +
                             element("tbody", rows));
    // Wide ones are moved within the page, by keys too.
    return element("div", whole, "class=\"wide\" tabindex=\"0\"");
}

void Page::lead(std::string const& html)
{
    (sections_.empty() ? lead_ : sections_.back().html) += html;
}

void Page::chapter(std::string heading)
{
    prefix_ = fmt::format("c{}-", ++chapters_);
    sections_.push_back({prefix_ + "top", std::move(heading), true});
}

void Page::section(std::string const& id, std::string heading)
{
    sections_.push_back({prefix_ + id, std::move(heading)});
}

void Page::add(Chart chart)
{
    chart.id = prefix_ + chart.id;
    add(html_of(chart, heads_));
    data_ += fmt::format("<script type=\"application/json\" id=\"content-{}\">{}</script>\n",
                         chart.id, json_in_page(content_of(chart)));
}

// Data are no script to a content policy. Nothing may be loaded, sent, framed or submitted.
std::string Page::head() const
{
    std::string const script = page_script().empty() ? "'none'" : source_of(page_script());
    return fmt::format(
        "<head>\n<meta charset=\"utf-8\">\n"
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src {}; "
        "style-src {}; base-uri 'none'; form-action 'none'\">\n"
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
        "<title>{}</title>\n<style>{}</style>\n</head>\n",
        script, source_of(page_style()), html_text(title_), page_style());
}

std::string Page::contents() const
{
    std::string list;
    for (Section const& section : sections_)
        list += element(
            "li", element("a", html_text(section.heading), fmt::format("href=\"#{}\"", section.id)),
            section.is_chapter ? "class=\"chapter\"" : "");
    return element("nav", element("ul", list),
                   fmt::format("aria-label=\"{}\"", html_text(heads_("contents"))));
}

std::string Page::html() const
{
    std::string body = element("h1", html_text(title_)) + lead_ + contents();
    for (Section const& section : sections_)
        body += element("section", element("h2", html_text(section.heading)) + '\n' + section.html,
                        fmt::format("id=\"{}\"{}", section.id,
                                    section.is_chapter ? " class=\"chapter\"" : "")) +
                '\n';
    std::string const script =
        page_script().empty() ? "" : fmt::format("<script>{}</script>\n", page_script());
    return fmt::format("{}<html lang=\"{}\">\n{}<body>\n{}\n{}{}</body>\n</html>\n",
                       first_lines_of_a_page, language_, head(), element("main", body), data_,
                       script);
}
}  // namespace kochmon
