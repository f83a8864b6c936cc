// SPDX-License-Identifier: MIT
#include "config/table.hpp"

#include <filesystem>

#include <gmock/gmock.h>
#include <sys/stat.h>

#include "engine/error.hpp"

#include "tests/config/sample.hpp"

namespace kochmon
{
namespace
{
using testing::ElementsAre;

std::vector<std::string> mistakes_of_table(std::string const& csv)
{
    sample::Folder const folder;
    folder.write("data/pyramid.csv", csv);
    return sample::mistakes_of(folder.write("s.yaml", sample::complete));
}

std::string const head_of_table = "region,sex,age,persons,source\n";
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
    EXPECT_THAT(
        mistakes_of_table(head_of_table + "osh,femal,0,1,F1\nosh,male,0,1,F1\nosh,,1,1,F1\n"),
        ElementsAre("data/pyramid.csv:2:5: population.tables.pyramid: unknown word 'femal' "
                    "(column sex), expected male or female, did you mean 'female'?",
                    "data/pyramid.csv:4:5: population.tables.pyramid: an empty cell "
                    "(column sex), expected male or female"));
}

TEST(Table, columns_may_stand_in_any_order)
{
    EXPECT_THAT(
        mistakes_of_table("source,age,persons,sex,region\r\nF1,3,1,male,\"a \"\"b\"\"\"\r\n"),
        ElementsAre());
}

TEST(Table, columns_are_checked)
{
    EXPECT_THAT(mistakes_of_table("region,sex,age,person,source\nosh,male,0,1,F1\n"),
                ElementsAre("data/pyramid.csv:1:16: population.tables.pyramid: unknown column "
                            "'person', expected region, sex, age, persons, source, did you mean "
                            "'persons'?"));
    EXPECT_THAT(mistakes_of_table("region,sex,age,persons\nosh,male,0,1\n"),
                ElementsAre("data/pyramid.csv:1:1: population.tables.pyramid: no column 'source', "
                            "expected region, sex, age, persons, source"));
    EXPECT_THAT(mistakes_of_table("region,sex,age,age,source\nosh,male,0,1,F1\n"),
                ElementsAre("data/pyramid.csv:1:16: population.tables.pyramid: column 'age' a "
                            "second time, expected each name once"));
}

TEST(Table, cells_are_checked)
{
    EXPECT_THAT(
        mistakes_of_table(head_of_table + "osh,male,1.5,NaN,F1\n,male,0,1e3,F1\nosh,male,0,1,\n"),
        ElementsAre("data/pyramid.csv:2:10: population.tables.pyramid: '1.5' is not whole "
                    "(column age), expected a whole number from 0 to 150",
                    "data/pyramid.csv:2:14: population.tables.pyramid: 'NaN' is not a "
                    "number (column persons), expected a number of persons from 0 to 1000000000",
                    "data/pyramid.csv:3:1: population.tables.pyramid: an empty cell (column "
                    "region), expected a text",
                    "data/pyramid.csv:3:9: population.tables.pyramid: '1e3' is not a number "
                    "(column persons), expected a number of persons from 0 to 1000000000, write "
                    "'1000'",
                    "data/pyramid.csv:4:14: population.tables.pyramid: an empty cell "
                    "(column source), expected a text"));
}

TEST(Table, rows_are_full)
{
    EXPECT_THAT(
        mistakes_of_table(head_of_table + "osh,male,0\n\nosh,\"male,0,1,F1\nosh,ma\"le,0,1,F1\n"),
        ElementsAre("data/pyramid.csv:2:1: population.tables.pyramid: a row of 3 cells, "
                    "expected 5 cells, as the header has, write every cell of the row",
                    "data/pyramid.csv:3:1: population.tables.pyramid: an empty line, "
                    "expected a row of cells, leave the line out",
                    "data/pyramid.csv:4:5: population.tables.pyramid: a misplaced quote, "
                    "expected quotes around a whole cell, in one line, and \"\" for a quote",
                    "data/pyramid.csv:5:7: population.tables.pyramid: a misplaced quote, "
                    "expected quotes around a whole cell, in one line, and \"\" for a quote"));
}

TEST(Table, needs_a_row)
{
    EXPECT_THAT(
        mistakes_of_table(head_of_table),
        ElementsAre("data/pyramid.csv:1:1: population.tables.pyramid: a table without rows, "
                    "expected a header and rows"));
    EXPECT_THAT(mistakes_of_table(""), ElementsAre(testing::HasSubstr("a table without rows")));
}

TEST(Table, is_text)
{
    EXPECT_THAT(mistakes_of_table(head_of_table + "osh,\xFF,0,1,F1\n"),
                ElementsAre("data/pyramid.csv:2:5: population.tables.pyramid: byte 0xFF is not "
                            "UTF-8, expected UTF-8 text, save the table as CSV in UTF-8"));
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

// Otherwise a pipe would keep the program waiting.
TEST(Table, is_read_from_a_regular_file)
{
    sample::Folder const folder;
    std::filesystem::remove(folder.path() / "data/pyramid.csv");
    ASSERT_EQ(::mkfifo((folder.path() / "data/pyramid.csv").c_str(), 0600), 0);
    EXPECT_THAT(sample::mistakes_of(folder.write("s.yaml", sample::complete)),
                ElementsAre(testing::HasSubstr("is not a file")));
    std::filesystem::remove(folder.path() / "data/pyramid.csv");
    std::filesystem::create_symlink("/proc/self/maps", folder.path() / "data/pyramid.csv");
    EXPECT_THAT(sample::mistakes_of(folder.write("s.yaml", sample::complete)),
                ElementsAre(testing::HasSubstr("its size is not that of its content")));
    EXPECT_THAT(mistakes_of_table(head_of_table + std::string(17U << 20U, 'x')),
                ElementsAre(testing::HasSubstr("is larger than 16 MiB")));
}
}  // namespace kochmon
