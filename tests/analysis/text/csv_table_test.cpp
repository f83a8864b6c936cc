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
}  // namespace kochmon
