// SPDX-License-Identifier: MIT
#include "config/csv_layout.hpp"

#include <algorithm>

#include <gmock/gmock.h>

#include "tests/config/counts.hpp"

namespace kochmon
{
namespace
{
using sample::head_of_counts;
using sample::mistakes_of_counts;
using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;

std::string const row_of_dale = "dale,grey,2005,0,9,12,25.5,F1\n";

std::string replaced(std::string text, char what, char with)
{
    std::ranges::replace(text, what, with);
    return text;
}
}  // namespace

TEST(CsvLayout, of_columns_parted_otherwise_is_told_once)
{
    std::string const table = head_of_counts + row_of_dale + row_of_dale;
    EXPECT_THAT(mistakes_of_counts(replaced(table, ',', ';')),
                ElementsAre("1:5: the columns are separated by ;, expected commas between the "
                            "columns, save the table as CSV with commas"));
    EXPECT_THAT(mistakes_of_counts(replaced(table, ',', '\t')),
                ElementsAre(HasSubstr("the columns are separated by tabs")));
    EXPECT_THAT(mistakes_of_counts(replaced(table, ',', '|')),
                ElementsAre(HasSubstr("the columns are separated by |")));
    EXPECT_THAT(mistakes_of_counts("\"farm\";\"flock\";\"year\"\n\"dale\";\"grey\";\"2005\"\n"),
                ElementsAre(HasSubstr("1:7: the columns are separated by ;")));
}

TEST(CsvLayout, with_decimal_commas_is_told_with_them)
{
    std::string const table = replaced(replaced(head_of_counts + row_of_dale, ',', ';'), '.', ',');
    EXPECT_THAT(
        mistakes_of_counts(table),
        ElementsAre(
            "1:5: the columns are separated by ;, expected commas between the columns, save the "
            "table as CSV with commas, and its numbers with decimal points (1.5, not 1,5)"));
    EXPECT_THAT(mistakes_of_counts(head_of_counts + replaced(row_of_dale, '.', ',')),
                ElementsAre("2:1: a row of 9 cells, expected 8 cells, as the header has, write "
                            "decimal points, not decimal commas, and put texts with a comma in "
                            "quotes"));
    EXPECT_THAT(mistakes_of_counts(head_of_counts + "dale,grey,2005,0,9,12,\"25,5\",F1\n"),
                ElementsAre(HasSubstr("2:23: '25,5' is not a number (column weight), expected a "
                                      "number of kg from 0 to 60, write '25.5'")));
}

TEST(CsvLayout, with_lines_above_the_header_is_told_once)
{
    EXPECT_THAT(
        mistakes_of_counts("Lambs by farm\nSource: the farmers\n" + head_of_counts + row_of_dale),
        ElementsAre("1:1: 'Lambs by farm' is above the header, which is line 3, "
                    "expected the header in the first line, leave the 2 lines above it "
                    "out"));
    EXPECT_THAT(mistakes_of_counts("sep=;\n" + replaced(head_of_counts + row_of_dale, ',', ';')),
                ElementsAre(HasSubstr("1:1: 'sep=;' is above the header, which is line 2"),
                            HasSubstr("2:5: the columns are separated by ;")));
    EXPECT_THAT(mistakes_of_counts("# remark\n" + head_of_counts + "dale,gray,2005,0,9,1,2,F\n"),
                ElementsAre(HasSubstr("leave that line out"), HasSubstr("unknown word 'gray'")));
    EXPECT_THAT(mistakes_of_counts("\n" + head_of_counts + row_of_dale),
                ElementsAre(HasSubstr("'' is above the header, which is line 2")));
}

TEST(CsvLayout, of_rows_alike_is_told_once_for_all)
{
    EXPECT_THAT(mistakes_of_counts(head_of_counts + row_of_dale + "Total\n"),
                ElementsAre("3:1: a row of 1 cell, expected 8 cells, as the header has, leave "
                            "notes and totals out of the table"));
    EXPECT_THAT(
        mistakes_of_counts(head_of_counts + "dale,grey,2005\ndale,grey,2006\n" + row_of_dale),
        ElementsAre(HasSubstr("2:1: a row of 3 cells (2 rows like it)")));
    EXPECT_THAT(mistakes_of_counts(head_of_counts + row_of_dale + ",,,,,,,\n"),
                ElementsAre(HasSubstr("3:1: a line without content")));
}

TEST(CsvLayout, of_windows_is_read)
{
    EXPECT_THAT(mistakes_of_counts("\xEF\xBB\xBF" + head_of_counts + row_of_dale), ElementsAre());
    std::string windows = head_of_counts + row_of_dale;
    for (std::size_t at = windows.find('\n'); at != std::string::npos;
         at = windows.find('\n', at + 2))
        windows.replace(at, 1, "\r\n");
    EXPECT_THAT(mistakes_of_counts("\xEF\xBB\xBF" + windows), ElementsAre());
    EXPECT_THAT(mistakes_of_counts(head_of_counts + row_of_dale.substr(0, row_of_dale.size() - 1)),
                ElementsAre());
}

TEST(CsvLayout, that_is_no_text_is_refused)
{
    EXPECT_THAT(mistakes_of_counts("\xFF\xFE"
                                   "f\0a"),
                ElementsAre(HasSubstr("1:1: byte 0xFF is not UTF-8, expected UTF-8 text, save "
                                      "the table as CSV in UTF-8")));
    EXPECT_THAT(mistakes_of_counts(head_of_counts + "dale\x1b[2J,grey,2005,0,9,1,2,F\n"),
                ElementsAre(HasSubstr("2:5: control character 0x1B")));
    EXPECT_THAT(mistakes_of_counts(replaced(head_of_counts + row_of_dale, '\n', '\r')),
                ElementsAre(HasSubstr("a carriage return stands alone")));
}

TEST(CsvLayout, of_more_rows_or_columns_than_any_table_has_is_refused)
{
    std::string many;
    for (int line = 0; line < 300'001; ++line) many += "x\n";
    EXPECT_THAT(mistakes_of_counts(head_of_counts + many),
                ElementsAre(HasSubstr("300002 lines, expected at most 300000")));
    EXPECT_THAT(mistakes_of_counts(head_of_counts + std::string(100'000, ',')),
                ElementsAre(HasSubstr("2:1: a line of 100000 bytes, expected at most 65536")));
    EXPECT_THAT(mistakes_of_counts(std::string(600, ',') + "\n" + row_of_dale),
                ElementsAre(HasSubstr("601 columns, expected at most 500")));
}

TEST(CsvLayout, has_a_name_for_each_column)
{
    EXPECT_THAT(
        mistakes_of_counts("farm,flock,year,age_from,age_to,lambs,weight,source,\n" + row_of_dale),
        testing::Contains(HasSubstr("a column without a name")));
    EXPECT_THAT(
        mistakes_of_counts("farm,flock, year,age_from,age_to,lambs,weight,source\n" + row_of_dale),
        ElementsAre(HasSubstr("1:12: ' year' with a space around it")));
    EXPECT_THAT(
        mistakes_of_counts("FARM,flock,year,age_from,age_to,lambs,weight,source\n" + row_of_dale),
        ElementsAre(AllOf(HasSubstr("unknown column 'FARM'"), HasSubstr("did you mean 'farm'?"))));
}
}  // namespace kochmon
