// SPDX-License-Identifier: MIT
#include "analysis/measures/value_rows.hpp"

#include <array>
#include <cmath>
#include <limits>

#include <gtest/gtest.h>

#include "engine/error.hpp"

#include "tests/analysis/program.hpp"

namespace kochmon
{
namespace
{
constexpr std::size_t columns_of_tests = 3;

ValueRows filled(ValueRows rows)
{
    for (int row = 0; row < 100; ++row)
        rows.append(std::array{0.1 * row, -1.0 * row, std::numeric_limits<double>::quiet_NaN()});
    return rows;
}
}  // namespace

TEST(ValueRows, on_disk_are_those_in_memory)
{
    TestFolder const place;
    ValueRows on_disk(columns_of_tests);
    on_disk.keep_on_disk(place.path());
    ValueRows const there = filled(std::move(on_disk));
    ValueRows const here = filled(ValueRows(columns_of_tests));
    ASSERT_EQ(there.size(), 100U);
    for (std::size_t row = 0; row < 100; ++row)
    {
        EXPECT_EQ(there.at(row, 0), here.at(row, 0));
        EXPECT_EQ(there.row(row)[1], here.row(row)[1]);
        EXPECT_EQ(here.row(row)[1], -1.0 * static_cast<double>(row));
        EXPECT_TRUE(std::isnan(there.at(row, 2)));
    }
}

TEST(ValueRows, leave_no_file)
{
    TestFolder const place;
    ValueRows rows(columns_of_tests);
    rows.keep_on_disk(place.path());
    ValueRows const there = filled(std::move(rows));
    EXPECT_TRUE(texts_in(place.path()).empty());
}

TEST(ValueRows, tell_where_they_cannot_be_kept)
{
    ValueRows rows(columns_of_tests);
    EXPECT_THROW(rows.keep_on_disk("/proc"), FileError);
}
}  // namespace kochmon
