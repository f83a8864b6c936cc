// SPDX-License-Identifier: MIT
#include "config/table.hpp"

#include <gmock/gmock.h>

#include "engine/error.hpp"

#include "tests/config/sample.hpp"

namespace kochmon
{
namespace
{
using testing::ElementsAre;

std::vector<std::string> mistakes(std::string const& csv)
{
    sample::Folder const folder;
    folder.write("data/pyramid.csv", csv);
    return sample::mistakes_of(folder.write("s.yaml", sample::complete));
}

std::string const head = "region,sex,age,persons,source\n";
}  // namespace

TEST(Table, is_read_by_column)
{
    Scenario const scenario = sample::load(sample::complete);
    Table const& table = scenario.table("population.tables.pyramid");
    EXPECT_EQ(table.rows(), 2U);
    EXPECT_THAT(table.words("region"), ElementsAre("osh", "batken, rural"));
    EXPECT_THAT(table.numbers("age"), ElementsAre(0, 1));
    EXPECT_THAT(table.numbers("persons"), ElementsAre(1200.5, 900));
    EXPECT_THAT(table.words("source"), ElementsAre("F1", "F1, 2009"));
}

TEST(Table, asking_for_a_column_that_is_not_there_is_a_fault_of_the_program)
{
    Table const table(std::vector{Table::Column{"a", {"1"}, {}}});
    EXPECT_THROW(static_cast<void>(table.words("b")), InternalError);
    EXPECT_THROW(static_cast<void>(table.numbers("a")), InternalError);
}

TEST(Table, words_are_those_that_the_column_names)
{
    EXPECT_THAT(mistakes(head + "osh,femal,0,1,F1\nosh,male,0,1,F1\nosh,,1,1,F1\n"),
                ElementsAre("data/pyramid.csv:2:5: population.tables.pyramid: unknown word 'femal' "
                            "(column sex), expected male or female, did you mean 'female'?",
                            "data/pyramid.csv:4:5: population.tables.pyramid: an empty cell "
                            "(column sex), expected male or female"));
}

TEST(Table, columns_may_stand_in_any_order)
{
    EXPECT_THAT(mistakes("source,age,persons,sex,region\r\nF1,3,1,male,\"a \"\"b\"\"\"\r\n"),
                ElementsAre());
}

TEST(Table, columns_are_checked)
{
    EXPECT_THAT(mistakes("region,sex,age,person,source\nosh,male,0,1,F1\n"),
                ElementsAre("data/pyramid.csv:1:16: population.tables.pyramid: unknown column "
                            "'person', expected region, sex, age, persons, source, did you mean "
                            "'persons'?"));
    EXPECT_THAT(mistakes("region,sex,age,persons\nosh,male,0,1\n"),
                ElementsAre("data/pyramid.csv:1:1: population.tables.pyramid: no column 'source', "
                            "expected region, sex, age, persons, source"));
    EXPECT_THAT(mistakes("region,sex,age,age,source\nosh,male,0,1,F1\n"),
                ElementsAre("data/pyramid.csv:1:16: population.tables.pyramid: column 'age' a "
                            "second time, expected each name once"));
}

TEST(Table, cells_are_checked)
{
    EXPECT_THAT(
        mistakes(head + "osh,male,1.5,NaN,F1\n,male,0,1e3,F1\nosh,male,0,1,\n"),
        ElementsAre("data/pyramid.csv:2:10: population.tables.pyramid: '1.5' is not whole "
                    "(column age), expected a whole number",
                    "data/pyramid.csv:2:14: population.tables.pyramid: 'NaN' is not a "
                    "number (column persons), expected a decimal number",
                    "data/pyramid.csv:3:1: population.tables.pyramid: an empty cell (column "
                    "region), expected a text",
                    "data/pyramid.csv:3:9: population.tables.pyramid: '1e3' is not a number "
                    "(column persons), expected a decimal number, write the number out, "
                    "without an exponent",
                    "data/pyramid.csv:4:14: population.tables.pyramid: an empty cell "
                    "(column source), expected a text"));
}

TEST(Table, rows_are_full)
{
    EXPECT_THAT(mistakes(head + "osh,male,0\n\nosh,\"male,0,1,F1\nosh,ma\"le,0,1,F1\n"),
                ElementsAre("data/pyramid.csv:2:1: population.tables.pyramid: a row of 3 cells, "
                            "expected 5 cells, put cells with a comma in quotes",
                            "data/pyramid.csv:3:1: population.tables.pyramid: an empty line, "
                            "expected a row of cells, leave the line out",
                            "data/pyramid.csv:4:5: population.tables.pyramid: a misplaced quote, "
                            "expected quotes around a whole cell",
                            "data/pyramid.csv:5:7: population.tables.pyramid: a misplaced quote, "
                            "expected quotes around a whole cell"));
}

TEST(Table, needs_a_row)
{
    EXPECT_THAT(
        mistakes(head),
        ElementsAre("data/pyramid.csv:1:1: population.tables.pyramid: a table without rows, "
                    "expected a header and rows"));
    EXPECT_THAT(mistakes(""), ElementsAre(testing::HasSubstr("a table without rows")));
}

TEST(Table, is_text)
{
    EXPECT_THAT(mistakes(head + "osh,\xFF,0,1,F1\n"),
                ElementsAre("data/pyramid.csv:2:5: population.tables.pyramid: byte 0xFF is not "
                            "UTF-8, expected UTF-8 text"));
}

TEST(Table, is_named_by_a_map)
{
    EXPECT_THAT(sample::mistakes(sample::with("{file: data/pyramid.csv}", "data/pyramid.csv")),
                ElementsAre("s.yaml:9:14: population.tables.pyramid: 'data/pyramid.csv' instead of "
                            "a table, expected {file: data/NAME.csv}"));
    EXPECT_THAT(sample::mistakes(sample::with("{file: data/pyramid.csv}", "{flie: x}")),
                ElementsAre("s.yaml:9:15: population.tables.pyramid: unknown key 'flie', expected "
                            "file, did you mean 'file'?"));
}
}  // namespace kochmon
