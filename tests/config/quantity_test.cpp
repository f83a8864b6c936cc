// SPDX-License-Identifier: MIT
#include "config/quantity.hpp"

#include <cmath>
#include <locale>

#include <gtest/gtest.h>

#include "config/plain_decimal.hpp"

#include "tests/config/sample.hpp"

namespace kochmon
{
namespace
{
struct Row
{
    char const* text;
    Dimension dimension;
    double amount;
    char const* kept;  // as the resolved scenario writes it
};

Declared quantity(Dimension dimension)
{
    return {.dimension = dimension, .currencies = sample::money()->shared_currencies()};
}

double amount_of(char const* text, Dimension dimension)
{
    return read_quantity(text, quantity(dimension)).value.value().amount;
}

std::string told(char const* text, Dimension dimension)
{
    auto const reading = read_quantity(text, quantity(dimension));
    if (reading.value) return "accepted";
    return reading.mistake.what + " | " + reading.mistake.expected + " | " + reading.mistake.hint;
}

Node scalar(char const* text)
{
    return {.kind = Node::Kind::scalar, .place = {}, .text = text};
}

/// Numbers with a decimal comma and dots between thousands.
struct CommaDecimals : std::numpunct<char>
{
    char do_decimal_point() const override { return ','; }
    char do_thousands_sep() const override { return '.'; }
    std::string do_grouping() const override { return "\3"; }
};
}  // namespace

TEST(Units, convert_into_the_unit_of_the_program)
{
    Row const rows[] = {
        {"25_000 RUB", Dimension::roubles, 25000, "25000 RUB"},
        {"1_500 KGS", Dimension::roubles, 1500, "1500 KGS"},
        {"20.5 USD", Dimension::roubles, 20.5, "20.5 USD"},
        {"4000 RUB/month", Dimension::roubles_per_month, 4000, "4000 RUB/month"},
        {"300 USD/month", Dimension::roubles_per_month, 300, "300 USD/month"},
        {"12 months", Dimension::months, 12, "12 months"},
        {"30 days", Dimension::months, 1, "30 days"},
        {"15 days", Dimension::months, 0.5, "15 days"},
        {"2 years", Dimension::months, 24, "2 years"},
        {"0.25", Dimension::share, 0.25, "0.25"},
        {"25 %", Dimension::share, 0.25, "25 %"},
        {"25%", Dimension::share, 0.25, "25 %"},
        {"0.7 %", Dimension::share, 0.007, "0.7 %"},
        {"2.4 %/month", Dimension::per_month, 0.024, "2.4 %/month"},
        {"2.4%/month", Dimension::per_month, 0.024, "2.4 %/month"},
        {"0.3 1/month", Dimension::per_month, 0.3, "0.3 1/month"},
        {"0.3 1/year", Dimension::per_month, 0.3 / 12, "0.3 1/year"},
        {"30 %/year", Dimension::per_month, 0.3 / 12, "30 %/year"},
        {"4600 persons", Dimension::persons, 4600, "4600 persons"},
        {"55_000 persons/year", Dimension::persons_per_year, 55000, "55000 persons/year"},
        {"-0.1", Dimension::ratio, -0.1, "-0.1"},
        {"0", Dimension::ratio, 0, "0"},
        {"1_000_000.5", Dimension::ratio, 1000000.5, "1000000.5"}};
    for (Row const& row : rows)
    {
        auto const reading = read_quantity(row.text, quantity(row.dimension));
        ASSERT_TRUE(reading.value.has_value()) << row.text << ": " << reading.mistake.what;
        EXPECT_EQ(reading.value->amount, row.amount) << row.text;
        EXPECT_EQ(reading.value->text, row.kept);
    }
}

TEST(Units, a_percentage_and_its_share_are_the_same_bits)
{
    for (int thousandth = 0; thousandth <= 1000; ++thousandth)
    {
        std::string const share = number_text(thousandth / 1000.0);
        std::string const percent = number_text(thousandth / 10.0) + " %";
        EXPECT_EQ(amount_of(share.c_str(), Dimension::share),
                  amount_of(percent.c_str(), Dimension::share));
    }
}

// As in tables, so that a value is written in one way.
TEST(Units, zero_has_no_sign)
{
    EXPECT_EQ(told("-0", Dimension::ratio), "'-0' has a sign | 0 without a sign | write '0'");
    EXPECT_EQ(told("-0.00 RUB", Dimension::roubles),
              "'-0.00 RUB' has a sign | 0 without a sign | write '0 RUB'");
    EXPECT_EQ(number_text(-0.0), "0");
    EXPECT_EQ(number_text(0.00005), "0.00005") << "which has an exponent in its shortest form";
}

TEST(Units, a_missing_unit_lists_the_accepted_ones)
{
    EXPECT_EQ(told("25_000", Dimension::roubles),
              "'25_000' has no unit | RUB, KGS, USD or nominal RUB | write '25_000 RUB', "
              "'25_000 KGS', '25_000 USD' or '25_000 nominal RUB', whichever is meant");
    EXPECT_EQ(told("12", Dimension::months),
              "'12' has no unit | months, days or years | write '12 months', '12 days' or "
              "'12 years', whichever is meant");
    EXPECT_EQ(told("0.3", Dimension::per_month),
              "'0.3' has no unit | 1/month, %/month, 1/year or %/year | write '0.3 1/month', "
              "'0.3 %/month', '0.3 1/year' or '0.3 %/year', whichever is meant");
}

TEST(Units, a_wrong_unit_lists_the_accepted_ones_and_suggests)
{
    EXPECT_EQ(told("5 RUR", Dimension::roubles),
              "wrong unit 'RUR' | RUB, KGS, USD or nominal RUB | write '5 RUB'");
    EXPECT_EQ(told("5 month", Dimension::months),
              "wrong unit 'month' | months, days or years | write '5 months'");
    EXPECT_EQ(told("5 RUB", Dimension::ratio), "wrong unit 'RUB' | no unit or % | ");
    EXPECT_EQ(told("5 %", Dimension::ratio), "accepted");
}

TEST(Units, a_number_has_no_space)
{
    EXPECT_EQ(told("20 000 RUB", Dimension::roubles),
              "a space within the number of '20 000 RUB' | a number without spaces, then RUB, KGS, "
              "USD or nominal RUB | write '20000 RUB'");
    EXPECT_EQ(told("1 250", Dimension::ratio),
              "a space within the number of '1 250' | a number without spaces, then no unit or % | "
              "write '1250'");
}

TEST(Units, numbers_are_decimal_only)
{
    for (char const* text : {"",     "-",    ".",   "5.",    ".5",   "+5",   "1e3", "1E3",  "0x10",
                             "0o7",  "010",  "00",  "-010",  "NaN",  "nan",  "inf", "-inf", ".inf",
                             ".nan", "1__0", "_1",  "1_",    "1_.5", "1._5", "0_1", "1,5",  "1.5.2",
                             "--1",  "1-",   "one", "1'000", " 1",   "0b1",  "1d",  "1f"})
        EXPECT_NE(told(text, Dimension::ratio), "accepted") << text;
}

TEST(Units, a_number_that_is_none_says_why)
{
    EXPECT_EQ(told("0x10", Dimension::ratio),
              "'0x10' is not a number | a decimal number | "
              "hexadecimal and octal numbers are not read");
    EXPECT_EQ(told("010", Dimension::ratio),
              "'010' is not a number | a decimal number | write '10'");
    EXPECT_EQ(told("1e3", Dimension::ratio),
              "'1e3' is not a number | a decimal number | write '1000'");
    EXPECT_EQ(told("1,5", Dimension::ratio),
              "'1,5' is not a number | a decimal number | write '1.5'");
    EXPECT_EQ(told("1e99", Dimension::ratio),
              "'1e99' is not a number | a decimal number | write the "
              "number out, without an exponent");
}

TEST(Units, a_number_beyond_all_reach_is_refused)
{
    EXPECT_NE(told(std::string(400, '9').c_str(), Dimension::ratio), "accepted");
}

TEST(Units, exactly_one_space_stands_before_a_unit)
{
    EXPECT_EQ(told("12  months", Dimension::months),
              "'12  months' has more than one space | one space before the unit | "
              "write '12 months'");
    EXPECT_NE(told("12months", Dimension::months), "accepted");
    EXPECT_NE(told("12 ", Dimension::months), "accepted");
}

TEST(Units, ranges_are_told_in_the_unit_of_the_user)
{
    Declared const chance{Dimension::per_month, {0, 0.5}, "A chance"};
    EXPECT_EQ(read_value(scalar("60 %/month"), chance).mistake.what,
              "'60 %/month' is above the range");
    EXPECT_EQ(read_value(scalar("60 %/month"), chance).mistake.expected, "0 to 50 %/month");
    EXPECT_EQ(read_value(scalar("7 1/year"), chance).mistake.expected, "0 to 6 1/year");
    EXPECT_EQ(read_value(scalar("-1 %/year"), chance).mistake.what,
              "'-1 %/year' is below the range");
    EXPECT_EQ(read_value(scalar("-1 %/year"), chance).mistake.expected, "0 to 600 %/year");
    Declared const length{Dimension::months, {1, 60}, "A length"};
    EXPECT_EQ(read_value(scalar("6 years"), length).mistake.expected, "0.0833333333333 to 5 years");
}

TEST(Units, both_ends_of_a_range_are_admissible)
{
    Declared const length{Dimension::months, {1, 60}, "A length"};
    EXPECT_TRUE(read_value(scalar("30 days"), length).value);
    EXPECT_TRUE(read_value(scalar("5 years"), length).value);
}

TEST(Units, words_are_numbered_in_their_order)
{
    Declared const kernel{
        .dimension = Dimension::word, .meaning = "A form", .words = {"nested", "flat"}};
    EXPECT_EQ(read_value(scalar("flat"), kernel).value.value().amount, 1.0);
    EXPECT_EQ(read_value(scalar("flot"), kernel).mistake.hint, "did you mean 'flat'?");
    EXPECT_EQ(read_value(scalar("1"), kernel).mistake.expected, "one of nested, flat");
}

TEST(Units, the_locale_of_the_machine_changes_nothing)
{
    std::locale const before = std::locale::global(std::locale({}, new CommaDecimals));
    double const amount = amount_of("1_234.5", Dimension::ratio);
    std::string const text = number_text(1234567.5);
    std::locale::global(before);
    EXPECT_EQ(amount, 1234.5);
    EXPECT_EQ(text, "1234567.5");
}

TEST(Quantities, of_persons_are_whole)
{
    EXPECT_EQ(
        told("480.000 persons", Dimension::persons),
        "'480.000 persons' has a fraction | whole persons | write '480000 persons' if thousands "
        "are meant, '480 persons' if decimals are meant");
    EXPECT_EQ(told("772.586 persons", Dimension::persons),
              "'772.586 persons' has a fraction | whole persons | write '772586 persons'");
    EXPECT_EQ(told("7.5 persons/year", Dimension::persons_per_year),
              "'7.5 persons/year' has a fraction | whole persons/year | ");
    EXPECT_EQ(amount_of("480 persons", Dimension::persons), 480.0);
    EXPECT_EQ(amount_of("7.5 months", Dimension::months), 7.5);
}
}  // namespace kochmon
