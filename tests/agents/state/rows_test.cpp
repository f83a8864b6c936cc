// SPDX-License-Identifier: MIT
#include "agents/state/rows.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kochmon
{
namespace
{
using testing::ElementsAre;

std::vector<std::size_t> visited(Marks const& marks)
{
    std::vector<std::size_t> rows;
    marks.for_each([&](std::size_t row) { rows.push_back(row); });
    return rows;
}

TEST(CountRows, counts_those_that_hold_in_any_number_of_rows)
{
    for (int const many : {0, 1, 239, 240, 241, 1'000, 100'000})
    {
        auto const rows = static_cast<std::size_t>(many);
        EXPECT_EQ(count_rows({7, 7 + rows}, [](std::size_t) { return mark(true); }), many);
        EXPECT_EQ(count_rows({0, rows}, [](std::size_t row) { return mark(row % 3 == 0); }),
                  (many + 2) / 3);
    }
}

TEST(Marks, are_visited_in_order)
{
    Marks marks;
    marks.mark({100, 120}, [](std::size_t row) { return mark(row % 7 == 0); });
    EXPECT_THAT(visited(marks), ElementsAre(105, 112, 119));
    marks.mark_also([](std::size_t row) { return mark(row == 100 || row == 112); });
    EXPECT_THAT(visited(marks), ElementsAre(100, 105, 112, 119));
}

TEST(Marks, are_forgotten_when_others_are_made)
{
    Marks marks;
    marks.mark({0, 1'000}, [](std::size_t) { return mark(true); });
    EXPECT_EQ(visited(marks).size(), 1'000U);
    marks.mark({50, 53}, [](std::size_t row) { return mark(row != 51); });
    EXPECT_THAT(visited(marks), ElementsAre(50, 52));
    marks.mark({5, 5}, [](std::size_t) { return mark(true); });
    EXPECT_TRUE(visited(marks).empty());
}
}  // namespace
}  // namespace kochmon
