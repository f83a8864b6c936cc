// SPDX-License-Identifier: MIT
#include "engine/month.hpp"

#include <gtest/gtest.h>

#include "engine/ids.hpp"

namespace kochmon
{
TEST(Month, counts_from_january_1900)
{
    EXPECT_EQ(Month::of(1900, 1).since_1900(), 0);
    EXPECT_EQ(Month::of(1900, 12).since_1900(), 11);
    EXPECT_EQ(Month::of(2010, 6).since_1900(), 110 * 12 + 5);
}

TEST(Month, gives_back_year_and_month_of_year)
{
    for (int year : {1900, 1999, 2000, 2012, 2100})
        for (int month_of_year = 1; month_of_year <= 12; ++month_of_year)
        {
            Month const month = Month::of(year, month_of_year);
            EXPECT_EQ(month.year(), year);
            EXPECT_EQ(month.month_of_year(), month_of_year);
            EXPECT_EQ(month.is_january(), month_of_year == 1);
            EXPECT_EQ(Month::parse(month.text()), month);
        }
}

TEST(Month, is_written_as_year_and_month)
{
    EXPECT_EQ(Month::of(2010, 1).text(), "2010-01");
    EXPECT_EQ(Month::of(1999, 12).text(), "1999-12");
}

TEST(Month, reads_only_four_digits_a_hyphen_and_two_digits)
{
    EXPECT_EQ(Month::parse("2010-01"), Month::of(2010, 1));
    for (char const* wrong :
         {"", "2010", "2010-1", "2010-13", "2010-00", "1899-12", "2010/01", "2010-01-01",
          " 2010-01", "2010-01 ", "201a-01", "2010-0x", "-010-01", "+010-01", "20100-1", "2010--1"})
        EXPECT_EQ(Month::parse(wrong), std::nullopt) << wrong;
}

TEST(Month, adds_and_subtracts_over_the_turn_of_the_year)
{
    EXPECT_EQ(Month::of(2010, 12) + 1, Month::of(2011, 1));
    EXPECT_EQ(Month::of(2011, 1) - 1, Month::of(2010, 12));
    EXPECT_EQ(Month::of(2010, 6) + 36, Month::of(2013, 6));
    EXPECT_EQ(Month::of(2013, 6) - Month::of(2010, 6), 36);
    EXPECT_EQ(Month::of(2010, 6) - Month::of(2011, 1), -7);
}

TEST(Month, is_ordered_by_time)
{
    EXPECT_LT(Month::of(2010, 12), Month::of(2011, 1));
    EXPECT_GT(Month::of(2011, 2), Month::of(2011, 1));
    EXPECT_EQ(Month(), Month::of(1900, 1));
}

TEST(Id, keeps_its_row_and_its_order)
{
    struct PersonTag;
    using PersonId = Id<PersonTag>;
    EXPECT_EQ(PersonId(5).row(), 5U);
    EXPECT_LT(PersonId(5), PersonId(6));
    EXPECT_EQ(PersonId(), PersonId(0));
}
}  // namespace kochmon
