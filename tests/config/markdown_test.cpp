// SPDX-License-Identifier: MIT
#include "config/markdown.hpp"

#include <gtest/gtest.h>

#include "engine/error.hpp"

namespace kochmon
{
TEST(MarkdownTable, has_a_row_of_as_many_cells_as_columns)
{
    MarkdownTable table({"name", "meaning"});
    table.add({quoted_name("fee"), "of a permit | a patent"});
    EXPECT_EQ(table.text(),
              "| name | meaning |\n| --- | --- |\n| `fee` | of a permit \\| a patent |\n");
    EXPECT_THROW(table.add({"alone"}), InternalError);
}
}  // namespace kochmon
