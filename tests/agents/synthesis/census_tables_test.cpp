// SPDX-License-Identifier: MIT
#include "agents/synthesis/census_tables.hpp"

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

struct RegionsTable : ChangedTable
{
    RegionsTable() : ChangedTable("regions", "population_by_region.csv") {}
};

struct Pyramid : ChangedTable
{
    Pyramid() : ChangedTable("age_sex", "population_by_age_sex.csv") {}
};
}  // namespace

TEST(CensusTables, are_accepted_as_they_are)
{
    EXPECT_THAT(RegionsTable().mistakes(), ElementsAre());
    EXPECT_THAT(Pyramid().mistakes(), ElementsAre());
}

TEST(CensusTables, refuse_a_count_that_stands_twice)
{
    EXPECT_THAT(
        RegionsTable()
            .add_below("kyrgyzstan,1999,osh,", "kyrgyzstan,1999,osh,94060,S04")
            .mistakes(),
        ElementsAre("4:1: population.regions: kyrgyzstan, osh, year 1999 a second time (lines 3 "
                    "and 4), expected one row for each country, region and year, leave one of the "
                    "two lines out"));
    EXPECT_THAT(RegionsTable()
                    .add_below("tajikistan,", "kyrgyzstan,2012,naryn,300000,S04")
                    .add_below("kyrgyzstan,1999,osh,", "kyrgyzstan,1999,osh,940600,S04")
                    .mistakes(),
                ElementsAre(HasSubstr("osh, year 1999 a second time"),
                            HasSubstr("naryn, year 2012 a second time")));
    EXPECT_THAT(
        Pyramid()
            .add_below("kyrgyzstan,2005,20,24,female", "kyrgyzstan,2005,20,24,female,250000,S01")
            .mistakes(),
        ElementsAre(HasSubstr("kyrgyzstan, female, year 2005, ages 20 to 24 a second")));
    EXPECT_THAT(
        Pyramid()
            .add_below("kyrgyzstan,2005,20,24,male", "kyrgyzstan,2005,22,23,male,250000,S01")
            .mistakes(),
        ElementsAre(HasSubstr("kyrgyzstan, male, year 2005, ages 22 to 23 a second time")));
}

TEST(CensusTables, refuse_counts_with_a_fraction)
{
    EXPECT_THAT(
        RegionsTable()
            .change("kyrgyzstan,1999,chuy,772200", "kyrgyzstan,1999,chuy,772.000")
            .change("kyrgyzstan,2012,chuy,822600", "kyrgyzstan,2012,chuy,823.000")
            .mistakes(),
        ElementsAre(
            AllOf(HasSubstr("'772.000' is not whole (column persons)"),
                  HasSubstr("write '772000' if thousands are meant, '772' if decimals are meant")),
            HasSubstr("'823.000' is not whole")));
    EXPECT_THAT(Pyramid().scale(5, 0.001, 3).mistakes(), SizeIs(21)) << "twenty and how many more";
    EXPECT_THAT(RegionsTable()
                    .change("kyrgyzstan,1999,chuy,772200", "kyrgyzstan,1999.5,chuy,772200")
                    .mistakes(),
                ElementsAre(HasSubstr("'1999.5' is not whole (column year)")));
    EXPECT_THAT(
        RegionsTable().change("kyrgyzstan,1999,chuy,772200", "kyrgyzstan,1999,chuy,772").mistakes(),
        ElementsAre(HasSubstr("chuy: 772 persons in 1999, but 822600 in 2012, expected at most 10 "
                              "times as many at the next count")));
}

TEST(CensusTables, refuse_persons_in_thousands)
{
    EXPECT_THAT(Pyramid().scale(5, 0.001, 0).mistakes(),
                Contains(HasSubstr("persons in all, expected 100000 to 1000000000, write persons, "
                                   "not thousands of them")));
    EXPECT_THAT(Pyramid().scale(5, 1000, 0).mistakes(), Contains(HasSubstr("persons")));
}

TEST(CensusTables, refuse_numbers_beyond_all_bounds)
{
    auto const count = [](std::string const& persons)
    {
        return RegionsTable()
            .change("kyrgyzstan,1999,chuy,772200", "kyrgyzstan,1999,chuy," + persons)
            .mistakes();
    };
    for (char const* const persons :
         {"12345678901234567", "99999999999999999999999", "1e30", "-0", "0", "nan", "inf", "0x1F",
          "+5", "", " 772200", "772200 ", "-772200"})
        EXPECT_THAT(count(persons), ElementsAre(HasSubstr("(column persons)"))) << persons;
    EXPECT_THAT(Pyramid()
                    .change("kyrgyzstan,2005,95,99,female", "kyrgyzstan,2005,95,4000000000,female")
                    .mistakes(),
                ElementsAre(HasSubstr("'4000000000' is above the range (column age_to), expected a "
                                      "whole number from 0 to 150")));
    EXPECT_THAT(RegionsTable().change("kyrgyzstan,1999", "kyrgyzstan,40000").mistakes(),
                ElementsAre(AllOf(HasSubstr("'40000' is above the range (column year, 9 rows)"),
                                  HasSubstr("from 1900 to 2199"))));
}

TEST(CensusTables, tell_every_word_that_is_none_once)
{
    EXPECT_THAT(Pyramid().change("kyrgyzstan,2000,0,4,male", "kyrgyzstan,2000,0,4,Male").mistakes(),
                ElementsAre(HasSubstr("unknown word 'Male' (column sex), expected female or male, "
                                      "did you mean 'male'?")));
    EXPECT_THAT(
        RegionsTable().change("kyrgyzstan,1999,osh,", "kyrgyzstan,1999,Osh oblast,").mistakes(),
        ElementsAre(AllOf(HasSubstr("3:17: population.regions: unknown word 'Osh oblast' "
                                    "(column region), expected batken, osh, "),
                          HasSubstr("did you mean 'osh'?"))));
    EXPECT_THAT(RegionsTable().change("kyrgyzstan,1999,osh,", "uzbekistan,1999,osh,").mistakes(),
                Contains(HasSubstr("'osh' is no region of uzbekistan, expected uzbekistan")));
    EXPECT_THAT(RegionsTable()
                    .change("kyrgyzstan,1999,osh,", "kyrgyzstan,1999,Osh,")
                    .change("kyrgyzstan,2012,osh,", "kyrgyzstan,2012,Osh,")
                    .mistakes(),
                ElementsAre(HasSubstr("unknown word 'Osh' (column region, 2 rows)")));
}

TEST(CensusTables, tell_what_is_missing_and_all_at_once)
{
    EXPECT_THAT(Pyramid().leave_out("kyrgyzstan,2005,30,34,female").mistakes(),
                ElementsAre(HasSubstr("no row for kyrgyzstan, female, year 2005, ages 30 to 34, "
                                      "expected every age from 0 to the last")));
    EXPECT_THAT(RegionsTable().leave_out("kyrgyzstan,2012,naryn").mistakes(),
                ElementsAre(HasSubstr("no row for kyrgyzstan, naryn, year 2012, expected each "
                                      "region in every year")));
    EXPECT_THAT(Pyramid()
                    .leave_out("kyrgyzstan,2005,30,34,female")
                    .leave_out("uzbekistan,2010,0,4,male")
                    .leave_out("tajikistan,2010,50,54,")
                    .mistakes(),
                SizeIs(4));
    EXPECT_THAT(Pyramid().leave_out("kyrgyzstan,2005,100,104,female").mistakes(),
                Contains(HasSubstr("kyrgyzstan in 2005: ages up to 99 of female, but up to 104 of "
                                   "male, expected the same last age of both sexes")));
    EXPECT_THAT(Pyramid().leave_out("kyrgyzstan,2005,100,104,").mistakes(),
                ElementsAre(HasSubstr("kyrgyzstan: the age groups of 2005 are not those of 2000")));
    EXPECT_THAT(Pyramid().leave_out("kyrgyzstan").mistakes(),
                ElementsAre(HasSubstr("1:1: population.age_sex: no rows of kyrgyzstan")));
}

TEST(CensusTables, refuse_an_age_group_that_is_unlike_its_neighbours)
{
    EXPECT_THAT(
        Pyramid().change("kyrgyzstan,2005,20,24,male,", "kyrgyzstan,2005,20,24,male,9").mistakes(),
        ElementsAre(AllOf(HasSubstr("kyrgyzstan in 2005, age_from 20: "),
                          HasSubstr("expected 0.5 to 2 men per woman, write persons of both sexes "
                                    "in the same unit"))));
    EXPECT_THAT(Pyramid()
                    .change("kyrgyzstan,2005,20,24,male,", "kyrgyzstan,2005,20,24,male,9")
                    .change("kyrgyzstan,2005,20,24,female,", "kyrgyzstan,2005,20,24,female,9")
                    .mistakes(),
                ElementsAre(AllOf(HasSubstr("kyrgyzstan, female, age_from 20, age_to 24: "),
                                  HasSubstr(" in year 2005, but "), HasSubstr(" in 2000"),
                                  HasSubstr("(and 1 such lines more)"),
                                  HasSubstr("at most 4 times as many in one as in the other"))));
}
}  // namespace kochmon
