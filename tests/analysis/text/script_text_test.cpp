// SPDX-License-Identifier: MIT
#include "analysis/text/script_text.hpp"

#include <algorithm>
#include <regex>

#include <gmock/gmock.h>

#include "config/markdown.hpp"
#include "config/visible_text.hpp"

#include "analysis/text/csv_text.hpp"

#include "tests/analysis/text/hostile_labels.hpp"

namespace kochmon
{
namespace
{
using testing::Eq;

/// What is to be read in place of a label: control characters written out, line ends kept.
std::string as_shown(std::string const& label)
{
    std::string shown, line;
    for (char const letter : label + '\n')
        if (letter == '\n')
        {
            shown += visible(line) + '\n';
            line.clear();
        }
        else
            line += letter;
    shown.pop_back();
    return shown;
}

/// Reads a text in double quotes as Python and R do; nothing if it ends before the last letter or
/// holds a line end.
std::optional<std::string> read_in_double_quotes(std::string const& quoted)
{
    if (quoted.size() < 2 || quoted.front() != '"' || quoted.back() != '"') return std::nullopt;
    std::string read;
    for (std::size_t at = 1; at + 1 < quoted.size(); ++at)
    {
        if (quoted[at] == '"' || quoted[at] == '\n') return std::nullopt;
        if (quoted[at] != '\\')
        {
            read += quoted[at];
            continue;
        }
        if (++at + 1 >= quoted.size()) return std::nullopt;
        read += quoted[at] == 'n' ? '\n' : quoted[at];
    }
    return read;
}

/// Reads texts without a quote in single ones, "\047" and "\n", joined by points, as gnuplot does.
std::optional<std::string> read_by_gnuplot(std::string const& quoted)
{
    std::string read;
    for (std::size_t at = 0; at < quoted.size();)
    {
        if (quoted.compare(at, 4, "\"\\n\"") == 0 || quoted.compare(at, 6, "\"\\047\"") == 0)
        {
            bool const is_line_end = quoted[at + 2] == 'n';
            read += is_line_end ? '\n' : '\'';
            at += is_line_end ? std::size_t{4} : std::size_t{6};
        }
        else
        {
            std::size_t const end = quoted.find('\'', at + 1);
            if (quoted[at] != '\'' || end == std::string::npos) return std::nullopt;
            read += quoted.substr(at + 1, end - at - 1);
            at = end + 1;
        }
        if (at < quoted.size() && quoted[at++] != '.') return std::nullopt;
    }
    return read;
}

TEST(HostileLabels, are_three_hundred)
{
    EXPECT_EQ(tests::hostile_labels().size(), 300U);
}

TEST(HostileLabels, are_texts_to_gnuplot)
{
    for (std::string const& label : tests::hostile_labels())
        EXPECT_THAT(read_by_gnuplot(gnuplot_text(label)), testing::Optional(Eq(as_shown(label))));
    EXPECT_EQ(gnuplot_text("an owner's"), "'an owner'.\"\\047\".'s'");
    EXPECT_EQ(gnuplot_tic("5 %/month"), "'5 %%/month'");
}

TEST(HostileLabels, are_texts_to_python)
{
    for (std::string const& label : tests::hostile_labels())
    {
        EXPECT_THAT(read_in_double_quotes(python_name(label)),
                    testing::Optional(Eq(as_shown(label))));
        std::string const drawn = read_in_double_quotes(python_text(label)).value_or("");
        EXPECT_EQ(std::regex_replace(drawn, std::regex("\\\\\\$"), "$"), as_shown(label));
        EXPECT_FALSE(std::regex_search(drawn, std::regex("(^|[^\\\\])\\$"))) << "a formula";
    }
}

TEST(HostileLabels, are_texts_of_ascii_to_r)
{
    for (std::string const& label : tests::hostile_labels())
    {
        std::string const quoted = r_text(label);
        EXPECT_TRUE(std::ranges::all_of(
            quoted, [](char letter) { return letter >= ' ' && letter <= '~'; }));
        EXPECT_THAT(read_in_double_quotes(quoted), testing::Optional(Eq(as_shown(label))));
    }
    EXPECT_EQ(r_text("5 × 3"), "\"5 \\U000000D7 3\"");
}

TEST(HostileLabels, are_texts_to_latex)
{
    // What is left when commands of ours, formulas of ours and groups of ours are taken away.
    std::regex const ours(
        "\\\\(textbackslash|textasciicircum|textasciitilde|textquoteleft|ldots)\\{\\}|"
        "\\\\[{}$&#%_]|\\$(<|>|\\||-|\\\\leq|\\\\geq|\\\\times|\\\\pm)\\$|\\{[\\[\\]*]\\}");
    for (std::string const& label : tests::hostile_labels())
    {
        std::string const rest = std::regex_replace(latex_text(label), ours, "");
        EXPECT_EQ(rest.find_first_of("\\{}$&#%_^~<>|\"`[]*\n"), std::string::npos) << rest;
        EXPECT_TRUE(
            std::ranges::all_of(rest, [](char letter) { return letter >= ' ' && letter <= '~'; }));
    }
    EXPECT_EQ(latex_text("−1 ≤ é"), "$-$1 $\\leq$ é");
    EXPECT_EQ(latex_text("Ош"), "(U+041E)(U+0448)");
}

TEST(HostileLabels, are_cells_of_csv_that_begin_no_formula)
{
    for (std::string const& label : tests::hostile_labels())
    {
        std::string const cell = csv_cell(label);
        std::vector<std::string> const read = csv_cells(cell);
        ASSERT_EQ(read.size(), 1U);
        EXPECT_TRUE(read.front() == label || read.front() == '\'' + label);
        EXPECT_EQ(std::string("=+-@\t\r\n").find(read.front().front()), std::string::npos);
    }
}

std::ptrdiff_t count_of(std::string const& text, std::regex const& pattern)
{
    return std::distance(std::sregex_iterator(text.begin(), text.end(), pattern),
                         std::sregex_iterator());
}

TEST(HostileLabels, are_cells_of_a_markdown_page)
{
    // Behind an even number of backslashes.
    std::regex const bar("(^|[^\\\\])(\\\\\\\\)*\\|"), tag("(^|[^\\\\])(\\\\\\\\)*<");
    for (std::string const& label : tests::hostile_labels())
    {
        MarkdownTable table({"a", "b"});
        table.add({label, "end"});
        std::string const page = table.text();
        std::string const row = page.substr(page.rfind("\n| ", page.size() - 2) + 1);
        EXPECT_EQ(std::ranges::count(row, '\n'), 1);
        EXPECT_EQ(count_of(row, bar), 3) << row;
        EXPECT_EQ(count_of(row, tag), 0) << row;
    }
}
}  // namespace
}  // namespace kochmon
