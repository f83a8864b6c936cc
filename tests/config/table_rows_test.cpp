// SPDX-License-Identifier: MIT
#include "config/table_rows.hpp"

#include <gmock/gmock.h>

#include "tests/config/counts.hpp"

namespace kochmon
{
namespace
{
using sample::mistakes_of_rows;
using testing::ElementsAre;
using testing::HasSubstr;

std::string const sound_rows =
    "hill,white,2005,0,4,10,20.5,F1\n"
    "hill,white,2005,5,9,11,30,F1\n"
    "hill,black,2005,0,9,12,25,F1\n";
}  // namespace

TEST(TableRows, that_say_each_thing_once_are_accepted)
{
    EXPECT_THAT(mistakes_of_rows(sound_rows), ElementsAre());
    EXPECT_THAT(mistakes_of_rows(sound_rows + "dale,grey,2005,0,0,1,2,F1\n"), ElementsAre());
    EXPECT_THAT(mistakes_of_rows("hill,black,2005,0,9,12,25,F1\nhill,white,2005,5,9,11,30,F1\n"
                                 "hill,white,2005,0,4,10,20.5,F1\n"),
                ElementsAre());
}

TEST(TableRows, that_say_a_thing_twice_are_refused_at_the_second_with_both_lines)
{
    EXPECT_THAT(mistakes_of_rows(sound_rows + "hill,white,2005,5,9,110,30,F1\n"),
                ElementsAre("5:1: hill, white, year 2005, ages 5 to 9 a second time (lines 3 and "
                            "5), expected one row for each farm, flock, year and age, leave one "
                            "of the two lines out"));
    EXPECT_THAT(mistakes_of_rows(sound_rows + "hill,black,2005,8,12,1,2,F1\n"),
                ElementsAre(HasSubstr("5:1: hill, black, year 2005, ages 8 to 9 a second time "
                                      "(lines 4 and 5)")));
    EXPECT_THAT(mistakes_of_rows(sound_rows + "hill,white,2005,5,9,11,30,F1\n" +
                                 "dale,grey,2005,0,0,1,"
                                 "2,F1\ndale,grey,2005,0,0,1,2,F1\n"),
                ElementsAre(HasSubstr("(lines 3 and 5)"), HasSubstr("(lines 6 and 7)")));
    EXPECT_THAT(mistakes_of_rows(sound_rows + "hill,white,2005,7,7,11,30,F2\n"),
                ElementsAre(HasSubstr("year 2005, age 7 a second time (lines 3 and 5)")));
}

TEST(TableRows, leave_no_age_out)
{
    EXPECT_THAT(mistakes_of_rows("hill,white,2005,0,4,10,20.5,F1\nhill,white,2005,7,9,11,30,F1\n"
                                 "hill,black,2005,0,9,12,25,F1\n"),
                ElementsAre("3:1: no row for hill, white, year 2005, ages 5 to 6, expected every "
                            "age from 0 to the last, add what is missing"));
    EXPECT_THAT(mistakes_of_rows("dale,grey,2005,1,4,10,20.5,F1\n"),
                ElementsAre(HasSubstr("2:1: no row for dale, grey, year 2005, age 0,")));
    EXPECT_THAT(mistakes_of_rows("dale,grey,2005,0,4,1,2,F\ndale,grey,2005,6,6,1,2,F\n"
                                 "dale,grey,2006,0,4,1,2,F\ndale,grey,2006,6,6,1,2,F\n"
                                 "dale,grey,2009,0,4,1,2,F\ndale,grey,2009,6,6,1,2,F\n"),
                ElementsAre(HasSubstr("3:1: no row for dale, grey, years 2005 to 2009, age 5,")));
    EXPECT_THAT(mistakes_of_rows("dale,grey,2005,0,1,1,2,F\ndale,grey,2005,3,3,1,2,F\n"
                                 "dale,grey,2006,0,2,1,2,F\ndale,grey,2006,4,4,1,2,F\n"),
                ElementsAre(HasSubstr("3:1: no row for dale, grey, year 2005, age 2,"),
                            HasSubstr("5:1: no row for dale, grey, year 2006, age 3,")));
}

TEST(TableRows, leave_no_word_out_where_another_stands)
{
    EXPECT_THAT(mistakes_of_rows(sound_rows + "hill,white,2006,0,9,10,20,F1\n"),
                ElementsAre("5:1: no row for hill, black, year 2006, expected each flock in every "
                            "year, add what is missing"));
    EXPECT_THAT(mistakes_of_rows("hill,black,2005,0,9,1,2,F\nhill,black,2006,0,9,1,2,F\n"),
                ElementsAre(HasSubstr("2:1: no row for hill, white, years 2005 to 2006,")));
}

TEST(TableRows, hold_words_that_belong_together)
{
    EXPECT_THAT(mistakes_of_rows(sound_rows + "dale,white,2005,0,4,10,20,F1\n"),
                ElementsAre("5:6: 'white' is no flock of dale, expected grey, write hill as farm "
                            "if it is meant"));
}

TEST(TableRows, run_upwards)
{
    EXPECT_THAT(mistakes_of_rows("dale,grey,2005,9,5,1,2,F1\n"),
                ElementsAre("2:18: ages 9 to 5, expected the lower in age_from, the higher in "
                            "age_to"));
}

// Otherwise one misspelt word would be told a second time as a row that is missing.
TEST(TableRows, that_cannot_be_read_are_not_told_as_missing)
{
    EXPECT_THAT(mistakes_of_rows("hill,white,2005,0,4,10,20,F1\nhill,Black,2005,0,4,1,2,F1\n"),
                ElementsAre(HasSubstr("3:6: unknown word 'Black'")));
    EXPECT_THAT(mistakes_of_rows("dale,grey,2005,0,4,1,2,F\ndale,grey,2005,x,9,1,2,F\n"
                                 "dale,grey,2005,10,12,1,2,F\n"),
                ElementsAre(HasSubstr("3:16: 'x' is not a number")));
    EXPECT_THAT(mistakes_of_rows("dale,grey,2005,0,4,1,2,F\ndale,grey,2005,6,6,-1,2,F\n"),
                ElementsAre(HasSubstr("3:1: no row for dale, grey, year 2005, age 5"),
                            HasSubstr("3:20: '-1' is below the range")))
        << "a count that cannot be read leaves no gap";
}
}  // namespace kochmon
