// SPDX-License-Identifier: MIT
#include "config/foreign_character.hpp"

#include <gmock/gmock.h>

#include "tests/config/sample.hpp"

namespace kochmon
{
namespace
{
using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

TEST(ForeignCharacter, is_named_with_what_to_write_instead)
{
    EXPECT_EQ(foreign_character("25000 RUB"), "");
    EXPECT_EQ(foreign_character("25000\u00A0RUB"),
              "it holds a no-break space (U+00A0), write an ordinary space");
    EXPECT_EQ(foreign_character("25\u2009000"),
              "it holds a space of its own width (U+2009), write an ordinary space");
    EXPECT_EQ(foreign_character("25000 \u0420UB"),
              "it holds a Cyrillic letter that looks like P (U+0420), write the Latin one");
    EXPECT_EQ(foreign_character("\u22125"), "it holds a minus sign (U+2212), write -");
    EXPECT_EQ(foreign_character("\u201Cbase\u201D"),
              "it holds a typographic quotation mark (U+201C), write ' or \"");
    EXPECT_EQ(foreign_character("\U0001F600"), "it holds the character U+1F600");
    EXPECT_EQ(foreign_character("\xC3"), "") << "no UTF-8";
}

TEST(ForeignCharacter, that_looks_like_a_latin_letter_has_it_in_its_place)
{
    EXPECT_EQ(in_latin("d\u0435p\u0430rture"), "departure");
    EXPECT_EQ(in_latin("\u0416\xC3"), "\u0416\xC3") << "which looks like none, or is no UTF-8";
    EXPECT_EQ(in_latin(""), "");
}

std::vector<std::string> mistakes_with(std::string const& right, std::string const& wrong)
{
    std::string text = sample::complete;
    text.replace(text.find(right), right.size(), wrong);
    return sample::mistakes(text);
}

// In a number, a unit, a key and a word alike.
TEST(ForeignCharacter, is_named_wherever_it_stands)
{
    EXPECT_THAT(mistakes_with("4_000 RUB", "4_000\u00A0RUB"),
                ElementsAre(HasSubstr("a no-break space (U+00A0)")));
    EXPECT_THAT(mistakes_with("4_000 RUB", "4_000 R\u0423B"),
                ElementsAre(AllOf(HasSubstr("wrong unit"), HasSubstr("Cyrillic"))));
    EXPECT_THAT(mistakes_with("4_000 RUB", "\u22124_000 RUB"),
                ElementsAre(AllOf(HasSubstr("write '-4_000 RUB'"),
                                  HasSubstr("a minus sign (U+2212)"), Not(HasSubstr("write -")))));
    EXPECT_THAT(mistakes_with("seed:", "s\u0435ed:"), testing::Contains(HasSubstr("Cyrillic")));
}

// Letters of any alphabet may stand in a source; a line feed may not.
TEST(ForeignCharacter, is_not_named_where_a_line_feed_is_the_mistake)
{
    EXPECT_THAT(mistakes_with("source: F9", "source: \"\u0417\u0430\u043A\u043E\u043D\\n2010\""),
                ElementsAre(AllOf(HasSubstr("several lines as source, expected one line of text, "
                                            "join them with spaces"),
                                  Not(HasSubstr("Cyrillic")))));
}

TEST(ForeignCharacter, of_a_cell_is_told_once)
{
    sample::Folder const folder;
    folder.write("data/pyramid.csv",
                 "region,sex,age,persons,source\nosh,male,0,1\u00A0200,F1\nosh,m\u0430le,0,1,F1\n");
    std::vector<std::string> const told =
        sample::mistakes_of(folder.write("s.yaml", sample::complete));
    ASSERT_EQ(told.size(), 2U);
    for (std::string const& line : told) EXPECT_EQ(line.find("U+"), line.rfind("U+")) << line;
}
}  // namespace
}  // namespace kochmon
