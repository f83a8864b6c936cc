// SPDX-License-Identifier: MIT
#include "agents/demography/vital_tables.hpp"

#include <gmock/gmock.h>

#include "tests/agents/changed_table.hpp"

namespace kochmon
{
namespace
{
using testing::AllOf;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::SizeIs;
using tests::ChangedTable;

struct Births : ChangedTable
{
    Births() : ChangedTable("birth_rates", "fertility.csv") {}
};

struct Deaths : ChangedTable
{
    Deaths() : ChangedTable("death_rates", "mortality.csv") {}
};

constexpr std::size_t births_column = 5;  // columns
constexpr std::size_t deaths_column = 6;
}  // namespace

TEST(VitalTables, are_accepted_as_they_are)
{
    EXPECT_THAT(Births().mistakes(), ElementsAre());
    EXPECT_THAT(Deaths().mistakes(), ElementsAre());
}

TEST(VitalTables, refuse_births_in_another_unit)
{
    EXPECT_THAT(Births().scale(births_column, 0.001, 7).mistakes(),
                ElementsAre(AllOf(HasSubstr("population.birth_rates: total fertility of kyrgyzstan "
                                            "in 2000 (and in 60 years more): 0.002"),
                                  HasSubstr("children per woman, expected 0.5 to 10, write births "
                                            "per 1,000 women a year in every row")),
                            HasSubstr("uzbekistan"), HasSubstr("tajikistan")));
    EXPECT_THAT(Births().scale(births_column, 0.1, 7).mistakes(), SizeIs(3)) << "per 100 women";
    EXPECT_THAT(Births().scale(births_column, 3.6, 4).mistakes(),
                Contains(HasSubstr("expected 0.5 to 10")))
        << "in several years";
    EXPECT_THAT(Births().scale(births_column, 100, 2).mistakes(), SizeIs(21)) << "per 100,000";
    EXPECT_THAT(
        Births()
            .change("kyrgyzstan,2000,2000,20,24,178.5110", "kyrgyzstan,2000,2000,20,24,1785.110")
            .mistakes(),
        ElementsAre(HasSubstr("'1785.110' is above the range (column births), expected a "
                              "number of births per 1,000 women a year from 0 to 1000")));
}

TEST(VitalTables, refuse_deaths_in_another_unit)
{
    EXPECT_THAT(Deaths().scale(deaths_column, 1000, 5).mistakes(), SizeIs(21)) << "per 1,000";
    EXPECT_THAT(Deaths().scale(deaths_column, 100, 6).mistakes(), testing::Not(SizeIs(0)))
        << "per cent";
    EXPECT_THAT(Deaths().scale(deaths_column, 0.001, 9).mistakes(),
                Contains(AllOf(HasSubstr("life at birth of kyrgyzstan, female in 2000 (and in 59 "
                                         "years more): 1"),
                               HasSubstr("years, expected 20 to 95, write deaths per "
                                         "person-year (0.004, not 4 or 0.4) in every row"))));
    EXPECT_THAT(Deaths().scale(deaths_column, 0.1, 9).mistakes(),
                Contains(HasSubstr("expected 20 to 95")));
    EXPECT_THAT(Deaths().scale(deaths_column, 0.01, 9).mistakes(),
                Contains(HasSubstr("life at birth")));
    EXPECT_THAT(Deaths().scale(deaths_column, 9.9, 9).mistakes(),
                Contains(HasSubstr("life at birth")));
}

TEST(VitalTables, refuse_a_rate_unlike_that_of_the_year_before)
{
    EXPECT_THAT(Births().scale(births_column, 0.1, 4, "kyrgyzstan,2005", ",25,29,").mistakes(),
                ElementsAre(AllOf(HasSubstr("kyrgyzstan, age_from 25, age_to 29: 15.4"),
                                  HasSubstr(" in year_from 2005, but "), HasSubstr(" in 2004"),
                                  HasSubstr("at most 3 times as many"),
                                  HasSubstr("write births per 1,000 women a year in every row"))));
    EXPECT_THAT(
        Deaths().scale(deaths_column, 0.01, 8, "kyrgyzstan,2010", ",40,44,male,").mistakes(),
        ElementsAre(AllOf(HasSubstr("kyrgyzstan, male, age_from 40, age_to 44: 0.0000"),
                          HasSubstr("at most 9 times as many"))));
}

TEST(VitalTables, refuse_a_rate_unlike_that_of_the_age_before)
{
    EXPECT_THAT(
        Births().scale(births_column, 0.1, 4, "kyrgyzstan", ",25,29,").mistakes(),
        Contains(AllOf(HasSubstr("kyrgyzstan, year_from 2000, year_to 2000: "),
                       HasSubstr(" in age_from 25, but "), HasSubstr("at most 8 times as many"))));
    EXPECT_THAT(Deaths().scale(deaths_column, 0.01, 8, "kyrgyzstan", ",40,44,male,").mistakes(),
                Contains(AllOf(HasSubstr("kyrgyzstan, male, year_from 2000, year_to 2004: "),
                               HasSubstr("in age_from 40, but "))));
}

// What differs in width or lies apart is no neighbour, and wars and earthquakes are no mistakes.
TEST(VitalTables, accept_what_differs_for_a_reason)
{
    EXPECT_THAT(Deaths().scale(deaths_column, 6, 8, "kyrgyzstan,2010", ",20,24,male,").mistakes(),
                ElementsAre());
    Births by_single_years;
    for (int year = 2000; year <= 2060; ++year)
    {
        std::string const begin = fmt::format("kyrgyzstan,{0},{0},", year);
        by_single_years.leave_out(begin + "15,19,");
        for (int age = 15; age < 20; ++age)
            by_single_years.add_below(
                begin + "10,14,",
                fmt::format("{}{},{},{},S02", begin, age, age, age == 15 ? 2 : 12 * (age - 15)));
    }
    EXPECT_THAT(by_single_years.mistakes(), ElementsAre());
}

TEST(VitalTables, refuse_a_rate_that_stands_twice)
{
    EXPECT_THAT(
        Births()
            .add_below("kyrgyzstan,2005,2005,20,24", "kyrgyzstan,2005,2005,20,24,100,S02")
            .mistakes(),
        ElementsAre(HasSubstr("kyrgyzstan, year 2005, ages 20 to 24 a second time (lines ")));
    EXPECT_THAT(Births()
                    .add_below("kyrgyzstan,2005,2005,20,24", "kyrgyzstan,2004,2006,22,22,100,S02")
                    .mistakes(),
                Contains(HasSubstr("a second time (lines ")));
    EXPECT_THAT(
        Deaths()
            .add_below("kyrgyzstan,2005,2009,20,24,male", "kyrgyzstan,2009,2009,0,99,male,0.1,S02")
            .mistakes(),
        Contains(HasSubstr("kyrgyzstan, male, year 2009,")));
}

TEST(VitalTables, tell_what_is_missing)
{
    EXPECT_THAT(Births().leave_out("kyrgyzstan,2005,2005,20,24").mistakes(),
                ElementsAre(HasSubstr("no row for kyrgyzstan, year 2005, ages 20 to 24, expected "
                                      "every age between the first and the last")));
    EXPECT_THAT(Births().leave_out("kyrgyzstan,2005,").leave_out("kyrgyzstan,2006,").mistakes(),
                ElementsAre(HasSubstr("no row for kyrgyzstan, years 2005 to 2006, expected every "
                                      "year between the first and the last")));
    EXPECT_THAT(Deaths().leave_out("kyrgyzstan,2005,2009,0,0,female").mistakes(),
                ElementsAre(HasSubstr("no row for kyrgyzstan, female, years 2005 to 2009, age 0")));
    EXPECT_THAT(
        Births().change("kyrgyzstan,2005,2005,20,24", "kyrgyzstan,2005,2005,24,20").mistakes(),
        ElementsAre(HasSubstr("ages 24 to 20, expected the lower in age_from")));
}

TEST(VitalTables, that_end_before_the_run_say_where)
{
    EXPECT_THAT(Births().mistakes("time: {start: 2020-01, warm_up: 0 months, months: 504}\n"),
                ElementsAre(AllOf(HasSubstr(":1: population.birth_rates: no rate in 2061, expected "
                                            "rates in every year from 2020 to 2061"),
                                  HasSubstr("keep the run within the table"))));
}
}  // namespace kochmon
