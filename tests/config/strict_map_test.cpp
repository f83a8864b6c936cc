// SPDX-License-Identifier: MIT
#include "config/strict_map.hpp"

#include <functional>

#include <gmock/gmock.h>

#include "engine/error.hpp"

#include "config/document.hpp"

#include "tests/config/sample.hpp"

namespace kochmon
{
namespace
{
using testing::AllOf;
using testing::HasSubstr;

std::vector<std::string> const known = {"name", "share", "months", "band", "how", "list", "map"};
std::vector<std::string> const words = {"relative", "difference"};

using Look = std::function<void(StrictMap const&)>;

/// What is told of a map of the known keys by who looks at it so.
std::string told(std::string const& text, Look const& look, std::string const& path = "top")
{
    Diagnostics diagnostics;
    auto const root = parse_document(text, diagnostics.add_file("f"), diagnostics);
    StrictMap const map(*root, path, known, diagnostics);
    look(map);
    try
    {
        diagnostics.throw_if_any();
    }
    catch (ScenarioError const& error)
    {
        return error.what();
    }
    return "";
}

void nothing(StrictMap const&) {}

Look const reads_text = [](StrictMap const& map) { map.text("name"); };
Look const reads_number = [](StrictMap const& map) { map.number("share"); };
Look const reads_whole = [](StrictMap const& map) { map.whole("months", 1, 120); };
Look const reads_bounds = [](StrictMap const& map) { map.bounds("band"); };
Look const reads_word = [](StrictMap const& map) { map.word("how", words); };
Look const reads_list = [](StrictMap const& map) { map.list("list"); };
Look const reads_entries = [](StrictMap const& map) { map.entries("map"); };
}  // namespace

TEST(StrictMap, gives_what_stands_in_the_file)
{
    Diagnostics diagnostics;
    auto const root = parse_document(
        "name: a b\nshare: -0.25\nmonths: 12\nband: [-1, 2.5]\nhow: difference\n"
        "list: [x, y]\nmap: {k: 1, j: 2}\n",
        diagnostics.add_file("f"), diagnostics);
    StrictMap const map(*root, "", known, diagnostics);
    EXPECT_EQ(map.text("name"), "a b");
    EXPECT_EQ(map.number("share"), -0.25);
    EXPECT_EQ(map.number_if_any("share"), -0.25);
    EXPECT_EQ(map.whole("months", 1, 120), 12);
    EXPECT_EQ(map.bounds("band").low, -1.0);
    EXPECT_EQ(map.bounds_if_any("band")->high, 2.5);
    EXPECT_EQ(map.word("how", words), 1U);
    ASSERT_EQ(map.list("list").size(), 2U);
    EXPECT_EQ(map.list("list")[1].text, "y");
    ASSERT_EQ(map.entries("map").size(), 2U);
    EXPECT_EQ(map.entries("map")[0].key, "k");
    EXPECT_EQ(map.place("months"), (FilePlace{0, 3, 9}));
    EXPECT_EQ(diagnostics.count(), 0U);
}

TEST(StrictMap, gives_nothing_for_what_may_be_absent)
{
    EXPECT_EQ(told("name: x\n",
                   [](StrictMap const& map)
                   {
                       EXPECT_FALSE(map.number_if_any("share"));
                       EXPECT_FALSE(map.bounds_if_any("band"));
                       EXPECT_FALSE(map.has("how"));
                   }),
              "");
}

TEST(StrictMap, tells_an_unknown_key_with_a_suggestion)
{
    EXPECT_EQ(told("name: x\nshrae: 1\n", nothing),
              "f:2:1: top.shrae: unknown key, expected one of name, share, months, band, how, "
              "list, map, did you mean 'share'?");
    EXPECT_THAT(told("colour: 1\n", nothing),
                AllOf(HasSubstr("f:1:1: top.colour: unknown key"), Not(HasSubstr("did you mean"))));
    // The whole of a file has no path.
    EXPECT_THAT(told("shrae: 1\n", nothing, ""), HasSubstr("f:1:1: shrae: unknown key"));
}

TEST(StrictMap, tells_what_is_no_map)
{
    EXPECT_THAT(told("[1, 2]\n", nothing),
                HasSubstr("f:1:1: top: a list instead of keys, expected a map with name, share"));
    // And nothing of the keys that it cannot have.
    EXPECT_EQ(told("3\n", nothing), told("3\n", reads_text));
}

TEST(StrictMap, tells_a_missing_key_at_the_map)
{
    for (Look const& look : {reads_text, reads_number, reads_whole, reads_bounds, reads_word,
                             reads_list, reads_entries})
        EXPECT_THAT(told("\n{}\n", look),
                    AllOf(HasSubstr("f:2:1: top."), HasSubstr(": is missing, expected a key ")));
}

struct Wrong
{
    std::string file;
    Look const* look;
    std::string told;
};

void PrintTo(Wrong const& one, std::ostream* out)
{
    *out << one.file;
}

class StrictMapTells : public testing::TestWithParam<Wrong>
{
};

TEST_P(StrictMapTells, what_was_expected_at_its_place)
{
    EXPECT_EQ(told(GetParam().file, *GetParam().look), GetParam().told);
}

INSTANTIATE_TEST_SUITE_P(
    Values, StrictMapTells,
    testing::Values(
        Wrong{"name: [a]\n", &reads_text,
              "f:1:7: top.name: a list instead of a text, expected a text"},
        Wrong{"name: {a: 1}\n", &reads_text,
              "f:1:7: top.name: a map instead of a text, expected a text"},
        Wrong{"share: 1\nname:\n", &reads_text,
              "f:2:1: top.name: nothing instead of a text, expected a text"},
        Wrong{"name: ''\n", &reads_text, "f:1:7: top.name: is empty, expected a text"},
        Wrong{"share: high\n", &reads_number,
              "f:1:8: top.share: 'high' is not a number, expected a decimal number"},
        Wrong{"share: '0.5'\n", &reads_number,
              "f:1:8: top.share: the quoted text '0.5' is not a bare number, expected a number"},
        Wrong{"share: [1]\n", &reads_number,
              "f:1:8: top.share: a list is not a bare number, expected a number"},
        Wrong{"months: 2.5\n", &reads_whole,
              "f:1:9: top.months: '2.5' is not whole, expected a whole number from 1 to 120"},
        Wrong{"months: 121\n", &reads_whole,
              "f:1:9: top.months: '121' is out of range, expected a whole number from 1 to 120"},
        Wrong{"band: 1\n", &reads_bounds,
              "f:1:7: top.band: '1' instead of two numbers, expected [lowest, highest]"},
        Wrong{"band: [1, 2, 3]\n", &reads_bounds,
              "f:1:7: top.band: a list instead of two numbers, expected [lowest, highest]"},
        Wrong{"band: [1, x]\n", &reads_bounds,
              "f:1:11: top.band: 'x' is not a number, expected a decimal number"},
        Wrong{"band: [2, 1]\n", &reads_bounds,
              "f:1:7: top.band: the first number is above the second, expected [lowest, highest]"},
        Wrong{"how: relatve\n", &reads_word,
              "f:1:6: top.how: 'relatve' is none of its words, expected relative or difference, "
              "did you mean 'relative'?"},
        // An empty word is no word either, and not the first one.
        Wrong{"how: ''\n", &reads_word, "f:1:6: top.how: is empty, expected a text"},
        Wrong{"list: x\n", &reads_list, "f:1:7: top.list: 'x' instead of a list, expected a list"},
        Wrong{"map: [x]\n", &reads_entries,
              "f:1:6: top.map: a list instead of keys, expected a map"}));

TEST(StrictMap, lists_no_more_words_than_can_be_read)
{
    std::vector<std::string> many;
    for (char letter = 'a'; letter <= 'z'; ++letter) many.emplace_back(4, letter);
    EXPECT_EQ(told("how: aaab\n", [&](StrictMap const& map) { map.word("how", many); }),
              "f:1:6: top.how: 'aaab' is none of its words, expected one of 26, did you mean "
              "'aaaa'?");
}

TEST(StrictMap, lets_both_bounds_be_the_same_number)
{
    EXPECT_EQ(told("band: [0, 0]\n",
                   [](StrictMap const& map)
                   {
                       Bounds const none = map.bounds("band");
                       EXPECT_TRUE(none.hold(0.0));
                       EXPECT_FALSE(none.hold(1e-9));
                   }),
              "");
}

TEST(StrictMap, tells_all_mistakes_at_once_in_their_order)
{
    EXPECT_EQ(told("share: x\nname: [a]\n",
                   [](StrictMap const& map)
                   {
                       map.text("name");
                       map.number("share");
                   }),
              "f:1:8: top.share: 'x' is not a number, expected a decimal number\n"
              "f:2:7: top.name: a list instead of a text, expected a text");
}

namespace
{
std::string refusal_of_document(std::string const& content)
{
    sample::Folder const folder;
    Diagnostics diagnostics;
    try
    {
        read_strict_document(folder.write("t.yaml", content).string(), diagnostics);
    }
    catch (ScenarioError const& error)
    {
        std::string const told = error.what();
        return told.substr(told.find("t.yaml"));
    }
    return "";
}
}  // namespace

TEST(StrictDocument, begins_with_its_schema)
{
    EXPECT_EQ(refusal_of_document("schema: 1\nname: x\n"), "");
    std::string const expected =
        ": schema: is no schema of this program, expected a map that begins with schema: 1";
    EXPECT_EQ(refusal_of_document("name: x\n"), "t.yaml:1:1" + expected);
    EXPECT_EQ(refusal_of_document("schema: 2\n"), "t.yaml:1:9" + expected);
    EXPECT_EQ(refusal_of_document("schema: '1'\n"), "t.yaml:1:9" + expected);
    EXPECT_EQ(refusal_of_document("- schema\n"), "t.yaml:1:1" + expected);
}

TEST(StrictDocument, that_cannot_be_read_is_a_file_error_or_told_at_its_place)
{
    Diagnostics diagnostics;
    EXPECT_THROW(read_strict_document("/nowhere/at-all.yaml", diagnostics), FileError);
    EXPECT_THAT(refusal_of_document("schema: 1\nname: a\nname: b\n"),
                HasSubstr("t.yaml:3:1: name"));
}
}  // namespace kochmon
