// SPDX-License-Identifier: MIT
#include "config/diagnostics.hpp"

#include <gmock/gmock.h>

#include "engine/error.hpp"

namespace kochmon
{
namespace
{
std::string told(Diagnostics const& diagnostics)
{
    try
    {
        diagnostics.throw_if_any();
    }
    catch (ScenarioError const& error)
    {
        return error.what();
    }
    return {};
}
}  // namespace

TEST(Diagnostics, are_told_in_the_order_of_files_and_places)
{
    Diagnostics diagnostics;
    int const first = diagnostics.add_file("a.yaml");
    int const second = diagnostics.add_file("b.yaml");
    diagnostics.report({second, 1, 1}, "p", {"w"});
    diagnostics.report({first, 10, 1}, "p", {"w", "e"});
    diagnostics.report({first, 9, 2}, "p", {"w", "", "h"});
    diagnostics.report({first, 9, 1}, "", {"w", "e", "h"});
    EXPECT_EQ(told(diagnostics),
              "a.yaml:9:1: (file): w, expected e, h\na.yaml:9:2: p: w, h\n"
              "a.yaml:10:1: p: w, expected e\nb.yaml:1:1: p: w");
}

TEST(Diagnostics, beyond_twenty_are_counted)
{
    Diagnostics diagnostics;
    int const file = diagnostics.add_file("a");
    for (int line = 30; line >= 1; --line) diagnostics.report({file, line, 1}, "p", {"w"});
    std::string const text = told(diagnostics);
    EXPECT_THAT(text, testing::StartsWith("a:1:1: p: w\na:2:1"));
    EXPECT_THAT(text, testing::EndsWith("a:20:1: p: w\nand 10 more"));
}

TEST(Diagnostics, the_same_mistake_is_told_once)
{
    Diagnostics diagnostics;
    int const file = diagnostics.add_file("a");
    diagnostics.report({file, 1, 1}, "p", {"w"});
    diagnostics.report({file, 1, 1}, "p", {"w"});
    EXPECT_EQ(diagnostics.count(), 1U);
}

TEST(Diagnostics, of_a_file_are_told_once_for_all_that_is_read_from_it)
{
    Diagnostics diagnostics;
    int const file = diagnostics.add_file("a\x1b");
    diagnostics.report_once({file, 1, 1}, "p", {"w"});
    diagnostics.report_once({file, 1, 1}, "q", {"w"});
    diagnostics.report_once({file, 1, 1}, "q", {"v"});
    EXPECT_EQ(told(diagnostics), "a\\x1b:1:1: p: w\na\\x1b:1:1: q: v");
}

TEST(Diagnostics, none_is_no_error)
{
    EXPECT_NO_THROW(Diagnostics().throw_if_any());
}

TEST(Diagnostics, texts_are_shown_short_and_on_one_line)
{
    EXPECT_EQ(shown("a\nb"), "'a\\nb'");
    EXPECT_EQ(shown("\x1b[2J\x7f"), "'\\x1b[2J\\x7f'");
    EXPECT_EQ(shown("5\u00A0%\u202E \u009B"), "'5\\u{a0}%\\u{202e} \\u{9b}'");
    EXPECT_EQ(shown("\xD0"), "'\\xd0'");
    EXPECT_EQ(shown("Ош, \"oblast\""), "'Ош, \"oblast\"'");
    EXPECT_EQ(shown(std::string(100, 'x')), "'" + std::string(60, 'x') + "...'");
    // The 60th byte is the first half of a character: it is left out.
    EXPECT_EQ(shown(std::string(59, 'x') + "\xD0\x9E"), "'" + std::string(59, 'x') + "...'");
}
}  // namespace kochmon
