// SPDX-License-Identifier: MIT
#include "config/document.hpp"

#include <gmock/gmock.h>

#include "engine/error.hpp"

namespace kochmon
{
namespace
{
struct Parsed
{
    std::optional<Node> root;
    std::string told;
};

Parsed parse(std::string_view text)
{
    Diagnostics diagnostics;
    Parsed parsed{parse_document(text, diagnostics.add_file("f"), diagnostics), {}};
    try
    {
        diagnostics.throw_if_any();
    }
    catch (ScenarioError const& error)
    {
        parsed.told = error.what();
    }
    return parsed;
}

std::string told(std::string_view text)
{
    return parse(text).told;
}

using testing::StartsWith;
}  // namespace

TEST(Document, keeps_kinds_places_and_quotes)
{
    auto const parsed = parse("a: 1\nb:\n  c: \"q\"\n  d: [x, {y: ~}]\n");
    ASSERT_EQ(parsed.told, "");
    Node const& root = *parsed.root;
    EXPECT_FALSE(root.find("a")->quoted);
    EXPECT_EQ(root.find("a")->place, (FilePlace{0, 1, 4}));
    EXPECT_EQ(root.entries[1].place, (FilePlace{0, 2, 1}));
    Node const& b = *root.find("b");
    EXPECT_TRUE(b.find("c")->quoted);
    EXPECT_EQ(b.find("d")->items[1].place, (FilePlace{0, 4, 10}));
    EXPECT_EQ(b.find("d")->items[1].find("y")->kind, Node::Kind::null);
    EXPECT_EQ(root.find("z"), nullptr);
}

TEST(Document, is_read_up_to_a_key_of_the_outermost_map)
{
    auto const read_up_to = [](std::string_view text, std::string_view key)
    {
        Diagnostics diagnostics;
        return parse_document(text, diagnostics.add_file("f"), diagnostics, key);
    };
    auto const found = read_up_to("a: {key: 1}\nkey: 2\nb: [never closed\n", "key");
    ASSERT_TRUE(found.has_value()) << "what stands behind the key is not looked at";
    EXPECT_EQ(found->entries.size(), 2U) << "a key further in is another";
    EXPECT_EQ(found->find("key")->text, "2");
    auto const all = read_up_to("a: 1\nb: 2\n", "key");
    ASSERT_TRUE(all.has_value());
    EXPECT_EQ(all->entries.size(), 2U);
}

TEST(Document, columns_count_characters_not_bytes)
{
    auto const parsed = parse("a: {s: \"\xD0\x9E\xD1\x88\", t: 1}\n");  // two Cyrillic letters
    EXPECT_EQ(parsed.root->find("a")->find("t")->place, (FilePlace{0, 1, 17}));
}

TEST(Document, a_value_left_out_is_told_at_its_key)
{
    auto const parsed = parse("a:\n\n\nb: 1\n");
    EXPECT_EQ(parsed.root->find("a")->place, (FilePlace{0, 1, 1}));
}

TEST(Document, of_a_key_twice_the_second_is_told)
{
    EXPECT_EQ(told("a:\n  b: 1\n  c: 2\n  b: 3\n"),
              "f:4:3: a.b: the key is here a second time, expected each key once");
}

TEST(Document, aliases_anchors_and_tags_are_refused_at_their_place)
{
    EXPECT_EQ(told("a: &x 1\nb: *x\n"),
              "f:1:4: a: a YAML anchor, expected a plain value, write values out where needed\n"
              "f:2:4: b: a YAML alias, expected a plain value, write values out where needed");
    EXPECT_EQ(told("a: !!int 1\n"),
              "f:1:4: a: a YAML tag, expected a plain value, leave the tag out");
    EXPECT_EQ(told("a: ! x\n"), "f:1:4: a: a YAML tag, expected a plain value, leave the tag out");
    EXPECT_THAT(told("a: &x\n  b: 1\n"), StartsWith("f:1:4: a: a YAML anchor"));
    EXPECT_THAT(told("a: !own [1]\n"), StartsWith("f:1:4: a: a YAML tag"));
    EXPECT_THAT(told("&x a: 1\n"), StartsWith("f:1:1: (file): a YAML anchor"));
    EXPECT_THAT(told("a: *none\n"), StartsWith("f:1:4: a: not YAML"));
}

TEST(Document, quoted_text_with_an_exclamation_mark_is_no_tag)
{
    EXPECT_EQ(told("a: \"!x\"\nb: x!\nc: '&x *y'\n"), "");
}

TEST(Document, a_second_document_is_refused)
{
    EXPECT_EQ(told("a: 1\n---\nb: 2\n"),
              "f:2:1: (file): a second document or text after the end, expected one document in a "
              "file");
    EXPECT_THAT(told("{a: 1} b"), StartsWith("f:1:8: (file): a second document or text"));
    EXPECT_EQ(told("---\na: 1\n...\n"), "");
}

TEST(Document, a_key_that_is_no_name_is_refused)
{
    EXPECT_EQ(told("? [a, b]\n: 3\n"),
              "f:1:3: (file): a key that is no name, expected a single word before the colon");
    EXPECT_THAT(told("a:\n  ? {b: 1}\n  : 3\n"), StartsWith("f:2:5: a: a key that is no name"));
    EXPECT_THAT(told(": 1\n"), StartsWith("f:1:1: (file): a key that is no name"));
}

TEST(Document, nesting_is_limited)
{
    std::string const deep(31, '[');
    EXPECT_EQ(told("a: " + deep + std::string(31, ']')), "");
    EXPECT_EQ(told("a: [" + deep + std::string(32, ']')),
              "f:1:35: a: nested deeper than 32 levels");
    EXPECT_THAT(told(std::string(1'000'000, '[')), testing::HasSubstr("(file): nested deeper"));
}

TEST(Document, mistakes_of_yaml_are_told_at_their_mark)
{
    EXPECT_THAT(told("a: 1\nb: [1, 2\nc: 3\n"), testing::HasSubstr("not YAML: "));
    EXPECT_THAT(told("a: b: c\n"), StartsWith("f:1:5: (file): not YAML: illegal map value"));
    EXPECT_THAT(told("a: [1, 2\n"), testing::HasSubstr("not YAML: end of sequence flow"));
    EXPECT_THAT(told("a: @x\n"), testing::HasSubstr("f:1:4: a: not YAML: "));
}

TEST(Document, a_quote_must_close)
{
    EXPECT_EQ(told("a: 1\nb: \"open\n"), "f:2:4: b: a quote that is never closed");
    EXPECT_EQ(told("a: 1\nb: 'open\nc: 2\n"), "f:2:4: b: a quote that is never closed");
    EXPECT_EQ(told("a: \"x \\\" y\"\nb: 'it''s'\n"), "");
}

// yaml-cpp reads these as single bytes, which a resolved scenario could not hold.
TEST(Document, escapes_that_stand_for_no_character_are_refused)
{
    for (std::string const escape : {"\\_", "\\N"})
        EXPECT_EQ(told("a: 1\nb: \"S3" + escape + "p\"\n").substr(0, 45),
                  "f:2:4: b: an escape that stands for no charac")
            << escape;
    EXPECT_EQ(told("a: \"S3\\u00A0p\"\n"), "");
}

TEST(Document, bytes_that_are_no_text_are_refused_at_their_place)
{
    EXPECT_EQ(told("\xEF\xBB\xBF"
                   "a: 1"),
              "");
    EXPECT_EQ(told("\xEF\xBB\xBF"
                   "a: b: 1"),
              told("a: b: 1"));
    EXPECT_EQ(told("a: 1\n\xEF\xBB\xBF"
                   "b: 1"),
              "f:2:1: (file): a byte order mark within the text, "
              "expected one at its beginning at most, take it out");
    EXPECT_EQ(told(std::string_view("a: 1\nb: \0x", 10)),
              "f:2:4: (file): control character 0x00, expected text");
    EXPECT_EQ(told("a: \xFF"), "f:1:4: (file): byte 0xFF is not UTF-8, expected UTF-8 text");
    EXPECT_EQ(told("a: \xC0\xAF"), "f:1:4: (file): byte 0xC0 is not UTF-8, expected UTF-8 text");
    EXPECT_THAT(told("a: \xED\xA0\x80"), testing::HasSubstr("not UTF-8"));      // a surrogate
    EXPECT_THAT(told("a: \xF4\x90\x80\x80"), testing::HasSubstr("not UTF-8"));  // above U+10FFFF
    EXPECT_THAT(told("a: \xE2\x82"), testing::HasSubstr("not UTF-8"));          // cut off
    EXPECT_EQ(told("a: 1\rb: 2\n"),
              "f:1:5: (file): a carriage return stands alone, expected lines "
              "that end with a line feed");
}

TEST(Document, lines_may_end_as_on_windows)
{
    auto const parsed = parse("a: 1\r\nb: 2\r\n");
    EXPECT_EQ(parsed.told, "");
    EXPECT_EQ(parsed.root->find("b")->text, "2");
    EXPECT_EQ(parsed.root->find("b")->place, (FilePlace{0, 2, 4}));
}

TEST(Document, tabs_that_indent_and_directives_are_refused)
{
    EXPECT_EQ(told("a:\n\tb: 1\n"), "f:2:1: (file): a tab indents the line, expected spaces");
    EXPECT_EQ(told("a:\n  \tb: 1\n"), "f:2:3: (file): a tab indents the line, expected spaces");
    EXPECT_EQ(told("%YAML 1.2\n---\na: 1\n"),
              "f:1:1: (file): a YAML directive, expected no directives, leave the line out");
}

TEST(Document, a_text_beyond_a_mebibyte_is_refused)
{
    EXPECT_EQ(told(std::string(largest_document + 1, '#')),
              "f:1:1: (file): larger than 1 MiB, expected a smaller file");
}

TEST(Document, an_empty_text_is_nothing)
{
    auto const parsed = parse("# only a remark\n");
    EXPECT_EQ(parsed.told, "");
    EXPECT_EQ(parsed.root->kind, Node::Kind::null);
}
}  // namespace kochmon
