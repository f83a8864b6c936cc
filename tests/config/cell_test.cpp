// SPDX-License-Identifier: MIT
#include "config/cell.hpp"

#include <gmock/gmock.h>

#include "config/mistyped_number.hpp"

namespace kochmon
{
namespace
{
using testing::HasSubstr;

ColumnDeclared const persons{
    .name = "persons", .kind = ColumnKind::whole_number, .range = {0, 1e9}, .unit = "persons"};
ColumnDeclared const rate{.name = "births", .range = {0, 1000}, .unit = "births per 1,000"};

std::string refusal(std::string const& text, ColumnDeclared const& column = persons)
{
    auto const reading = read_cell(text, column);
    if (reading.value) return "accepted";
    return reading.mistake.what + "; " + reading.mistake.expected + "; " + reading.mistake.hint;
}
}  // namespace

TEST(Cell, of_a_count_is_a_whole_number_within_its_range)
{
    EXPECT_EQ(read_cell("772200", persons).value, 772'200.0);
    EXPECT_EQ(read_cell("772_200", persons).value, 772'200.0);
    EXPECT_EQ(read_cell("0", persons).value, 0.0);
    EXPECT_EQ(refusal("1000000001"),
              "'1000000001' is above the range; a whole number of persons from 0 to 1000000000; ");
    EXPECT_EQ(refusal("-5"),
              "'-5' is below the range; a whole number of persons from 0 to 1000000000; ");
    for (char const* const large : {"12345678901234567", "4294967296000", "9223372036854775808",
                                    "1000000000000000000000000000000"})
        EXPECT_THAT(refusal(large), HasSubstr("above the range")) << large;
}

TEST(Cell, of_a_count_has_no_fraction)
{
    EXPECT_EQ(refusal("772.000"),
              "'772.000' is not whole; a whole number of persons from 0 to 1000000000; write "
              "'772000' if thousands are meant, '772' if decimals are meant");
    EXPECT_THAT(refusal("823.5"), HasSubstr("'823.5' is not whole"));
    EXPECT_THAT(refusal("1.0"), HasSubstr("write '1'"));
    EXPECT_THAT(refusal("1.234.567"), HasSubstr("write '1234567'"));
    EXPECT_THAT(refusal("772,000"),
                HasSubstr("write '772000' if thousands are meant, '772' if decimals are meant"));
    EXPECT_THAT(refusal("772 000"), HasSubstr("write '772000'"));
    EXPECT_THAT(refusal("772'000"), HasSubstr("write '772000'"));
    EXPECT_THAT(refusal("772\u00A0000"), HasSubstr("'772\\u{a0}000' holds a no-break space "
                                                   "(U+00A0)"));
    EXPECT_THAT(refusal("772\u00A0000"), HasSubstr("write '772000'"));
    EXPECT_THAT(refusal("772\u202F000"), HasSubstr("write '772000'"));
}

TEST(Cell, of_a_rate_is_a_decimal_number_with_a_point)
{
    EXPECT_EQ(read_cell("178.5110", rate).value, 178.511);
    EXPECT_THAT(refusal("35,0652", rate), HasSubstr("write '35.0652'"));
    EXPECT_THAT(
        refusal("178,511", rate),
        HasSubstr("write '178511' if thousands are meant, '178.511' if decimals are meant"));
    EXPECT_THAT(refusal("1.234,5", rate), HasSubstr("write '1234.5'"));
    EXPECT_THAT(refusal("1,234.5", rate), HasSubstr("write '1234.5'"));
    EXPECT_THAT(refusal(".5", rate), HasSubstr("write '0.5'"));
    EXPECT_THAT(refusal("1000.1", rate),
                HasSubstr("above the range; a number of births per 1,000 from 0 to 1000"));
}

TEST(Cell, that_is_no_plain_number_is_refused)
{
    for (char const* const text : {"nan", "NaN", "inf", "-inf", "Infinity", "0x1F", "1e30", "1E5",
                                   "NA", "..", ":", "-", "5 %", "5%", "1/2", "true", "٣", "５"})
    {
        EXPECT_NE(refusal(text, rate), "accepted") << text;
        EXPECT_NE(refusal(text), "accepted") << text;
    }
    EXPECT_THAT(refusal("+5"), HasSubstr("write '5'"));
    EXPECT_THAT(refusal("007"), HasSubstr("write '7'"));
    EXPECT_THAT(refusal("-0"), HasSubstr("'-0' has a sign; a whole number of persons from 0 to "
                                         "1000000000; write '0'"));
    EXPECT_THAT(refusal("-0.00", rate), HasSubstr("write '0'"));
    EXPECT_THAT(refusal("\u22125", rate), HasSubstr("holds a minus sign that is not - (U+2212)"));
    EXPECT_THAT(refusal("1e30"), HasSubstr("write the number out, without an exponent"));
}

TEST(Cell, without_content_or_with_spaces_is_refused)
{
    EXPECT_THAT(refusal(""), HasSubstr("an empty cell"));
    EXPECT_THAT(refusal("  "), HasSubstr("a cell of spaces"));
    EXPECT_THAT(refusal("5 "), HasSubstr("'5 ' with a space around it"));
    EXPECT_THAT(refusal(" 5"), HasSubstr("leave the space out"));
    EXPECT_THAT(refusal("\t5"), HasSubstr("'\\t5' with a space around it"));
    EXPECT_THAT(refusal("5\u200B"), HasSubstr("'5\\u{200b}' holds a character that is not seen"));
}

TEST(Cell, with_a_word_suggests_what_was_meant)
{
    ColumnDeclared const region{.name = "region",
                                .kind = ColumnKind::word,
                                .words = {"osh", "osh_city", "jalal_abad", "female"}};
    auto const told = [&](std::string const& word)
    {
        auto const mistake = mistake_of_word(word, region, true);
        return mistake ? mistake->what + "; " + mistake->hint : "accepted";
    };
    EXPECT_EQ(told("osh"), "accepted");
    EXPECT_EQ(told("Osh oblast"), "unknown word 'Osh oblast'; did you mean 'osh'?");
    EXPECT_EQ(told("Jalal-Abad"), "unknown word 'Jalal-Abad'; did you mean 'jalal_abad'?");
    EXPECT_EQ(told("FEMALE"), "unknown word 'FEMALE'; did you mean 'female'?");
    EXPECT_EQ(told("osh "), "'osh ' with a space around it; leave the space out");
    EXPECT_THAT(told("\u043Esh"), HasSubstr("holds a Cyrillic letter (U+043E)"));
    EXPECT_THAT(told("os\x1bh"), HasSubstr("'os\\x1bh' holds a character that is not seen"));
}

// What is proposed is a number that is read, or nothing.
TEST(MistypedNumber, is_told_as_it_can_be_read)
{
    EXPECT_EQ(meant_number("1.234.567,89", false), "write '1234567.89'");
    EXPECT_EQ(meant_number("12,34,567", true), "");
    EXPECT_EQ(meant_number("1 234,5", false), "write '1234.5'");
    EXPECT_EQ(meant_number("12\u2019345", true), "write '12345'");
    EXPECT_EQ(meant_number("abc", false), "");
    EXPECT_EQ(meant_number(",", false), "");
    EXPECT_EQ(meant_number("", false), "");
    EXPECT_EQ(meant_number("-1,5", false), "write '-1.5'");
    EXPECT_EQ(meant_number("+4_000", false), "write '4_000'") << "once, as it was written";
    EXPECT_EQ(meant_number("2,5k", false), "write '2500'");
}
}  // namespace kochmon
