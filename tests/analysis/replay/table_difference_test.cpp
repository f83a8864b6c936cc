// SPDX-License-Identifier: MIT
#include "analysis/replay/table_difference.hpp"

#include <gmock/gmock.h>
#include <sys/resource.h>

#include "analysis/text/csv_text.hpp"

namespace kochmon
{
namespace
{
using testing::Contains;
using testing::ElementsAre;
using testing::Pair;

std::string const header = "scenario,replicate,month,measure,by,group,value,unit\n";

TEST(TableDifference, of_equal_texts_is_none)
{
    EXPECT_FALSE(first_difference("series.csv", header, header));
}

TEST(TableDifference, is_the_first_in_time_not_in_the_file)
{
    std::string const then = header + "b,0,2010-03,workers,total,total,1,persons\n" +
                             "b,0,2010-04,workers,total,total,2,persons\n" +
                             "b,1,2010-02,workers,origin,osh,3,persons\n";
    std::string const now = header + "b,0,2010-03,workers,total,total,9,persons\n" +
                            "b,0,2010-04,workers,total,total,2,persons\n" +
                            "b,1,2010-02,workers,origin,osh,,persons\n";
    auto const found = first_difference("series.csv", then, now);
    ASSERT_TRUE(found);
    EXPECT_EQ(found->month, Month::of(2010, 2));
    EXPECT_EQ(found->replicate, 1U);
    EXPECT_EQ(found->column, "value");
    EXPECT_EQ(found->then, "3");
    EXPECT_EQ(found->now, "");
    EXPECT_THAT(found->row, Contains(Pair("measure", "workers")));
    EXPECT_THAT(found->row, Contains(Pair("group", "osh")));
}

TEST(TableDifference, tells_of_a_row_that_one_side_lacks)
{
    std::string const flips = "policy,month,by,group,under_base,under_policy,persons\n";
    std::string const row = "p,2010-05,total,total,home,regular,3\n";
    std::string const later = "p,2010-06,total,total,home,regular,3\n";
    auto const gone = first_difference("flips.csv", flips + row + later, flips + later);
    ASSERT_TRUE(gone);
    EXPECT_EQ(gone->month, Month::of(2010, 5));
    EXPECT_EQ(gone->then, "3");
    EXPECT_FALSE(gone->now);
    auto const come = first_difference("flips.csv", flips + later, flips + row + later);
    ASSERT_TRUE(come);
    EXPECT_FALSE(come->then);
    EXPECT_EQ(come->now, "3");
}

TEST(TableDifference, of_what_has_no_month_comes_after_what_has_one)
{
    std::string const measures = "name,definition\n";
    auto const none =
        first_difference("measures.csv", measures + "a,\"x, y\"\n", measures + "a,z\n");
    ASSERT_TRUE(none);
    EXPECT_FALSE(none->month);
    EXPECT_EQ(none->column, "definition");
    EXPECT_EQ(none->then, "x, y");
    TableDifference const dated{.file = "series.csv", .month = Month::of(2030, 1)};
    EXPECT_TRUE(comes_before(dated, *none));
    EXPECT_FALSE(comes_before(*none, dated));
}

TEST(TableDifference, of_texts_cut_off_or_empty_is_told)
{
    std::string const row = "b,0,2010-03,workers,total,total,1,persons\n";
    EXPECT_TRUE(first_difference("series.csv", "", header + row));
    EXPECT_TRUE(first_difference("series.csv", header + row, header + row.substr(0, 20)));
    EXPECT_TRUE(first_difference("series.csv", header + row, header + row.substr(0, 41)));
}

TEST(TableDifference, reads_each_text_by_its_own_header)
{
    std::string const then = header + "b,0,2010-03,workers,total,total,1,persons\n" +
                             "b,0,2010-04,workers,total,total,2,persons\n";
    std::string const columns = "scenario,month,replicate,measure,weight,by,group,value,unit\n";
    std::string const march = "b,2010-03,0,workers,\"1,5\",total,total,1,persons\n";
    auto const found = first_difference(
        "series.csv", then, columns + march + "b,2010-04,0,workers,1,total,total,9,persons\n");
    ASSERT_TRUE(found);
    EXPECT_EQ(found->month, Month::of(2010, 4));
    EXPECT_EQ(found->replicate, 0U);
    EXPECT_EQ(found->column, "value");
    EXPECT_EQ(found->then, "2");
    EXPECT_EQ(found->now, "9");
    std::string const same = columns + march + "b,2010-04,0,workers,1,total,total,2,persons\n";
    EXPECT_FALSE(first_difference("series.csv", then, same));
    auto const other = columns_difference("series.csv", then, same);
    ASSERT_TRUE(other);
    EXPECT_THAT(other->then, Contains("replicate"));
    EXPECT_THAT(other->now, Contains("weight"));
    EXPECT_FALSE(columns_difference("series.csv", then, header));
}

TEST(TableDifference, of_a_scenario_knows_no_columns)
{
    EXPECT_FALSE(columns_difference("scenario.yaml", "a: 1\n", "a: 2\n"));
    auto const found = first_difference("scenario.yaml", "a: 1\nb: 2\n", "a: 2\nb: 2\n");
    ASSERT_TRUE(found);
    EXPECT_EQ(found->then, "a: 1");
    EXPECT_EQ(found->now, "a: 2");
}

long peak_kib()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss;
}

std::string large_table(char const* value)
{
    std::string table = header;
    for (int row = 0; row < 100'000; ++row)
        table += "b,0,2010-03,workers,origin," + std::to_string(row) + value;
    return table;
}

// With results of another program nearly every line differs; as rows these took 130 MB, not 7.
TEST(TableDifference, of_a_large_table_does_not_take_many_times_its_memory)
{
    std::string const then = large_table(",1,persons\n");
    std::string const now = large_table(",2,persons\n");
    long const before = peak_kib();
    auto const found = first_difference("series.csv", then, now);
    ASSERT_TRUE(found);
    EXPECT_EQ(found->then, "1");
    EXPECT_EQ(found->now, "2");
    EXPECT_THAT(found->row, Contains(Pair("group", "0")));
    EXPECT_LT(peak_kib() - before, 70'000);
}

TEST(CsvCells, are_what_a_row_was_made_of)
{
    std::vector<std::string> const texts = {"a", "", "b,c", "say \"no\"", ""};
    std::string row = csv_row(texts);
    row.pop_back();
    EXPECT_EQ(csv_cells(row), texts);
    EXPECT_THAT(csv_cells(""), ElementsAre(""));
}
}  // namespace
}  // namespace kochmon
