// SPDX-License-Identifier: MIT
#include "analysis/text/csv_table.hpp"

#include <cmath>

#include <gmock/gmock.h>

#include "engine/error.hpp"

namespace kochmon
{
TEST(CsvTable, gives_cells_and_numbers_by_the_names_of_columns)
{
    CsvTable const table("factor,share,note\n\"a, b\",0.5,\nc,,word\n");
    ASSERT_EQ(table.size(), 2U);
    EXPECT_EQ(table.cell(0, "factor"), "a, b");
    EXPECT_EQ(table.number(0, "share"), 0.5);
    EXPECT_TRUE(std::isnan(table.number(1, "share")));
    EXPECT_TRUE(std::isnan(table.number(1, "note")));
    EXPECT_TRUE(table.has("note"));
    EXPECT_FALSE(table.has("order"));
    EXPECT_THROW(table.cell(0, "order"), InternalError);
}

TEST(CsvTable, passes_over_rows_without_a_part)
{
    CsvTable const table("month,measure,value\n2010-01,abroad,1\n2010-02,abroad,2\n", "02,abroad,");
    ASSERT_EQ(table.size(), 1U);
    EXPECT_EQ(table.number(0, "value"), 2.0);
}
}  // namespace kochmon
